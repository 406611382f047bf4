/*
Plans without any site and tells how long it took: node bench/plan-alone.ts 1000000 10000
A process of its own, so that nothing else is on its heap.
*/
import {Buffer} from 'node:buffer';
import process from 'node:process';
import {defaultChoices} from '../source/migration/choices.ts';
import {emptyMemory} from '../source/migration/memory.ts';
import {
	type Account,
	type Customer,
	type OrganizationDetails,
	type ServiceProject,
} from '../source/migration/model.ts';
import {type PlanInput, planCopy} from '../source/migration/plan-copy.ts';

const [customers = '1000', organizations = '10'] = process.argv.slice(2);
const input = worldOf(Number(customers), Number(organizations));
const begun = process.cpuUsage();
const plan = planCopy(input);
const {user, system} = process.cpuUsage(begun);
process.stdout.write(
	JSON.stringify({
		seconds: (user + system) / 1e6,
		planned: plan.customers.length + plan.organizations.length,
	}),
);

/** Half of the customers are there already, and every fourth organization collides with one of those of its members. */
function worldOf(count: number, many: number): PlanInput {
	const projects = Array.from({length: 33}, (_, index): ServiceProject => ({
		id: String(index),
		key: `SD${index}`,
		name: `Desk ${index}`,
	}));
	const people = Array.from({length: count}, (_, index) =>
		person('source', index),
	);
	const there = people
		.filter((_, index) => index % 2 === 0)
		.map((account) => ({...account, id: idThere(account.id)}));
	const idsThere = new Set(there.map(({id}) => id));
	const details = Array.from({length: many}, (_, index) =>
		organization('source', index, people, many),
	);
	const twins = details
		.filter((_, index) => index % 4 === 0)
		.map((one, index) => ({
			...one,
			id: `d${index}`,
			members: one.members
				.map((id) => idThere(id))
				.filter((id) => idsThere.has(id)),
		}));
	return {
		source: {
			site: {id: 's', url: 'https://s.example', name: 'Source'},
			projects,
			customers: people,
			leftOut: {agents: [], apps: [], deleted: []},
			deletedContent: [],
			gone: {customers: [], organizations: []},
			organizations: details,
			organizationNames: details.map(({name}) => name),
			access: [],
		},
		destination: {
			site: {id: 'd', url: 'https://d.example', name: 'Destination'},
			projects,
			accounts: there,
			organizations: twins,
			details: twins,
			access: [],
			canRevoke: true,
		},
		projects: projects.map((project) => ({from: project, to: project})),
		memory: emptyMemory,
		choices: {...defaultChoices, customers: 'all', duplicates: 'rename'},
		decisions: {},
	};
}

function person(site: string, index: number): Account & Customer {
	return {
		id: idOf(site, index),
		type: 'portal-only',
		name: answered(`Person Number ${index}`),
		email: answered(`Person.${index}@customer-${index % 5000}.example`),
		status: index % 20 === 0 ? 'inactive' : 'active',
		reasons: [{type: 'reporter', example: `SD1-${index}`}],
	};
}

function idOf(site: string, index: number): string {
	return answered(
		`qm:${site}-3c0f-47ab-9d7e-1f2a3b4c5d6e:${index.toString(16).padStart(32, '0')}`,
	);
}

/** The id on the destination of who has this one on the source. */
function idThere(id: string): string {
	return answered(id.replace('source', 'destination'));
}

/** A text as an answer of a site gives it: in one piece and a copy of its own. One put together here stays in pieces, which are slow to look up. */
function answered(text: string): string {
	return Buffer.from(text).toString('latin1');
}

function organization(
	site: string,
	index: number,
	people: readonly Account[],
	many: number,
): OrganizationDetails {
	const size = Math.floor(people.length / many);
	return {
		id: `${site}${index}`,
		name: `Company ${index} Ltd`,
		managed: false,
		// A scan keeps one text for each id of the source, wherever it was met.
		members: people.slice(index * size, (index + 1) * size).map(({id}) => id),
		projects: [`SD${index % 33}`],
	};
}
