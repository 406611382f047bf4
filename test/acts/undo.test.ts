import {expect, test} from 'vitest';
import {explainKept} from '../../source/migration/explain-undo.ts';
import {type Account} from '../../source/migration/model.ts';
import {type UndoPlan, countUndo} from '../../source/migration/undo-plan.ts';
import {type ActScene, withActs} from '../helpers/act-scene.ts';
import {takePicture} from '../helpers/jira-picture.ts';

const everything = {duplicates: 'rename', customers: 'all'} as const;

/** Real HTTP for every call of a copy and an undo takes its time on a busy machine. */
const patience = 120_000;

test(
	'R17: after a copy and its undo the destination is as before, by the eyes of jira.js',
	async () => {
		await withActs({scenario: 'acme'}, async (scene) => {
			const {before, destination} = scene;
			const {customers, organizations} = await scene.copy(everything);
			expect(customers.created).toBeGreaterThan(20);
			expect(organizations.created).toBeGreaterThan(3);
			expect(await takePicture(destination)).not.toEqual(before);

			const {summary} = await scene.undo();

			expect(summary).toMatchObject({
				ending: 'finished',
				exitCode: 0,
				failed: 0,
				unexplained: 0,
				kept: [],
			});
			expect(summary.takenBack).toMatchObject({
				customer: customers.created,
				organization: organizations.created + organizations.renamed,
			});
			expect(summary.verdict).toMatch(/is undone: .*; 0 unexplained\.$/v);
			expect(await takePicture(destination)).toEqual(before);
			expect(destination.outbox()).toEqual([]);
		});
	},
	patience,
);

test(
	'R17: a copy that merged is undone member by member',
	async () => {
		await withActs({scenario: 'acme'}, async (scene) => {
			await scene.copy({...everything, duplicates: 'merge'});

			const {summary} = await scene.undo();

			expect(summary.takenBack.membership).toBeGreaterThan(10);
			expect(await takePicture(scene.destination)).toEqual(scene.before);
		});
	},
	patience,
);

test(
	'R17: an organization whose list still shows those who were taken out is deleted all the same',
	async () => {
		await withActs({scenario: 'acme'}, async (scene) => {
			const {before, destination, undoSite} = scene;
			await scene.copy(everything);
			const shown = new Map<string, readonly Account[]>();
			let isLagging = false;
			const organizationMembers: typeof undoSite.organizationMembers =
				async function* (id, signal) {
					const earlier = isLagging ? shown.get(id) : undefined;
					shown.delete(id);

					if (earlier !== undefined) {
						yield earlier;
						return;
					}

					for await (const page of undoSite.organizationMembers(id, signal)) {
						shown.set(id, page);
						yield page;
					}
				};

			const {summary} = await scene.undo(
				{site: {...undoSite, organizationMembers}},
				(event) => {
					isLagging ||=
						event.type === 'undo-phase-started' &&
						event.phase === 'delete-organization';
				},
			);

			expect(isLagging).toBe(true);
			expect(summary.kept).toEqual([]);
			expect(await takePicture(destination)).toEqual(before);
		});
	},
	patience,
);

test(
	'R13, R17: after an undo a copy copies everything again, and an undo of that one ends the same',
	async () => {
		await withActs({scenario: 'first-steps'}, async (scene) => {
			const first = await scene.copy(everything);
			const copied = await namesOf(scene);
			await scene.undo();
			expect(memoryOf(scene)).toEqual({customers: 0, organizations: 0});

			const second = await scene.copy(everything);

			expect(second.customers).toEqual(first.customers);
			expect(second.organizations).toEqual(first.organizations);
			expect(await namesOf(scene)).toEqual(copied);
			await scene.undo();
			expect(await takePicture(scene.destination)).toEqual(scene.before);
		});
	},
	patience,
);

test(
	'R17: undone twice, nothing is left to take back',
	async () => {
		await withActs({scenario: 'acme'}, async (scene) => {
			await scene.copy(everything);
			const {summary: first} = await scene.undo();
			const {writes} = scene.undoSite.calls();

			const {plan, summary} = await scene.undo();

			expect(plan.steps).toEqual([]);
			expect(summary.takenBack).toEqual(first.takenBack);
			expect(summary).toMatchObject({exitCode: 0, kept: []});
			expect(scene.undoSite.calls().writes).toBe(writes);
			expect(scene.ledger.lastRun()?.undo).toBe('finished');
		});
	},
	patience,
);

/** What somebody does to what a run made, and what then stays of it. */
const uses = [
	{
		name: 'a request was raised by a created customer',
		use: ({destination}: ActScene, {customer}: Target) =>
			destination.someoneElse.createRequest('IT', {reporter: customer}),
		stays: /^customer .*: in use: named on request IT-\d+$/v,
	},
	{
		name: 'a created customer takes part in a request',
		use: ({destination}: ActScene, {customer}: Target) =>
			destination.someoneElse.createRequest('IT', {participants: [customer]}),
		stays: /^customer .*: in use: named on request IT-\d+$/v,
	},
	{
		name: 'somebody joined a created organization',
		use({destination}: ActScene, {organization}: Target) {
			const id = destination.someoneElse.createCustomer(
				'new@contoso.example',
				'New',
			);
			destination.someoneElse.addMembers(organization, [id]);
		},
		stays:
			/^organization .*: in use: 1 member has joined that the run did not add, such as new@contoso.example$/v,
	},
	{
		name: 'a created organization was linked to another project',
		use({destination}: ActScene, {organization}: Target) {
			destination.someoneElse.linkOrganization('FAC', organization);
		},
		stays: /^organization .*: in use: linked to FAC, and not by the run$/v,
	},
	{
		name: 'a request was shared with a created organization',
		use: ({destination}: ActScene, {organization}: Target) =>
			destination.someoneElse.createRequest('IT', {
				organizations: [organization],
			}),
		stays: /^organization .*: in use: request IT-\d+ is shared with it$/v,
	},
];

/** Real sites find a request only seconds after it was raised; nothing here waits for that. */
const usedSites = {
	scenario: 'acme',
	habits: {searchIndexLags: false},
} as const;

test.each(uses)(
	'R17: $name, so it stays and the words say why; the rest goes',
	async ({use, stays}) => {
		await withActs(usedSites, async (scene) => {
			await scene.copy(everything);
			const planned = await scene.prepareUndo();
			const target = targetOf(planned);
			use(scene, target);

			const {plan, summary} = await scene.undo();

			expect(linesOf(plan).filter((line) => stays.test(line))).toHaveLength(1);
			expect(summary.exitCode).toBe(0);
			const {destination} = scene;
			const account = destination.world.people.find(target.customer);
			const organization = destination.world.organizations.find(
				target.organization,
			);
			const isCustomerKept = stays.source.startsWith('^customer');
			expect(account?.isDeleted).toBe(!isCustomerKept);
			expect(organization === undefined).toBe(isCustomerKept);
			// One thing was used; everything else is gone.
			expect(summary.takenBack.customer + summary.takenBack.organization).toBe(
				planned.steps.filter(({kind}) => kind.startsWith('delete')).length - 1,
			);
		});
	},
	patience,
);

test(
	'R17: what others begin to use after the list was shown is looked at again right before',
	async () => {
		await withActs(usedSites, async (scene) => {
			await scene.copy(everything);
			const planned = await scene.prepareUndo();
			const {customer, organization} = targetOf(planned);
			const {someoneElse, world} = scene.destination;
			let isUsed = false;
			// The first write of the undo is somebody else's moment.
			const site: typeof scene.undoSite = {
				...scene.undoSite,
				async unlinkOrganization(...parameters) {
					if (!isUsed) {
						isUsed = true;
						someoneElse.createRequest('IT', {reporter: customer});
						someoneElse.createRequest('IT', {organizations: [organization]});
					}

					return scene.undoSite.unlinkOrganization(...parameters);
				},
			};

			const {plan, summary} = await scene.undo({site});

			expect(plan.kept).toEqual([]);
			expect(summary.kept.map(({reason}) => reason.code).toSorted()).toContain(
				'on-request',
			);
			expect(world.people.find(customer)?.isDeleted).toBe(false);
			expect(world.organizations.find(organization)).toBeDefined();
		});
	},
	patience,
);

test(
	'R17: Jira keeps the customers of an open project, and the undo says so',
	async () => {
		await withActs({scenario: 'acme'}, async (scene) => {
			const {destination} = scene;
			// This customer is there already, so the run adds only the access.
			const there = destination.someoneElse.createCustomer(
				'bill@initech.example',
				'Bill',
			);
			await scene.copy(everything);
			expect(deskOf(scene, 'IT')).toContain(there);

			const {plan, summary} = await scene.undo();

			expect(deskOf(scene, 'IT')).toContain(there);
			expect(summary.kept).toMatchObject([
				{
					what: 'project-access',
					place: 'IT',
					reason: {code: 'open-project'},
				},
			]);
			// The others leave the list with their accounts.
			expect(summary.takenBack['project-access']).toBe(
				countUndo(plan.steps)['project-access'] - 1,
			);
			expect(summary.exitCode).toBe(0);
		});
	},
	patience,
);

type Target = {readonly customer: string; readonly organization: number};

/** A created customer who is in no organization, and an organization with a link. */
function targetOf({steps}: UndoPlan): Target {
	const members = new Set(
		steps.flatMap((step) =>
			step.kind === 'remove-members'
				? step.members.map(({accountId}) => accountId)
				: [],
		),
	);
	const customer = steps.find(
		(step) => step.kind === 'delete-customer' && !members.has(step.accountId),
	);
	const organization = steps.find(
		(step) =>
			step.kind === 'delete-organization' &&
			steps.some(
				(other) =>
					other.kind === 'unlink-organization' &&
					other.project.key === 'IT' &&
					other.destinationId === step.destinationId,
			),
	);

	if (
		customer?.kind !== 'delete-customer' ||
		organization?.kind !== 'delete-organization'
	) {
		throw new Error('The copy made nothing to use');
	}

	return {
		customer: customer.accountId,
		organization: Number(organization.destinationId),
	};
}

function linesOf({kept}: UndoPlan): readonly string[] {
	return kept.map(
		({what, subject, reason}) =>
			`${what} ${subject}: ${explainKept(reason, 'Contoso')}`,
	);
}

function memoryOf({ledger, lastRun}: ActScene) {
	const {source, destination} = lastRun();
	const {customers, organizations} = ledger
		.forPair(source, destination)
		.memory();
	return {customers: customers.size, organizations: organizations.size};
}

/** Names and emails on the destination; ids differ from copy to copy. */
async function namesOf({destination}: ActScene) {
	const {accounts, organizations} = await takePicture(destination);
	return {
		accounts: accounts.map((line) => line.slice(line.indexOf(' '))).toSorted(),
		organizations: Object.entries(organizations)
			.map(
				([name, members]) => `${name.replace(/^\d+ /v, '')}: ${members.length}`,
			)
			.toSorted(),
	};
}

function deskOf({destination}: ActScene, key: string): readonly string[] {
	return (
		destination.world.projects.all
			.find((project) => project.key === key)
			?.customers.accountIds() ?? []
	);
}
