import {expect, test} from 'vitest';
import {readRequestFields} from '../../source/jira/resources/field.ts';
import {countRequestsSharedWith} from '../../source/jira/resources/request-use.ts';
import {withClient} from '../helpers/jira-client.ts';
import {type Reply, json} from '../helpers/server.ts';

const project = {id: '1', key: 'SUP', name: 'Support'};

const organizations = {
	id: 'customfield_10002',
	name: 'Organisationen',
	schema: {
		type: 'array',
		custom: 'com.atlassian.servicedesk:sd-customer-organizations',
	},
};

async function counted(
	answer: Reply,
	fields: readonly unknown[] = [organizations],
): Promise<{readonly found: number | undefined; readonly asked: string}> {
	let found: number | undefined;
	let asked = '';
	const routes = {
		'GET /rest/api/3/field': json(fields),
		'POST /rest/api/3/search/approximate-count': answer,
	};
	await withClient(routes, async ({client, visits}) => {
		const named = await readRequestFields(client);
		const shared = {organizationId: '12', project};
		found = await countRequestsSharedWith(client, shared, named);
		asked = JSON.stringify(visits);
	});
	return {found, asked};
}

test('shared requests are counted by the id of the organization and the number of the field', async () => {
	const {found, asked} = await counted(json({count: 41}));
	expect(found).toBe(41);
	expect(asked).toContain('(cf[10002] = 12)');
});

test.each([400, 403, 404])(
	'a count that is refused with %i is unknown, which is no error',
	async (status) => {
		const answer = json({errorMessages: ['no']}, status);
		expect(await counted(answer)).toMatchObject({found: undefined});
	},
);

test('a site without the field is not asked', async () => {
	const {found, asked} = await counted(json({count: 41}), []);
	expect(found).toBeUndefined();
	expect(asked).not.toContain('approximate-count');
});
