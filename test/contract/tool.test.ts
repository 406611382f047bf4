import process from 'node:process';
import {afterAll, expect, test} from 'vitest';
import {type Choices} from '../../source/migration/choices.ts';
import {allHabits} from '../../source/practice/practice-sites.ts';
import {type ConnectedSites, withSites} from '../helpers/jira-sites.ts';
import {MemoryLedger} from '../helpers/memory-ledger.ts';
import {practiceClient} from '../helpers/practice-client.ts';
import {copySites} from '../helpers/practice-copy.ts';

/** What the tool sent. Whether it was valid, and the answers were, is checked wherever practice sites run. */
const sent = new Set<string>();
const fates = {customers: new Set<string>(), organizations: new Set<string>()};

/** Every write of a copy, which is every write that mails nobody (R7). */
const writes = [
	'POST /rest/servicedeskapi/customer',
	'POST /rest/servicedeskapi/organization',
	'POST /rest/servicedeskapi/organization/{organizationId}/user',
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization',
	'PUT /rest/servicedeskapi/customer/user/{accountId}/revoke-portal-only-access',
];

function note({source, destination}: ConnectedSites): void {
	for (const site of [source, destination]) {
		for (const operation of Object.keys(site.calls().byOperation)) {
			sent.add(operation);
		}
	}
}

test.each<[scenario: string, duplicates: Choices['duplicates']]>([
	['first-steps', 'stop'],
	['acme', 'merge'],
	['acme', 'rename'],
	['mismatched', 'skip'],
])(
	'A copy of %s with duplicates: %s, and another one after it, is valid and complete.',
	async (scenario, duplicates) => {
		await withSites({scenario, habits: allHabits(true)}, async (sites) => {
			const ledger = new MemoryLedger();
			const choices = {customers: 'all', duplicates} as const;
			for (const round of [1, 2]) {
				const {plan, summary} = await copySites(sites, {ledger, choices});
				expect(summary, `round ${round}`).toMatchObject({unexplained: 0});
				for (const kind of ['customers', 'organizations'] as const) {
					for (const {fate} of plan[kind]) {
						fates[kind].add(fate);
					}
				}
			}

			note(sites);
		});
	},
);

test('So is what a copy asks only in rare cases.', async () => {
	await withSites({habits: allHabits(true)}, async (sites) => {
		const {source, to, from} = sites;
		const ids = [1, 2, 3].map(
			(index) => source.world.people.at(index).accountId,
		);
		expect(await from.accountsById(ids)).toHaveLength(3);
		expect(await to.findAccounts('hank@globex.example')).toHaveLength(1);
		expect(await to.rights()).toEqual({
			createCustomers: true,
			revokeAccess: true,
		});
		note(sites);
	});
});

test.each([true, false])(
	'A name with blanks around it is copied once, whether the destination trims it (%s) or not.',
	async (trimmedNames) => {
		await withSites({habits: {trimmedNames}}, async (sites) => {
			const {source, destination} = sites;
			const {post} = practiceClient(source);
			const root = '/rest/servicedeskapi';
			const {body} = await post<{readonly id: string}>(`${root}/organization`, {
				name: ' Ferry ',
			});
			await post(`${root}/servicedesk/1/organization`, {
				organizationId: Number(body.id),
			});
			const ledger = new MemoryLedger();
			const choices = {duplicates: 'rename'} as const;
			for (const fate of ['create', 'unchanged']) {
				const {plan, summary} = await copySites(sites, {ledger, choices});
				const planned = plan.organizations.find(({id}) => id === body.id);
				expect(planned).toMatchObject({fate});
				expect(summary.unexplained).toBe(0);
			}

			expect(
				destination.world.organizations.named('Ferry', 'folded'),
			).toHaveLength(1);
		});
	},
);

test('The copies had customers and organizations of every fate.', () => {
	expect([...fates.customers].toSorted()).toEqual([
		'attention',
		'create',
		'link',
		'unchanged',
	]);
	expect([...fates.organizations].toSorted()).toEqual([
		'attention',
		'conflict',
		'create',
		'link',
		'skip',
		'unchanged',
	]);
});

test('The copies sent every kind of write that a copy may send.', () => {
	const written = [...sent].filter((operation) =>
		/^(?:POST|PUT)/v.test(operation),
	);
	expect(written).toEqual(expect.arrayContaining(writes));
});

afterAll(() => {
	process.stdout.write(
		`The tool's ${sent.size} operations are valid by Atlassian's files, and so are their answers.\n`,
	);
});
