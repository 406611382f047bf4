/*
Fills a home folder with one run of so many customers, each a member of one organization, as if it had just been copied: node bench/huge-report.ts FOLDER 1000000
A process of its own, so that nothing of it is on the heap of whoever measures.
*/
import process from 'node:process';
import {defaultChoices} from '../source/migration/choices.ts';
import {type RecordedEvent} from '../source/migration/events.ts';
import {
	type Plan,
	type PlannedCustomer,
	type PlannedOrganization,
} from '../source/migration/plan.ts';
import {RunState} from '../source/migration/run-state.ts';
import {type Step} from '../source/migration/step.ts';
import {tally} from '../source/migration/tally.ts';
import {verdictOf} from '../source/migration/verdict.ts';
import {ledgerFile, openHome} from '../source/store/home.ts';
import {LedgerDatabase} from '../source/store/ledger-database.ts';
import {openLedger} from '../source/store/ledger.ts';

/** Members of each organization, which are added at once. */
const members = 100;

const [home = '', count = '1000'] = process.argv.slice(2);
const now = () => new Date();
writeRun(home, planOf(Number(count)));

function writeRun(folder: string, plan: Plan): void {
	openHome(folder);
	const file = ledgerFile(folder);
	const ledger = openLedger(file, {now});
	const pair = ledger.forPair(plan.source, plan.destination);
	const run = pair.startRun(plan);
	const state = new RunState(plan);
	writeSteps(file, run, noted(stepsOf(plan), state));
	const totals = tally(plan, state);
	const calls = {reads: 0, writes: 0, throttled: 0, retried: 0};
	pair.finishRun(run, {
		run,
		ending: 'finished',
		exitCode: 0,
		verdict: verdictOf(totals, plan.destination.name, 'finished', {
			equal: 0,
			differences: [],
			unexplained: 0,
		}),
		unexplained: 0,
		...totals,
		calls: {source: calls, destination: calls},
		seconds: 1,
	});
	ledger.close();
}

type Answered = {
	readonly step: Step;
	readonly events: readonly RecordedEvent[];
};

/** All steps in one transaction: a run that keeps each by itself, as it must, would take minutes for them. */
function writeSteps(
	file: string,
	run: string,
	steps: Iterable<Answered>,
): void {
	const database = new LedgerDatabase(file);
	database.write('kill', () => {
		let number = 0;

		for (const {step, events} of steps) {
			number++;
			database.run(
				'INSERT INTO step (run, number, step, events) VALUES (?, ?, ?, ?)',
				run,
				number,
				JSON.stringify(step),
				JSON.stringify(events),
			);
		}
	});
	database.close();
}

function* noted(
	steps: Iterable<Answered>,
	state: RunState,
): Generator<Answered> {
	for (const answered of steps) {
		for (const event of answered.events) {
			state.fold(event);
		}

		yield answered;
	}
}

/** One customer in a thousand was refused, so that there is something to find. */
function* stepsOf({customers, organizations}: Plan): Generator<Answered> {
	for (const [index, {id, name, email = ''}] of customers.entries()) {
		yield {
			step: {kind: 'create-customer', customer: id, email, name},
			events: [
				isRefused(index)
					? {
							type: 'customer-failed',
							customer: id,
							email,
							failure: {code: 'refused', status: 400, requestId: `r${index}`},
						}
					: {
							type: 'customer-created',
							customer: id,
							email,
							destinationId: idOf('destination', index),
						},
			],
		};
	}

	for (const [index, organization] of organizations.entries()) {
		yield addMembers(organization, index * members);
	}
}

function isRefused(index: number): boolean {
	return index % 1000 === 999;
}

function addMembers(
	{id, name, destination, members: {add}}: PlannedOrganization,
	first: number,
): Answered {
	const people = add
		.map((customer, place) => ({customer, index: first + place}))
		.filter(({index}) => !isRefused(index))
		.map(({customer, index}) => ({
			customer,
			accountId: idOf('destination', index),
			label: emailOf(index),
		}));
	return {
		step: {
			kind: 'add-members',
			organization: id,
			name,
			destinationId: destination?.id ?? '',
			members: people,
		},
		events: [
			{
				type: 'members-added',
				organization: id,
				name,
				customers: people.map(({customer}) => customer),
			},
		],
	};
}

function planOf(many: number): Plan {
	const customers = Array.from({length: many}, (_, index) => customerAt(index));
	return {
		version: 1,
		source: {id: 's', url: 'https://northwind.example', name: 'Northwind'},
		destination: {id: 'd', url: 'https://contoso.example', name: 'Contoso'},
		choices: defaultChoices,
		decisions: {},
		projects: [],
		destinationHolds: {accounts: 0, organizations: 0},
		customers,
		organizations: Array.from({length: Math.ceil(many / members)}, (_, index) =>
			organizationAt(
				index,
				customers.slice(index * members, (index + 1) * members),
			),
		),
		access: [],
		leftOut: {agents: [], apps: [], deleted: []},
		deletedContent: [],
		remembered: {customers: 0, organizations: 0},
		leftSource: {customers: [], organizations: [], memberships: []},
	};
}

function customerAt(index: number): PlannedCustomer {
	return {
		id: idOf('source', index),
		type: 'portal-only',
		status: 'active',
		name: `Person Number ${index}`,
		email: emailOf(index),
		reasons: [{type: 'reporter', example: `SD1-${index}`}],
		fate: 'create',
	};
}

function organizationAt(
	index: number,
	people: readonly PlannedCustomer[],
): PlannedOrganization {
	const name = `Company ${index} Ltd`;
	return {
		id: `s${index}`,
		name,
		fate: 'link',
		destination: {id: `d${index}`, name},
		members: {add: people.map(({id}) => id), present: [], notPossible: []},
		links: {add: [], present: [], notPossible: []},
	};
}

function emailOf(index: number): string {
	return `person.${index}@customer-${index % 5000}.example`;
}

/** As long as those of Jira. */
function idOf(site: string, index: number): string {
	return `qm:${site}-3c0f-47ab-9d7e-1f2a3b4c5d6e:${index.toString(16).padStart(32, '0')}`;
}
