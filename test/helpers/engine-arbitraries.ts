import fc from 'fast-check';
import {
	type Choices,
	type Decision,
	type Decisions,
} from '../../source/migration/choices.ts';
import {
	type Account,
	type AccountStatus,
	type AccountType,
	type OrganizationDetails,
	type ProjectAccess,
} from '../../source/migration/model.ts';
import {
	accessTo,
	counterpart,
	destinationAccount,
	destinationOrganization,
	project,
	sourceAccount,
	sourceOrganization,
} from './engine-people.ts';
import {createSites} from './engine-sites.ts';
import {type MemorySiteHabits} from './memory-site-reader.ts';

/** Few of each, so that they meet often. */
const names = ['anna', 'ben', 'cleo', 'dora', 'emil', 'finn'];
const organizationNames = [
	'Acme',
	'ACME',
	'acme ',
	'Bolt',
	'Bolt  Inc',
	'Cask',
];
const newNames = ['New', 'new', 'Acme', 'Acme (Old)', ' '];
const sourceKeys = ['IT', 'HR', 'LAB'];
const destinationKeys = ['IT', 'PEOPLE', 'OTHER'];

/** Two sites and what the admin asks for, as plain data; `buildSites` makes sites of it, as often as one likes. */
export type Circumstances = {
	readonly accounts: readonly Account[];
	readonly agents: readonly string[];
	readonly organizations: readonly OrganizationDetails[];
	readonly access: readonly ProjectAccess[];
	readonly there: {
		readonly accounts: readonly Account[];
		readonly organizations: readonly OrganizationDetails[];
		readonly access: readonly ProjectAccess[];
	};
	readonly habits: Partial<MemorySiteHabits>;
	readonly asked: {
		readonly choices: Partial<Choices>;
		readonly decisions: Decisions;
	};
};

export function buildSites({there, asked, habits, ...source}: Circumstances) {
	return createSites({
		source: {projects: sourceKeys.map((key) => project(key)), ...source},
		destination: {
			projects: destinationKeys.map((key) => project(key)),
			...there,
		},
		habits,
		map: counterpart('HR', 'PEOPLE'),
		...asked,
	});
}

/** Circumstances of every kind. Zoe is always there to be copied, since a copy of nobody is refused. */
export function anyCircumstances(): fc.Arbitrary<Circumstances> {
	return fc
		.record({
			here: anyPeople(sourceAccount),
			there: anyPeople(destinationAccount),
			agents: fc.subarray(names, {maxLength: 1}),
		})
		.chain(({here, there, agents}) =>
			fc.record({
				accounts: fc.constant([sourceAccount('zoe'), ...here]),
				agents: fc.constant(
					here
						.filter(
							({name, type}) => type === 'atlassian' && agents.includes(name),
						)
						.map(({id}) => id),
				),
				organizations: anyOrganizations(sourceOrganization, here, sourceKeys),
				access: anyAccess(sourceKeys, here, [sourceAccount('zoe')]),
				there: fc.record({
					accounts: fc.constant(there),
					organizations: anyOrganizations(
						destinationOrganization,
						there,
						destinationKeys,
					),
					access: anyAccess(destinationKeys, there),
				}),
				habits: anyHabits(),
				asked: fc.record({
					choices: anyChoices(),
					decisions: anyDecisions(),
				}),
			}),
		);
}

function anyPeople(
	make: (name: string, facts: Partial<Account>) => Account,
): fc.Arbitrary<readonly Account[]> {
	const person = fc.record({
		name: fc.constantFrom(...names),
		type: fc.constantFrom<AccountType>(
			'portal-only',
			'portal-only',
			'atlassian',
			'app',
		),
		status: fc.constantFrom<AccountStatus>(
			'active',
			'active',
			'inactive',
			'deleted',
		),
		hasEmail: fc.boolean(),
	});
	return fc.uniqueArray(person, {selector: ({name}) => name}).map((found) =>
		found.map(({name, hasEmail, ...facts}) => {
			// Former users and apps show none.
			const isShowsEmail =
				hasEmail && facts.status !== 'deleted' && facts.type !== 'app';
			return make(name, isShowsEmail ? facts : {...facts, email: undefined});
		}),
	);
}

function anyOrganizations(
	make: typeof sourceOrganization,
	people: readonly Account[],
	keys: readonly string[],
): fc.Arbitrary<readonly OrganizationDetails[]> {
	const organization = fc.record({
		name: fc.constantFrom(...organizationNames),
		members: fc.subarray([...people]),
		projects: fc.subarray([...keys]),
		managed: fc.nat(5).map((number) => number === 0),
	});
	return fc
		.uniqueArray(organization, {selector: ({name}) => name})
		.map((found) => found.map(({name, ...facts}) => make(name, facts)));
}

/** The customer roles of three projects; whoever must have access has it to the first. */
function anyAccess(
	keys: readonly string[],
	accounts: readonly Account[],
	always: readonly Account[] = [],
): fc.Arbitrary<readonly ProjectAccess[]> {
	const role = fc.subarray([...accounts]);
	return fc
		.tuple(role, role, role)
		.map((roles) =>
			keys.map((key, index) =>
				accessTo(key, ...(index === 0 ? always : []), ...(roles[index] ?? [])),
			),
		);
}

function anyHabits(): fc.Arbitrary<Partial<MemorySiteHabits>> {
	return fc.record({
		rights: fc.record({
			createCustomers: fc.constant(true),
			revokeAccess: fc.boolean(),
		}),
		showsRoles: fc.boolean(),
		listsMembers: fc.boolean(),
		pageSize: fc.integer({min: 1, max: 4}),
	});
}

/** Emails make twins of Anna now and then. */
function anyChoices(): fc.Arbitrary<Partial<Choices>> {
	const twins = ['cleo', 'finn'].map((name) => sourceAccount(name).id);
	return fc.record({
		customers: fc.constantFrom('related', 'all'),
		duplicates: fc.constantFrom('stop', 'rename', 'merge', 'skip'),
		missingAtlassian: fc.constantFrom('attention', 'create'),
		inactive: fc.constantFrom('copy', 'skip'),
		emails: fc
			.subarray(twins)
			.map((chosen) =>
				Object.fromEntries(chosen.map((id) => [id, 'Anna@acme.example'])),
			),
	});
}

function anyDecisions(): fc.Arbitrary<Decisions> {
	const decision = fc.oneof(
		fc.constant<Decision>({type: 'merge'}),
		fc.constant<Decision>({type: 'skip'}),
		fc
			.constantFrom(...newNames)
			.map((name): Decision => ({type: 'rename', name})),
		fc.constantFrom(...organizationNames).map((name): Decision => ({
			type: 'map',
			destinationId: destinationOrganization(name).id,
		})),
	);
	const ids = organizationNames.map((name) => sourceOrganization(name).id);
	return fc.dictionary(fc.constantFrom(...ids), decision, {maxKeys: 3});
}
