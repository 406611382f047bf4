import {expect, test} from 'vitest';
import {listProjectRoles} from '../../source/jira/resources/role.ts';
import {type JiraClient} from '../../source/jira/client.ts';
import {namedInProject} from '../../source/jira/named-in-project.ts';
import {allComments} from '../../source/jira/resources/issue.ts';
import {readAccounts} from '../../source/jira/resources/user.ts';
import {
	type Workflow,
	readWorkflows,
} from '../../source/jira/resources/workflow.ts';
import {project} from '../helpers/engine-people.ts';
import {factsOf, withClient} from '../helpers/jira-client.ts';
import {type Reply, json} from '../helpers/server.ts';

const comment = (accountId: string) => ({
	author: {accountId, displayName: accountId},
	body: {type: 'doc', version: 1, content: []},
});

const restOfComments = 'GET /rest/api/3/issue/IT-1/comment';

const issueWith = (field: unknown) => ({key: 'IT-1', fields: {comment: field}});

async function authorsOf(
	client: JiraClient,
	field: unknown,
): Promise<ReadonlyArray<string | undefined>> {
	const comments = await allComments(client, issueWith(field));
	return comments.map(({author}) => author?.accountId);
}

test('comments that a search shows completely are not read again', async () => {
	await withClient({}, async ({client, visits}) => {
		const shown = {comments: [comment('anna')], total: 1};
		expect(await authorsOf(client, shown)).toEqual(['anna']);
		expect(await authorsOf(client, undefined)).toEqual([]);
		expect(visits).toEqual([]);
	});
});

test('only the comments a search leaves out are read, page by page', async () => {
	const pages = [
		json({comments: [comment('ben')], total: 3}),
		json({comments: [comment('cleo')], total: 3}),
	];
	await withClient({[restOfComments]: pages}, async ({client, visits}) => {
		const shown = {comments: [comment('anna')], total: 3};
		expect(await authorsOf(client, shown)).toEqual(['anna', 'ben', 'cleo']);
		const starts = visits.map(({query}) => query.get('startAt'));
		expect(starts).toEqual(['1', '2']);
	});
});

test('a comment field of an unknown shape is read from the start', async () => {
	const page = json({comments: [comment('anna')], total: 1});
	await withClient({[restOfComments]: page}, async ({client}) => {
		expect(await authorsOf(client, {first: 'anna'})).toEqual(['anna']);
	});
});

test.for([
	['deleted meanwhile', json({errorMessages: ['Gone']}, 404)],
	['whose last comments were deleted', json({comments: [], total: 9})],
] as const)('a request %s ends the reading', async ([, reply]) => {
	await withClient({[restOfComments]: reply}, async ({client}) => {
		const shown = {comments: [comment('anna')], total: 9};
		expect(await authorsOf(client, shown)).toEqual(['anna']);
	});
});

/** Refuses every call that names a word which is no account id, as a whole. */
const refusesWords: Reply = (response, visit) => {
	const ids = visit.query.getAll('accountId');
	const reply = ids.includes('no-account')
		? json({errorMessages: ['The account id is malformed.']}, 400)
		: json({
				values: ids.map((accountId) => ({
					accountId,
					accountType: 'atlassian',
					displayName: accountId,
				})),
			});
	reply(response, visit);
};

test('one word that is no account id does not hide the others', async () => {
	const routes = {'GET /rest/api/3/user/bulk': refusesWords};
	await withClient(routes, async ({client, visits}) => {
		const ids = Array.from({length: 20}, (_, index) => `person-${index}`);
		const asked = ids.toSpliced(7, 0, 'no-account');
		const found = await readAccounts(client, asked);
		expect(found.map(({id}) => id)).toEqual(ids);
		expect(visits.length).toBeLessThan(12);
	});
});

const id = '712020:0f2a7c3e-1111-4222-8333-944455566677';

const workflowOf = (parameters: unknown) => ({
	name: 'Support',
	scope: {type: 'GLOBAL'},
	transitions: [
		{
			id: '11',
			name: `${id} stands in a name only`,
			actions: [{ruleKey: 'system:change-assignee', parameters}],
			conditions: {
				operation: 'ALL',
				conditions: [],
				conditionGroups: [{conditions: [{ruleKey: 'x', parameters}]}],
			},
		},
	],
});

async function candidatesOf(parameters: unknown): Promise<readonly string[]> {
	let found: readonly Workflow[] = [];
	const page = json({values: [workflowOf(parameters)], isLast: true});
	await withClient(
		{'GET /rest/api/3/workflows/search': page},
		async ({client}) => {
			found = await readWorkflows(client);
		},
	);
	return found.flatMap(({candidates}) => candidates);
}

test.for([
	[{type: 'to-selected-user', accountId: id}],
	[{accountIds: `allow-reporter,${id}`}],
	[{value: JSON.stringify([{accountId: 'x'}, id])}],
	[{nested: {deeper: [id]}}],
])('a rule names an account by %j', async ([parameters]) => {
	expect(await candidatesOf(parameters)).toEqual([id]);
});

test.for([[{}], [{type: 'to-reporter'}], [null], [{accountIds: ''}]])(
	'a rule names nobody by %j',
	async ([parameters]) => {
		expect(await candidatesOf(parameters)).toEqual([]);
	},
);

const itProject = {'GET /rest/api/3/project/IT': json({id: 10_001})};

async function namedIn(
	routes: Readonly<Record<string, Reply>>,
	workflows: readonly Workflow[] = [],
): Promise<readonly string[]> {
	let found: readonly string[] = [];
	await withClient({...itProject, ...routes}, async ({client}) => {
		const known = {
			workflows: async () => workflows,
			roles: async () => listProjectRoles(client, 'IT'),
		};
		const named = await namedInProject(client, project('IT'), known);
		found = named.map(({as, example}) => `${as} ${example}`);
	});
	return found;
}

test('what the login may not see of a project names nobody', async () => {
	expect(await namedIn({})).toEqual([]);
	expect(await namedIn({'*': json({errorMessages: ['No']}, 403)})).toEqual([]);
});

test('another trouble than a missing right is told', async () => {
	const broken = {'*': json({errorMessages: ['Ouch']}, 400)};
	await withClient({...itProject, ...broken}, async ({client}) => {
		const facts = await factsOf(
			namedInProject(client, project('IT'), {
				workflows: async () => [],
				roles: async () => listProjectRoles(client, 'IT'),
			}),
		);
		expect(facts.code).toBe('refused');
	});
});

test('a project uses the workflows of its scheme, and those of its own', async () => {
	const scheme = {
		workflowScheme: {
			defaultWorkflow: 'Default',
			issueTypeMappings: {10_001: 'Mapped'},
		},
	};
	const workflow = (name: string, projectId?: string) => ({
		name,
		candidates: [id],
		...(projectId !== undefined && {projectId}),
	});
	const found = await namedIn(
		{'GET /rest/api/3/workflowscheme/project': json({values: [scheme]})},
		[
			workflow('Default'),
			workflow('Mapped'),
			workflow('Of others'),
			workflow('Own', '10001'),
			workflow('Own of another', '10002'),
		],
	);
	expect(found).toEqual([
		'workflow-rule IT: Default',
		'workflow-rule IT: Mapped',
		'workflow-rule IT: Own',
	]);
});
