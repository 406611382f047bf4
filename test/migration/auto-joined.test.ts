import {expect, test} from 'vitest';
import {copyAll} from '../helpers/engine-copy.ts';
import {
	destinationAccount,
	destinationOrganization,
	sourceAccount,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {type MemorySite} from '../helpers/memory-site.ts';
import {organizationNamed} from '../helpers/memory-site-world.ts';

const customers = ['anna', 'ben', 'cleo'].map((name) => sourceAccount(name));
const old = destinationAccount('old');

/** New customers join the organization by their domain, as soon as they are created. */
function joinOnCreation(site: MemorySite, organization: string): void {
	site.onCall(({operation, moment}) => {
		if (operation !== 'createCustomer' || moment !== 'after') {
			return;
		}

		const {members} = organizationNamed(site.world, organization)!;

		for (const {id} of site.world.accounts.values()) {
			if (id.startsWith('qm:made:')) {
				members.add(id);
			}
		}
	});
}

function createScene(organizationsThere: readonly string[]) {
	return createSites({
		source: {
			accounts: customers,
			organizations: [
				sourceOrganization('Acme', {members: customers, projects: ['IT']}),
			],
		},
		destination: {
			accounts: [old],
			organizations: organizationsThere.map((name) =>
				destinationOrganization(name, {members: [old]}),
			),
		},
		choices: {customers: 'all', duplicates: 'merge'},
	});
}

const numbered = Array.from({length: 20}, (_, index) => `Other ${index + 1}`);

test.for([
	['few organizations, which are all read', ['Joiners'], 1],
	[
		'many, of which one customer of a domain tells',
		[...numbered, 'Joiners'],
		1,
	],
] as const)(
	'customers who joined an unplanned organization by their domain are found among %s',
	async ([, names, reads]) => {
		const sites = createScene(names);
		joinOnCreation(sites.destination, 'Joiners');
		const asked: string[] = [];
		sites.destination.onCall(({operation, moment}) => {
			if (moment === 'before') {
				asked.push(operation);
			}
		});
		const {summary} = await copyAll(sites);
		expect(summary).toMatchObject({exitCode: 0, unexplained: 0});
		expect(summary.autoJoined).toEqual([
			{organization: 'Joiners', customers: customers.map(({id}) => id)},
		]);
		const asks = asked.filter((operation) => operation === 'organizationsOf');
		expect(asks.length).toBe(names.length > 1 ? reads : 0);
	},
);

test('customers who joined by their domain an organization that was merged into are found', async () => {
	const sites = createSites({
		source: {
			accounts: customers,
			organizations: [
				sourceOrganization('Acme', {
					members: customers.slice(0, 1),
					projects: ['IT'],
				}),
			],
		},
		destination: {
			accounts: [old],
			organizations: [destinationOrganization('Acme', {members: [old]})],
		},
		choices: {customers: 'all', duplicates: 'merge'},
	});
	joinOnCreation(sites.destination, 'Acme');
	const {summary} = await copyAll(sites);
	// Whoever was there before is nobody's business.
	expect(summary.autoJoined).toEqual([
		{
			organization: 'Acme',
			customers: customers.slice(1).map(({id}) => id),
		},
	]);
});

test('where nobody joins by himself nothing is told', async () => {
	const {summary} = await copyAll(createScene(['Others']));
	expect(summary).not.toHaveProperty('autoJoined');
});
