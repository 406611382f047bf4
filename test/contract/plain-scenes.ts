import {type PracticeSite} from '../../source/practice/practice-sites.ts';
import {operationOf, type Route} from '../../source/practice/http/route.ts';
import {allRoutes} from '../../source/practice/resources/routes.ts';
import {
	optIn,
	type PracticeClient,
	practiceClient,
} from '../helpers/practice-client.ts';

const api = '/rest/api/3';
const desk = '/rest/servicedeskapi';

/** What jira.js has no function for: experimental operations, removed ones, and one that no file describes. */
export async function callTheRest(site: PracticeSite): Promise<void> {
	const client = practiceClient(site);
	const accountIds = [1, 2, 3].map(
		(index) => site.world.people.at(index).accountId,
	);
	const query = new URLSearchParams(
		accountIds.map((id): [string, string] => ['accountId', id]),
	);
	await client.get('/_edge/tenant_info');
	await client.get(`${api}/group/bulk?groupName=jira-administrators`);
	await client.get(`${api}/user/bulk?${query.toString()}&maxResults=3`);
	await client.get(`${api}/search?jql=project=IT`);
	await client.post(`${api}/search`, {jql: 'project = IT'});
	await callCustomerLists(client, site);
}

async function callCustomerLists(
	client: PracticeClient,
	{world}: PracticeSite,
): Promise<void> {
	for (const {serviceDeskId} of world.projects.all) {
		const path = `${desk}/servicedesk/${serviceDeskId}/customer`;
		await client.get(`${path}?query=a&limit=5`, optIn);
		await client.get(path);
		const email = `guest${serviceDeskId}@new.example`;
		const {body} = await client.post<{accountId: string}>(
			`${path}/invite`,
			{email, displayName: 'Guest'},
			optIn,
		);
		await client.delete(path, {accountIds: [body.accountId]}, optIn);
	}
}

/** Calls everything as somebody who may not, and as somebody who asks for what isn't there. */
export async function callInVain(site: PracticeSite): Promise<void> {
	const {agent, customer} = site.logins;
	const nobody = {email: 'nobody@contoso.example', token: 'wrong'};
	for (const login of [nobody, customer, agent, site]) {
		const client = practiceClient(site, login);
		for (const route of allRoutes) {
			await callNowhere(client, route);
		}
	}

	const client = practiceClient(site);
	await client.get(`${desk}/organization?start=-1`);
	await client.post(
		`${desk}/organization`,
		{name: 'Ferry'},
		{headers: {'content-type': 'text/plain'}},
	);
}

async function callNowhere(
	client: PracticeClient,
	{method, path}: Route,
): Promise<void> {
	const filled = path.replaceAll(/\{\w+\}/gv, '999999');
	await (method === 'GET'
		? client.get(filled, optIn)
		: method === 'DELETE'
			? client.delete(filled, {accountIds: ['nobody']}, optIn)
			: client[method === 'POST' ? 'post' : 'put'](filled, {}, optIn));
}

/** Operations that are there to refuse: for approved apps alone, or removed. */
export const everRefused: readonly string[] = [
	`GET ${api}/user/email`,
	`GET ${api}/user/email/bulk`,
	`GET ${api}/search`,
	`POST ${api}/search`,
];

/** Every operation of the practice sites. */
export const everyOperation: readonly string[] = allRoutes.map((route) =>
	operationOf(route),
);
