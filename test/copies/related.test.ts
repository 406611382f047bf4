import {expect, test} from 'vitest';
import {
	type Reason,
	type ReasonType,
	type SourceSnapshot,
} from '../../source/migration/model.ts';
import {readAll} from '../../source/migration/pages.ts';
import {scanSource} from '../../source/migration/scan-source.ts';
import {sum} from '../../source/migration/sum.ts';
import {type PracticeSite} from '../../source/practice/practice-sites.ts';
import {type ConnectedSites, withSites} from '../helpers/jira-sites.ts';
import {relatedPeople} from '../helpers/related-people.ts';

const manyRequests = {
	customers: 3000,
	organizations: 60,
	requests: 5000,
} as const;

/** Milliseconds for a scan of that many on a slow machine. */
const timeout = 60_000;

async function scan(
	{from}: Pick<ConnectedSites, 'from'>,
	keys: readonly string[] | 'all',
	customers: 'related' | 'all' = 'related',
): Promise<SourceSnapshot> {
	const projects = await readAll(from.serviceProjects());
	return scanSource(from, {
		projects: projects.filter(({key}) => keys === 'all' || keys.includes(key)),
		customers,
		emit() {
			// Nobody listens.
		},
	});
}

const idsOf = (accounts: ReadonlyArray<{readonly id: string}>) =>
	accounts.map(({id}) => id).toSorted();

test(
	'R1: of 5,000 requests, exactly those are related whom the site’s own world names there',
	{timeout},
	async () => {
		await withSites(manyRequests, async ({source, from}) => {
			for (const keys of [['IT'], ['HR', 'LEGAL'], ['IT', 'HR', 'LEGAL']]) {
				const found = await scan({from}, keys);
				const {customers, agents, apps, deleted} = relatedPeople(source, keys);
				expect(customers.size).toBeGreaterThan(50);
				expect(customers.size).toBeLessThan(manyRequests.customers);
				expect(idsOf(found.customers)).toEqual([...customers].toSorted());
				expect(idsOf(found.leftOut.agents)).toEqual([...agents].toSorted());
				expect(idsOf(found.leftOut.apps)).toEqual([...apps].toSorted());
				expect(idsOf(found.leftOut.deleted)).toEqual([...deleted].toSorted());
			}
		});
	},
);

/** A key for each, so that a new reason without a person of its own fails the type check here. */
const alone = {
	'project-list': ['Lisa Customerlist', 'IT'],
	'organization-member': ['Happy Hogan', 'Stark Industries'],
	reporter: ['Rita Reporter', 'IT-2'],
	creator: ['Cora Creator', 'IT-6'],
	assignee: ['Asa Assignee', 'IT-7'],
	participant: ['Paul Participant', 'IT-3'],
	'user-field': ['Peter Picked', 'IT-4 (Contact)'],
	mention: ['Mia Mentioned', 'HR-2'],
	'comment-author': ['Connie Commenter', 'IT-8'],
	'worklog-author': ['Will Worklog', 'IT-10'],
	'workflow-rule': [
		'Wanda Workflow',
		'IT: IT: Service Request Fulfilment workflow',
	],
	permission: ['Perry Permission', 'HR: ADD_COMMENTS'],
	'project-role': ['Rolf Role', 'IT: Viewers'],
} as const satisfies Record<ReasonType, readonly [string, string]>;

test.for(Object.entries(alone))(
	'R1: %s alone relates a customer, and is told with an example',
	async ([type, [name, example]]) => {
		await withSites({}, async ({from}) => {
			const {customers} = await scan({from}, 'all');
			const found = customers.filter((one) => one.name === name);
			expect(found.map(({reasons}) => reasons)).toEqual([[{type, example}]]);
		});
	},
);

test.for([
	['Ann Approver', 'user-field', 'HR-1 (Approvers)'],
	['Mona Multipicked', 'user-field', 'IT-5 (Stakeholders)'],
	['Otis Owner', 'user-field', 'LEGAL-1 (Owners)'],
	['Desmond Described', 'mention', 'HR-3'],
	['Nate Noted', 'mention', 'IT-9'],
] as const)(
	'R1: %s is related as %s of %s alone',
	async ([name, ...reason]) => {
		await withSites({}, async ({from}) => {
			const {customers} = await scan({from}, 'all');
			const [type, example] = reason;
			expect(customers.find((one) => one.name === name)?.reasons).toEqual<
				readonly Reason[]
			>([{type, example}]);
		});
	},
);

test(
	'R1: the scan reads pages of requests, and of a request only what its page left out',
	{timeout},
	async () => {
		await withSites(manyRequests, async ({source, from}) => {
			source.resetCalls();
			await scan({from}, 'all');
			const {byOperation} = source.calls();
			const pages = source.world.projects.all.map(({key}) =>
				Math.ceil(countRequests(source, key) / 100),
			);
			expect(byOperation).toMatchObject({
				'POST /rest/api/3/search/jql': sum(pages),
				// One request has 25 comments, another 25 worklogs.
				'GET /rest/api/3/issue/{issueIdOrKey}/comment': 1,
				'GET /rest/api/3/issue/{issueIdOrKey}/worklog': 1,
				'GET /rest/api/3/field': 1,
				'GET /rest/api/3/workflows/search': 1,
			});
			expect(byOperation).not.toHaveProperty('GET /rest/api/3/user/bulk');
		});
	},
);

function countRequests({world}: PracticeSite, key: string): number {
	return world.requests.indexes(key, Infinity).toArray().length;
}

test.for(['related', 'all'] as const)(
	'R2: in the scope “%s” content of deleted customers is counted by project, with keys, and nobody is made for it',
	async (scope) => {
		await withSites({}, async ({source, from}) => {
			const {customers, leftOut, deletedContent} = await scan(
				{from},
				'all',
				scope,
			);
			const [one, two] = source.world.people
				.page(0, source.world.people.size, 'oldest-first')
				.filter(({isDeleted}) => isDeleted)
				.map(({accountId}) => accountId);
			expect(deletedContent).toEqual([
				{project: 'IT', account: one, requests: 1, keys: ['IT-11']},
				{project: 'IT', account: two, requests: 1, keys: ['IT-12']},
			]);
			expect(new Set(idsOf(leftOut.deleted))).toEqual(new Set([one, two]));
			expect(customers.map(({status}) => status)).not.toContain('deleted');
		});
	},
);
