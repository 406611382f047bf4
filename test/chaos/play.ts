import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
	type PracticeOptions,
	type PracticeSites,
} from '../../source/practice/practice-sites.ts';
import {hash, pick} from '../../source/practice/world/random.ts';
import {pictureOf} from '../helpers/destination-picture.ts';
import {type Picture, takePicture} from '../helpers/jira-picture.ts';
import {withPractice} from '../helpers/practice-client.ts';
import {between, environmentFor} from '../helpers/program.ts';
import {countCreations} from './creations.ts';
import {deathOf, type KillManner} from './death.ts';
import {
	aim,
	type ChaosFault,
	chaosFaults,
	isDoneButRenamed,
	randomFaults,
} from './faults.ts';
import {firstRun} from './first-run.ts';
import {type Over, runMortal, type Surroundings} from './mortal-program.ts';
import {type Counts} from './tally.ts';

/** What is tried, all of it from the seed. */
export type ChaosCase = {
	readonly seed: number;
	readonly fault: ChaosFault;
	readonly manner: KillManner;
	/** Kills of the copy at the most, and of the undo as many; from then on every process may live. */
	readonly mostKills: number;
};

/** What there is on the destination when all is done, and how it came there. */
export type Played = {
	readonly copied: ReturnType<typeof pictureOf>;
	/** How many calls made each customer and each organization. */
	readonly creations: Readonly<Record<string, number>>;
	/** The destination as it was before the copy, and as it was after the undo. */
	readonly before: Picture;
	readonly undone: Picture;
};

/** Copies and undoes without a kill or a fault. */
export async function playUnbroken(seed: number): Promise<Played> {
	const counts = {kills: 0, hits: 0};
	return play(seed, {fault: 'none', killing: undefined, counts});
}

/** Copies and undoes, killing process after process, each of which goes on where the last one died. */
export async function playBroken(
	{seed, fault, ...killing}: ChaosCase,
	counts: Counts,
): Promise<Played> {
	return play(seed, {fault, killing, counts});
}

type Course = {
	readonly fault: ChaosFault;
	readonly counts: Counts;
	readonly killing: Pick<ChaosCase, 'manner' | 'mostKills'> | undefined;
};

async function play(seed: number, course: Course): Promise<Played> {
	const played: Played[] = [];
	await withPractice(sitesOf(seed), async (sites) => {
		const {source, destination} = sites;
		makeInactive(sites);
		const before = await takePicture(destination);
		const creations = countCreations(destination);
		await inHome(async (home) => {
			const life = new Life(seed, course, {
				source,
				destination,
				environment: environmentFor(sites, home),
			});
			await life.copy(['copy', ...between(sites), ...choicesOf(seed), '--yes']);
			const copied = pictureOf(destination);
			await life.undo(firstRun(home));
			life.end();
			played.push({
				copied,
				creations: creations(),
				before,
				undone: await takePicture(destination),
			});
		});
	});
	return played[0]!;
}

/** A home folder of its own, gone afterwards. Tests side by side can't tell whose end removes it. */
async function inHome(scene: (home: string) => Promise<void>): Promise<void> {
	const home = mkdtempSync(path.join(os.tmpdir(), 'jsm-ferry-'));

	try {
		await scene(home);
	} finally {
		rmSync(home, {recursive: true, force: true});
	}
}

/** Small sites, since what matters is how often a process dies, not how much it copies. */
function sitesOf(seed: number): PracticeOptions {
	const drawn = (salt: number, most: number) => hash(seed, salt) % most;
	const isAcme = drawn(0, 6) === 0;
	return {
		seed,
		scenario: isAcme ? 'acme' : 'first-steps',
		customers: (isAcme ? 28 : 8) + drawn(1, 5),
		organizations: (isAcme ? 6 : 3) + drawn(2, 2),
		requests: isAcme ? 20 : 3,
		burst: 1_000_000,
	};
}

function choicesOf(seed: number): readonly string[] {
	const duplicates = pick(['rename', 'merge', 'skip'], hash(seed, 10));
	const customers = pick(['related', 'all'], hash(seed, 11));
	return [
		'--projects',
		'all',
		'--duplicates',
		duplicates,
		'--customers',
		customers,
	];
}

/** One inactive customer at the least, who is created and revoked. */
function makeInactive({source}: PracticeSites): void {
	const {people} = source.world;
	const [person] = people.withEmail('peter@initech.example');

	if (person !== undefined) {
		source.someoneElse.changePerson(person.accountId, {isActive: false});
	}
}

/** The processes of one case, one after the other. */
class Life {
	#killsLeft = 0;
	#processes = 0;
	readonly #killed = new Map<string, number>();
	readonly #seed: number;
	readonly #course: Course;
	readonly #surroundings: Surroundings;

	constructor(seed: number, course: Course, surroundings: Surroundings) {
		this.#seed = hash(seed, chaosFaults.indexOf(course.fault));
		this.#course = course;
		this.#surroundings = surroundings;
		this.#listen();
	}

	/** Copies, and resumes until the program says that it is done. What ended before the run began is begun again. */
	async copy(args: readonly string[]): Promise<void> {
		let next = args;
		this.#allowKills();

		for (;;) {
			const over = await this.#run(next);

			if (over.exitCode === 0) {
				return;
			}

			if (isDoneButRenamed(this.#course.fault, over)) {
				next = args;
				continue;
			}

			assertGoesOn(over, next);
			// There is no run yet, or it is finished: then a copy has nothing to do, and says so.
			next = over.exitCode === 2 && next !== args ? args : resume;
		}
	}

	/** Undoes until the program says that it is done. */
	async undo(run: string): Promise<void> {
		const args = ['undo', run, '--yes'];
		this.#allowKills();

		for (;;) {
			const over = await this.#run(args);

			if (over.exitCode === 0) {
				return;
			}

			assertGoesOn(over, args);
		}
	}

	/** Ends the faults. */
	end(): void {
		this.#quieten([]);
	}

	#allowKills(): void {
		this.#killsLeft = this.#course.killing?.mostKills ?? 0;
	}

	async #run(args: readonly string[]): Promise<Over> {
		const {killing, fault, counts} = this.#course;
		const command = args[0]!;
		const earlier = this.#killed.get(command) ?? 0;
		const isMayDie = killing !== undefined && this.#killsLeft > 0;
		this.#quieten(randomFaults(fault));
		this.#processes++;

		if (this.#processes > mostProcesses) {
			throw new Error('The program never comes to an end');
		}

		if (killing !== undefined) {
			aim(fault, this.#surroundings, this.#seed, {
				command,
				number: this.#processes,
			});
		}

		const over = await runMortal(
			args,
			this.#surroundings,
			isMayDie
				? deathOf(killing.manner, this.#seed, {command, earlier})
				: undefined,
		);

		if (over.exitCode === undefined) {
			counts.kills++;
			this.#killsLeft--;
			this.#killed.set(command, earlier + 1);
		}

		return over;
	}

	/** Only these faults are left, and lost credentials work again. */
	#quieten(faults: readonly string[]): void {
		const {source, destination} = this.#surroundings;

		for (const site of [source, destination]) {
			site.setFaults(faults);
			site.restoreAccess();
		}
	}

	#listen(): void {
		const {source, destination} = this.#surroundings;
		const {fault: wanted, counts} = this.#course;

		for (const site of [source, destination]) {
			site.onExchange(({fault}) => {
				counts.hits += fault === wanted ? 1 : 0;
			});
		}
	}
}

const resume = ['resume', '--yes'];

/** A case takes a hundred; one that takes so many goes round in circles. */
const mostProcesses = 600;

/** A process may be killed, find nothing to resume, or be refused by a site; anything else is a mistake of the program. */
function assertGoesOn(
	{exitCode, stdout, stderr}: Over,
	args: readonly string[],
): void {
	if (exitCode !== undefined && ![2, 5, 6].includes(exitCode)) {
		throw new Error(
			`${args.join(' ')} ended with ${exitCode}:\n${stdout}${stderr}`,
		);
	}
}
