import {expect} from 'vitest';
import {
	type ObservedExchange,
	type PracticeOptions,
	type PracticeSite,
} from '../../source/practice/practice-sites.ts';
import {hash, pick} from '../../source/practice/world/random.ts';
import {type Death} from '../chaos/death.ts';
import {firstRun} from '../chaos/first-run.ts';
import {type Surroundings, runMortal} from '../chaos/mortal-program.ts';
import {allValues} from '../helpers/expected-activity.ts';
import {withPractice} from '../helpers/practice-client.ts';
import {between, environmentFor} from '../helpers/program.ts';
import {temporaryHome} from '../store/temporary-home.ts';
import {
	deleteReporters,
	expectLinked,
	expectRestored,
	placeholder,
} from './activity-scene.ts';

export type KilledActivity = {
	readonly seed: number;
	/** Kills of the copy, and of its undo, at the most. */
	readonly mostKills: {readonly copy: number; readonly undo: number};
	readonly size: Pick<
		PracticeOptions,
		'customers' | 'organizations' | 'requests'
	>;
};

/** What requests hold in the end, by names, since ids differ from run to run; and what it took. */
export type Outcome = {
	readonly values: ReadonlyMap<string, Readonly<Record<string, string>>>;
	readonly edits: number;
	/** Calls before the first edit. */
	readonly callsBefore: number;
};

const edit = 'PUT /rest/api/3/issue/{issueIdOrKey}';

/** So many edits may be under way when a process dies, and are made once more. */
const inFlight = 32;

const resume = ['resume', '--yes'];

/** Copies with the program as users run it, and links activity without a kill. */
export async function linkUnbroken({size}: KilledActivity): Promise<Outcome> {
	return onSites(size, async (surroundings, copy) => {
		await live(surroundings, copy, []);
	});
}

/**
Copies and undoes with processes that are killed, each of which goes on where the last one died, and compares what requests hold with what they should.

@returns How many kills there were.
*/
export async function linkKilled(
	setting: KilledActivity,
	unbroken: Outcome,
): Promise<{readonly copy: number; readonly undo: number}> {
	const {size, mostKills} = setting;
	const kills = {copy: 0, undo: 0};
	const broken = await onSites(
		size,
		async (surroundings, copy) => {
			const deaths = copyDeaths(setting, unbroken).take(mostKills.copy);
			kills.copy = await live(surroundings, copy, deaths);
		},
		async (surroundings, run) => {
			const deaths = undoDeaths(setting, unbroken).take(mostKills.undo);
			const undo = ['undo', run, '--yes'];
			kills.undo = await live(surroundings, undo, deaths);
		},
	);
	expect(broken.values).toEqual(unbroken.values);
	expect(broken.edits).toBeLessThanOrEqual(
		unbroken.edits + kills.copy * inFlight,
	);
	return kills;
}

/** Lets a copy happen between fresh sites and looks at what it did; then, where it is wanted, its undo. */
async function onSites(
	size: KilledActivity['size'],
	copyWith: (
		surroundings: Surroundings,
		args: readonly string[],
	) => Promise<void>,
	undoWith?: (surroundings: Surroundings, run: string) => Promise<void>,
): Promise<Outcome> {
	const outcomes: Outcome[] = [];
	await withPractice(
		{
			scenario: 'large',
			burst: 1_000_000,
			habits: {searchIndexLags: false},
			...size,
		},
		async (sites) => {
			const {source, destination} = sites;
			deleteReporters(sites);
			const valuesBefore = allValues(destination);
			const home = temporaryHome();
			const environment = environmentFor(sites, home);
			const surroundings = {source, destination, environment};
			const counted = countCalls(surroundings);
			await copyWith(surroundings, ['copy', ...between(sites), ...choices]);
			expectLinked({source, destination, valuesBefore}, true);
			outcomes.push({...counted(), values: namedValues(destination)});
			await undoWith?.(surroundings, firstRun(home));

			if (undoWith === undefined) {
				return;
			}

			expectRestored({destination, valuesBefore});
			expect(destination.outbox()).toEqual([]);
		},
	);
	return outcomes[0]!;
}

const choices = [
	'--projects',
	'all',
	'--duplicates',
	'merge',
	'--activity',
	'link',
	'--proposed',
	'link',
	'--placeholder',
	placeholder,
	'--yes',
];

/** Runs process after process until one says that it is done. Returns how many were killed. */
async function live(
	surroundings: Surroundings,
	args: readonly string[],
	deaths: Iterable<Death>,
): Promise<number> {
	const waiting = Iterator.from(deaths);
	let kills = 0;
	let next = args;

	for (;;) {
		const over = await runMortal(next, surroundings, waiting.next().value);

		if (over.exitCode === 0) {
			return kills;
		}

		const isKilled = over.exitCode === undefined;
		const hasNothingToResume = over.exitCode === 2 && next === resume;
		expect(isKilled || hasNothingToResume, over.stdout + over.stderr).toBe(
			true,
		);
		kills += Number(isKilled);
		next = args[0] === 'copy' && isKilled ? resume : args;
	}
}

/** The first process dies among its edits, the others anywhere. */
function* copyDeaths(
	{seed}: KilledActivity,
	{callsBefore, edits}: Outcome,
): Generator<Death> {
	yield {
		at: 'call',
		nth: callsBefore + 1 + (hash(seed, 0) % edits),
		laterMs: hash(seed, 1) % 4,
	};

	yield* deathsAnywhere(hash(seed, 2), edits);
}

function* undoDeaths(
	{seed}: KilledActivity,
	{edits}: Outcome,
): Generator<Death> {
	yield {at: 'commit', moment: 3 + (hash(seed, 3) % (2 * edits))};
	yield* deathsAnywhere(hash(seed, 4), edits);
}

/** What is left to do shrinks, so later ones die sooner. */
function* deathsAnywhere(seed: number, edits: number): Generator<Death> {
	for (let index = 0; ; index++) {
		const drawn = (salt: number, most: number) =>
			hash(seed, index, salt) % Math.max(1, Math.floor(most / (index + 1)));
		yield pick<Death>(
			[
				{at: 'commit', moment: 1 + drawn(1, 2 * edits)},
				{at: 'call', nth: 1 + drawn(2, edits), laterMs: drawn(3, 6)},
			],
			hash(seed, index, 0),
		);
	}
}

function countCalls({source, destination}: Surroundings) {
	let edits = 0;
	let callsBefore = 0;

	const count = ({operation}: ObservedExchange) => {
		edits += Number(operation === edit);
		callsBefore += Number(edits === 0);
	};

	source.onExchange(count);
	destination.onExchange(count);
	return () => ({edits, callsBefore});
}

function namedValues(site: PracticeSite): Outcome['values'] {
	const {people, organizations} = site.world;
	const nameOf = (id: string | number) =>
		typeof id === 'string'
			? people.find(id)?.email
			: organizations.find(id)?.facts.name;
	return new Map(
		allValues(site)
			.entries()
			.map(([key, values]) => [
				key,
				Object.fromEntries(
					Object.entries(values).map(([field, ids]) => [
						field,
						ids
							.map((id) => nameOf(id) ?? String(id))
							.toSorted((one, other) => one.localeCompare(other))
							.join(', '),
					]),
				),
			]),
	);
}
