import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {connectSource} from '../../source/jira/connect.ts';
import {createEngineClock} from '../helpers/engine-clock.ts';
import {openJiraJs} from '../helpers/checked-jira-js.ts';
import {judgedReader, type SiteLogin} from '../helpers/judged-reader.ts';
import {withPractice} from '../helpers/practice-client.ts';

const api = '/rest/api/3';
const desk = '/rest/servicedeskapi';

/** Gives a site to a test. */
type WithSite = (scene: (site: SiteLogin) => Promise<void>) => Promise<void>;

/** A site of one's own, only read: set JSM_FERRY_REAL_URL, JSM_FERRY_REAL_EMAIL and JSM_FERRY_REAL_TOKEN. */
const real = {
	url: process.env['JSM_FERRY_REAL_URL'],
	email: process.env['JSM_FERRY_REAL_EMAIL'],
	token: process.env['JSM_FERRY_REAL_TOKEN'],
};

const sites: ReadonlyArray<readonly [name: string, withSite: WithSite]> = [
	[
		'practice',
		async (scene) =>
			withPractice({}, async ({source}) => {
				await scene(source);
				expect(source.calls().writes).toBe(0);
			}),
	],
	...(Object.values(real).every((value) => value !== undefined)
		? [
				[
					'real',
					async (scene: (site: SiteLogin) => Promise<void>) => {
						await scene(real as SiteLogin);
					},
				] as const,
			]
		: []),
];

type Page<Item> = {
	readonly values: readonly Item[];
	readonly isLastPage?: boolean;
};

describe.each(sites)('A %s site', (_, withSite) => {
	test('tells what it is, and what the login may do.', async () => {
		await withSite(async (site) => {
			const {read} = judgedReader(site);
			const {body} = await read<{readonly deploymentType: string}>(
				`GET ${api}/serverInfo`,
			);
			expect(body.deploymentType).toBe('Cloud');
			await read(`GET ${desk}/info`);
			await read(`GET ${api}/myself`, {query: {expand: 'groups'}});
			const missing = await read(`GET ${api}/mypermissions`);
			const known = await read(`GET ${api}/mypermissions`, {
				query: {permissions: 'ADMINISTER,USER_PICKER'},
			});
			expect([missing.status, known.status]).toEqual([400, 200]);
		});
	}, 60_000);

	test('lists people as a bare array, and refuses a search for nothing.', async () => {
		await withSite(async (site) => {
			const {read} = judgedReader(site);
			const {body} = await read<readonly unknown[]>(`GET ${api}/users/search`, {
				query: {startAt: '0', maxResults: '20'},
			});
			expect(body.length).toBeLessThanOrEqual(20);
			await read(`GET ${api}/user/search`, {query: {query: 'a'}});
			const {status} = await read(`GET ${api}/user/search`);
			expect(status).toBe(400);
		});
	}, 60_000);

	test('shows organizations and their members page by page.', async () => {
		await withSite(async (site) => {
			const {read} = judgedReader(site);
			const {body} = await read<Page<{readonly id: string}>>(
				`GET ${desk}/organization`,
				{query: {start: '0', limit: '3'}},
			);
			expect(body.values.length).toBeLessThanOrEqual(3);
			for (const {id: organizationId} of body.values) {
				const path = {organizationId};
				await read(`GET ${desk}/organization/{organizationId}`, {path});
				await read(`GET ${desk}/organization/{organizationId}/user`, {path});
				await read(`GET ${desk}/organization/{organizationId}/property`, {
					path,
				});
			}

			const {status} = await read(`GET ${desk}/organization/{organizationId}`, {
				path: {organizationId: '999999999'},
			});
			expect(status).toBe(404);
		});
	}, 60_000);

	test('shows service projects with their organizations, customers and roles.', async () => {
		await withSite(async (site) => {
			const {read} = judgedReader(site);
			const {body} = await read<
				Page<{readonly id: string; readonly projectKey: string}>
			>(`GET ${desk}/servicedesk`, {query: {limit: '3'}});
			for (const {id: serviceDeskId, projectKey} of body.values) {
				const path = {serviceDeskId};
				await read(`GET ${desk}/servicedesk/{serviceDeskId}`, {path});
				await read(`GET ${desk}/servicedesk/{serviceDeskId}/organization`, {
					path,
				});
				await read(`GET ${desk}/servicedesk/{serviceDeskId}/customer`, {
					path,
					query: {limit: '5'},
				});
				const project = {projectIdOrKey: projectKey};
				await read(`GET ${api}/project/{projectIdOrKey}`, {path: project});
				await read(`GET ${api}/project/{projectIdOrKey}/role`, {path: project});
				await read(`GET ${api}/project/{projectKeyOrId}/permissionscheme`, {
					path: {projectKeyOrId: projectKey},
					query: {expand: 'all'},
				});
			}
		});
	}, 60_000);

	test('finds requests by JQL, and has fields told apart by their schema.', async () => {
		await withSite(async (site) => {
			const {read} = judgedReader(site);
			await read(`GET ${api}/field`);
			const {body} = await read<{
				readonly issues: ReadonlyArray<{readonly key: string}>;
			}>(`POST ${api}/search/jql`, {
				body: {
					jql: 'created >= "2000-01-01" ORDER BY key',
					fields: ['summary', 'reporter', 'comment'],
					maxResults: 3,
				},
			});
			for (const {key} of body.issues) {
				const path = {issueIdOrKey: key};
				await read(`GET ${api}/issue/{issueIdOrKey}/comment`, {path});
				await read(`GET ${api}/issue/{issueIdOrKey}/worklog`, {path});
			}
		});
	}, 60_000);

	test('is read by jira.js, which accepts its answers.', async () => {
		await withSite(async (site) => {
			const {cloud, serviceDesk} = await openJiraJs(site);
			await cloud.serverInfo.getServerInfo();
			await cloud.users.getAllUsers({maxResults: 20});
			await cloud.issueFields.getFields();
			await serviceDesk.organization.getOrganizations({limit: 5});
			await serviceDesk.servicedesk.getServiceDesks({limit: 5});
		});
	}, 60_000);

	test('is read by our own client.', async () => {
		await withSite(async (site) => {
			const clock = createEngineClock();
			const {site: reader, close} = await connectSource({
				...site,
				clock,
				random: () => 0.5,
			});
			try {
				for (const pages of [
					reader.accounts(),
					reader.organizations(),
					reader.serviceProjects(),
				]) {
					const page = await firstPage(pages);
					expect(page.length).toBeGreaterThan(0);
				}
			} finally {
				close();
			}
		});
	}, 60_000);
});

/** A large site is not read to its end. */
async function firstPage(
	pages: AsyncIterable<readonly unknown[]>,
): Promise<readonly unknown[]> {
	const {value} = (await pages[Symbol.asyncIterator]().next()) as {
		readonly value?: readonly unknown[];
	};
	return value ?? [];
}
