import {expect, test} from 'vitest';
import {type Choices} from '../../source/migration/choices.ts';
import {type EngineEvent} from '../../source/migration/events.ts';
import {type SourceSnapshot} from '../../source/migration/model.ts';
import {scanSource} from '../../source/migration/scan-source.ts';
import {createListener} from '../helpers/engine-copy.ts';
import {
	accessTo,
	project,
	sourceAccount,
	sourceOrganization,
	sourceSite,
} from '../helpers/engine-people.ts';
import {siteError} from '../helpers/memory-site-faults.ts';
import {type MemorySiteHabits} from '../helpers/memory-site-reader.ts';
import {MemorySite} from '../helpers/memory-site.ts';

const listed = sourceAccount('listed');
const member = sourceAccount('member');
const reporter = sourceAccount('reporter');
const participant = sourceAccount('participant');
const formerMember = sourceAccount('former-member', {status: 'deleted'});
const agent = sourceAccount('agent', {type: 'atlassian'});
const robot = sourceAccount('robot', {type: 'app', status: 'deleted'});
const viewer = sourceAccount('viewer');
const bystander = sourceAccount('bystander');
const elsewhere = sourceAccount('elsewhere');

const acme = sourceOrganization('Acme', {
	members: [member, formerMember],
	projects: ['IT', 'HR'],
});
const shared = sourceOrganization('Shared', {members: [participant]});
const other = sourceOrganization('Other', {
	members: [elsewhere],
	projects: ['HR'],
});

function createSource(habits: Partial<MemorySiteHabits> = {}): MemorySite {
	return new MemorySite(
		{
			site: sourceSite,
			projects: [project('IT'), project('HR')],
			accounts: [
				listed,
				member,
				reporter,
				participant,
				formerMember,
				agent,
				robot,
				viewer,
				bystander,
				elsewhere,
			],
			named: [
				{
					project: 'IT',
					account: viewer.id,
					as: 'project-role',
					example: 'IT: Viewers',
				},
				{
					project: 'IT',
					account: 'status-10001',
					as: 'workflow-rule',
					example: 'IT: Rules',
				},
			],
			agents: [agent.id],
			organizations: [acme, shared, other],
			access: [accessTo('IT', listed, agent), accessTo('HR', elsewhere)],
			requests: [
				{
					key: 'IT-1',
					people: [{account: reporter.id, as: 'reporter'}],
					organizations: [],
				},
				{
					key: 'IT-2',
					people: [
						{account: reporter.id, as: 'reporter'},
						{account: participant.id, as: 'participant'},
						{account: 'qm:source:unknown', as: 'participant'},
					],
					organizations: [shared.id],
				},
			],
		},
		habits,
	);
}

async function scan(
	customers: Choices['customers'],
	site = createSource(),
): Promise<{
	readonly found: SourceSnapshot;
	readonly events: readonly EngineEvent[];
}> {
	const {heard, listen} = createListener();
	const found = await scanSource(site, {
		projects: [project('IT')],
		customers,
		emit: listen,
	});
	return {found, events: heard};
}

const namesOf = (things: ReadonlyArray<{readonly name: string}>) =>
	things.map(({name}) => name).toSorted();

test('R1: related are those on the list, in the organizations and on the requests', async () => {
	const {found} = await scan('related');
	const reasons = Object.fromEntries(
		found.customers.map((customer) => [customer.name, customer.reasons]),
	);
	expect(reasons).toEqual({
		listed: [{type: 'project-list', example: 'IT'}],
		member: [
			{type: 'project-list', example: 'IT'},
			{type: 'organization-member', example: 'Acme'},
		],
		reporter: [{type: 'reporter', example: 'IT-1'}],
		viewer: [{type: 'project-role', example: 'IT: Viewers'}],
		participant: [
			{type: 'participant', example: 'IT-2'},
			{type: 'organization-member', example: 'Shared'},
		],
	});
});

test('R2: the scope “all” takes everybody', async () => {
	const site = createSource();
	const {found} = await scan('all', site);
	expect(namesOf(found.customers)).toEqual([
		'bystander',
		'elsewhere',
		'listed',
		'member',
		'participant',
		'reporter',
		'viewer',
	]);
});

test.for(['related', 'all'] as const)(
	'R3: in the scope “%s” organizations are those of the chosen projects',
	async (scope) => {
		const {found} = await scan(scope);
		expect(found.organizations).toEqual([
			{...acme, projects: ['IT']},
			{...shared, projects: []},
		]);
		// A new name must differ from every name of the site.
		expect(namesOf(found.organizationNames.map((name) => ({name})))).toEqual([
			'Acme',
			'Other',
			'Shared',
		]);
	},
);

test('R3: agents and former users met among customers are listed apart', async () => {
	const {found} = await scan('related');
	expect(namesOf(found.leftOut.agents)).toEqual(['agent']);
	expect(namesOf(found.leftOut.deleted)).toEqual(['former-member']);
});

test('R3: whoever is left out keeps why he was met', async () => {
	const {found} = await scan('related');
	const [former] = found.leftOut.deleted;
	expect(former?.reasons).toEqual([
		{type: 'project-list', example: 'IT'},
		{type: 'organization-member', example: 'Acme'},
	]);
});

test('R1: settings of a project relate too, and what is no account relates nobody', async () => {
	const {found} = await scan('related');
	const chosen = found.customers.find(({name}) => name === 'viewer');
	expect(chosen?.reasons).toEqual([
		{type: 'project-role', example: 'IT: Viewers'},
	]);
	expect(found.customers).toHaveLength(5);
});

test('R1: the name of the field says which one it was', async () => {
	const site = createSource();
	site.requests = async function* () {
		yield [
			{
				key: 'IT-9',
				people: [{account: bystander.id, as: 'user-field', field: 'Approvers'}],
				organizations: [],
			},
		];
	};

	const {found} = await scan('related', site);
	const chosen = found.customers.find(({name}) => name === 'bystander');
	expect(chosen?.reasons).toEqual([
		{type: 'user-field', example: 'IT-9 (Approvers)'},
	]);
});

test('R2: content of deleted accounts is told, by project; that of apps is not counted', async () => {
	const site = createSource();
	const isDeleted = true;
	site.requests = async function* () {
		yield [
			{
				key: 'IT-9',
				people: [
					{account: formerMember.id, as: 'reporter', isDeleted},
					{account: robot.id, as: 'comment-author', isDeleted},
				],
				organizations: [],
			},
		];
	};

	const {found, events} = await scan('related', site);
	expect(found.deletedContent).toEqual([
		{project: 'IT', account: formerMember.id, requests: 1, keys: ['IT-9']},
	]);
	expect(events).toContainEqual({
		type: 'deleted-content-found',
		project: 'IT',
		accounts: 1,
		requests: 1,
		keys: ['IT-9'],
	});
});

test('R12: who has access by himself is read from the customer role', async () => {
	const {found} = await scan('related');
	expect(found.access).toEqual([
		{project: 'IT', customers: [listed.id, agent.id]},
	]);
});

test.for([true, false])(
	'R12: without a readable role it is who is listed but in no linked organization (members listed: %s)',
	async (listsMembers) => {
		const site = createSource({showsRoles: false, listsMembers});
		const {found} = await scan('related', site);
		expect(found.access).toEqual([
			{project: 'IT', customers: [listed.id, agent.id]},
		]);
	},
);

test('an account that only a list shows is kept as the list shows it', async () => {
	const site = createSource();
	site.accounts = async function* () {
		yield [];
	};

	site.accountsById = async () => [];
	const {found} = await scan('related', site);
	expect(namesOf(found.customers)).toContain('listed');
	expect(namesOf(found.customers)).toContain('member');
});

test('an account that no list shows is asked for by its id', async () => {
	const site = createSource();
	site.accounts = async function* () {
		yield [];
	};

	const {found} = await scan('related', site);
	expect(namesOf(found.customers)).toContain('reporter');
});

test('a scan tells what it counts, and ends with the counts', async () => {
	const {events} = await scan('related');
	expect(events.at(-1)).toEqual({
		type: 'scan-finished',
		side: 'source',
		counts: {
			accounts: 10,
			agents: 1,
			organizations: 3,
			members: 3,
			'project-lists': 4,
			requests: 2,
		},
	});
	expect(
		events.filter(({type}) => type === 'scan-progressed').length,
	).toBeGreaterThan(6);
});

test('a scan that the site refuses ends with its error', async () => {
	const site = createSource();
	site.onCall(({operation}) => {
		if (operation === 'agents') {
			throw siteError('forbidden', {status: 403});
		}
	});
	await expect(scan('related', site)).rejects.toMatchObject({
		facts: {code: 'forbidden'},
	});
});

test('a stop ends a scan', async () => {
	const stop = new AbortController();
	const site = createSource();
	site.onCall(({number}) => {
		if (number === 5) {
			stop.abort();
		}
	});
	const end = scanSource(site, {
		projects: [project('IT')],
		customers: 'related',
		emit() {
			// Nobody listens.
		},
		signal: stop.signal,
	});
	await expect(end).rejects.toMatchObject({facts: {code: 'stopped'}});
});

test('members of organizations are read while a long customer list still is', async () => {
	const crowd = Array.from({length: 60}, (_, index) =>
		sourceAccount(`c${index}`),
	);
	const site = new MemorySite({
		site: sourceSite,
		projects: [project('IT')],
		accounts: [...crowd, member],
		organizations: [
			sourceOrganization('Acme', {members: [member], projects: ['IT']}),
		],
		access: [accessTo('IT', ...crowd)],
	});
	const reads: string[] = [];
	site.onCall(({operation, moment}) => {
		if (moment === 'before') {
			reads.push(operation);
		}
	});
	const {found} = await scan('related', site);
	expect(found.customers).toHaveLength(61);
	expect(reads.indexOf('organizationMembers')).toBeLessThan(
		reads.lastIndexOf('projectCustomers'),
	);
});
