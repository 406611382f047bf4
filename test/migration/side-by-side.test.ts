import {expect, test} from 'vitest';
import {type Phase} from '../../source/migration/events.ts';
import {
	type Carried,
	carryOut,
	copyAll,
	makePlan,
} from '../helpers/engine-copy.ts';
import {
	accessTo,
	destinationAccount,
	destinationOrganization,
	sourceAccount,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {
	connect,
	createProcess,
	killed,
	mortalLedger,
} from '../helpers/engine-process.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {type SiteCall, siteError} from '../helpers/memory-site-faults.ts';
import {type Effect, type MemorySite} from '../helpers/memory-site.ts';

const oneCall = 50;

function crowd(name: string, count: number) {
	return Array.from({length: count}, (_, index) =>
		sourceAccount(`${name}${index}`, {
			status: index % 20 === 0 ? 'inactive' : 'active',
		}),
	);
}

/** More customers than are in flight at once. *Acme* and *ACME* end in one organization, and those of no organization are the first of all accounts. */
function createFullSites() {
	const loners = crowd('loner', 200);
	const acme = crowd('acme', 70);
	const acmeAgain = crowd('again', 60);
	const bolt = crowd('bolt', 55);
	const again = sourceOrganization('ACME', {
		members: acmeAgain,
		projects: ['IT'],
	});
	return createSites({
		source: {
			accounts: [...loners, ...bolt, ...acmeAgain, ...acme],
			organizations: [
				sourceOrganization('Acme', {members: acme, projects: ['IT']}),
				sourceOrganization('Bolt', {
					members: [...bolt, acme[1]!],
					projects: ['IT'],
				}),
				again,
			],
			access: [accessTo('IT', ...loners.slice(0, 5))],
		},
		destination: {organizations: [destinationOrganization('Other')]},
		choices: {customers: 'all'},
		decisions: {[again.id]: {type: 'merge'}},
	});
}

/** Which writes had an effect, in their order. */
function orderOf({effects}: MemorySite) {
	const indexes = (isWanted: (effect: Effect) => boolean) =>
		effects.flatMap((effect, index) => (isWanted(effect) ? [index] : []));
	return {
		all: (write: SiteCall['operation']) =>
			indexes((effect) => effect.write === write),
		of: (write: SiteCall['operation'], subject: string) =>
			indexes((effect) => effect.write === write && effect.subject === subject),
		into: (place: string) =>
			indexes(
				(effect) => effect.place === place && effect.write === 'addMembers',
			),
	};
}

test('an organization has its members and links while other customers are still created', async () => {
	const sites = createFullSites();
	const {destination} = sites;
	await copyAll(sites);
	const {all, into} = orderOf(destination);
	const lastCreation = all('createCustomer').at(-1)!;
	expect(into('Bolt').at(-1)).toBeLessThan(lastCreation);
	expect(all('linkOrganization').at(-1)).toBeLessThan(lastCreation);
});

test('nobody is added before he is created and, if he is inactive, revoked', async () => {
	const sites = createFullSites();
	const {destination} = sites;
	await copyAll(sites);
	const {of} = orderOf(destination);

	for (const [index, {write, subject}] of destination.effects.entries()) {
		if (!(write === 'addMembers' || write === 'addProjectCustomers')) {
			continue;
		}

		const before = [
			...of('createCustomer', subject),
			...of('revokeAccess', subject),
		];
		expect(Math.max(...before), subject).toBeLessThan(index);
	}
});

test('R12: an organization is linked after its members, those of others that end in it too, and access comes last', async () => {
	const sites = createFullSites();
	const {destination} = sites;
	await copyAll(sites);
	const {all, of, into} = orderOf(destination);
	expect(into('Acme')).toHaveLength(130);

	for (const name of ['Acme', 'Bolt']) {
		const [linked] = of('linkOrganization', name);
		expect(into(name).at(-1)).toBeLessThan(linked!);
	}

	expect(all('addMembers').at(-1)).toBeLessThan(
		all('addProjectCustomers').at(0)!,
	);
});

test('an organization whose customers are all there has them once it is made, and its link after them', async () => {
	const members = ['anna', 'ben'];
	const sites = createSites({
		source: {
			accounts: members.map((name) => sourceAccount(name)),
			organizations: [
				sourceOrganization('Acme', {
					members: members.map((name) => sourceAccount(name)),
					projects: ['IT'],
				}),
			],
		},
		destination: {accounts: members.map((name) => destinationAccount(name))},
	});
	const {destination} = sites;
	await copyAll(sites);
	expect(destination.effects.map(({write}) => write)).toEqual([
		'createOrganization',
		'addMembers',
		'addMembers',
		'linkOrganization',
	]);
});

test('members are added in as few calls as if all customers were there', async () => {
	const sites = createFullSites();
	let additions = 0;
	sites.destination.onCall(({operation, moment}) => {
		additions += Number(operation === 'addMembers' && moment === 'after');
	});
	await copyAll(sites);
	const least = [70, 60, 56].map((count) => Math.ceil(count / oneCall));
	expect(additions).toBe(least.reduce((sum, calls) => sum + calls));
});

test('every phase begins once and is over once, when nothing of it is left', async () => {
	const {events, summary} = await copyAll(createFullSites());
	const told = (type: string) =>
		events.flatMap((event) =>
			event.type === type && 'phase' in event ? [event.phase] : [],
		);
	const names = Object.keys(
		events[0]?.type === 'run-started' ? events[0].totals : {},
	);
	expect(told('phase-started').toSorted()).toEqual(names.toSorted());
	expect(told('phase-finished').toSorted()).toEqual(names.toSorted());

	for (const phase of names as Phase[]) {
		const end = events.findIndex(
			(event) => event.type === 'phase-finished' && event.phase === phase,
		);
		const sent = events.findLastIndex(
			(event) => event.type === 'step-sent' && event.phase === phase,
		);
		expect(sent, phase).toBeLessThan(end);
	}

	expect(summary.exitCode).toBe(0);
});

/** What a copy comes to, whatever happened on the way. */
function endOf(
	{destination}: {readonly destination: unknown},
	{summary}: Carried,
) {
	const {verdict, exitCode, customers, organizations, memberships} = summary;
	const effects = (destination as MemorySite).effects
		.map(({write, subject, place = ''}) => `${write} ${subject} ${place}`)
		.toSorted();
	return {verdict, exitCode, customers, organizations, memberships, effects};
}

/** Some moments in which members are added while customers are still created. */
async function momentsBetween(count: number): Promise<readonly number[]> {
	const sites = createFullSites();
	const plan = await makePlan(sites);
	const survivor = createProcess();
	connect(survivor, sites.destination);
	const of = {addMembers: Infinity, createCustomer: 0};
	sites.destination.onCall(({operation, moment}) => {
		if (operation === 'addMembers' && moment === 'after') {
			of.addMembers = Math.min(of.addMembers, survivor.moments());
		} else if (operation === 'createCustomer' && moment === 'before') {
			of.createCustomer = survivor.moments();
		}
	});
	const ledger = mortalLedger(sites.ledger, survivor);
	await carryOut(plan, {...sites, ledger});
	const span = of.createCustomer - of.addMembers;
	expect(span).toBeGreaterThan(count);
	return Array.from(
		{length: count},
		(_, index) => of.addMembers + Math.floor((index * span) / count),
	);
}

test('R15: a run killed while phases go side by side ends like an unbroken one', async () => {
	const unbroken = createFullSites();
	const copied = await copyAll(unbroken);
	const expected = endOf(unbroken, copied);

	for (const moment of await momentsBetween(6)) {
		const sites = createFullSites();
		const plan = await makePlan(sites);
		const process = createProcess(moment);
		const disconnect = connect(process, sites.destination);
		const ledger = mortalLedger(sites.ledger, process);
		await expect(carryOut(plan, {...sites, ledger})).rejects.toThrow(killed);
		disconnect();
		const resume = copied.summary.run;
		const last = await carryOut(plan, {...sites, resume});
		expect(endOf(sites, last), `moment ${moment}`).toEqual(expected);
	}
});

test('R15: a login lost in one phase ends those beside it in good order, and a resume goes on', async () => {
	const unbroken = createFullSites();
	const expected = endOf(unbroken, await copyAll(unbroken));
	const sites = createFullSites();
	const plan = await makePlan(sites);
	const end = sites.destination.onCall(({operation, moment}) => {
		if (operation === 'addMembers' && moment === 'before') {
			throw siteError('unauthorized');
		}
	});
	const {summary} = await carryOut(plan, sites);
	end();
	expect(summary).toMatchObject({
		ending: 'broken-off',
		error: {code: 'unauthorized'},
	});
	expect(summary.customers.created).toBeLessThan(385);
	const open = [...sites.ledger.steps(summary.run)].filter(
		({events}) => events === undefined,
	);
	expect(open).toEqual([]);
	const last = await carryOut(plan, {...sites, resume: summary.run});
	expect(endOf(sites, last)).toEqual(expected);
});

test('calls of one phase that all fail alike break the run off, though those beside it succeed', async () => {
	const members = crowd('c', 300);
	const sites = createSites({
		source: {
			accounts: members,
			organizations: Array.from({length: 30}, (_, index) =>
				sourceOrganization(`O${index}`, {
					members: members.slice(index * 5, index * 5 + 5),
					projects: ['IT'],
				}),
			),
		},
	});
	sites.destination.onCall(({operation, moment}) => {
		if (operation === 'linkOrganization' && moment === 'before') {
			throw siteError('forbidden');
		}
	});
	const {summary} = await copyAll(sites);
	expect(summary).toMatchObject({
		ending: 'broken-off',
		tooManyErrors: {count: 25, failure: {code: 'forbidden'}},
	});
	expect(summary.customers.created).toBeLessThan(300);
});
