import {hash, hashText} from '../world/random.ts';
import {type FaultName, type ScriptedFault} from './fault.ts';

/**
Decides which call meets which fault. Faults that are on hit calls at random, yet always the same ones: the seed, the
operation and how often it was called decide. Scripted faults come first.
*/
export class FaultPlan {
	readonly #seed: number;
	#names: readonly FaultName[];
	readonly #scripts: Array<{readonly script: ScriptedFault; seen: number}> = [];
	readonly #calls = new Map<string, number>();
	#total = 0;

	constructor(seed: number, names: readonly FaultName[]) {
		this.#seed = seed;
		this.#names = names;
	}

	/** Whether this fault may hit at all, now or later. */
	expects(name: FaultName): boolean {
		return (
			this.#names.includes(name) ||
			this.#scripts.some(({script}) => script.fault === name)
		);
	}

	script(fault: ScriptedFault): void {
		this.#scripts.push({script: fault, seen: 0});
	}

	/** Forgets the scripted faults, and switches on these and no others. */
	set(names: readonly FaultName[]): void {
		this.#scripts.length = 0;
		this.#names = names;
	}

	/** The fault for the next call of this operation, if there is one. */
	next(operation: string): ScriptedFault | undefined {
		const count = (this.#calls.get(operation) ?? 0) + 1;
		this.#calls.set(operation, count);
		this.#total++;
		return this.#scripted(operation) ?? this.#random(operation, count);
	}

	/** Counts the call for every script that waits for it, and takes the first that is due. */
	#scripted(operation: string): ScriptedFault | undefined {
		const waiting = this.#scripts.filter(
			({script}) => (script.operation ?? operation) === operation,
		);
		for (const entry of waiting) {
			entry.seen++;
		}

		return waiting.find(
			({script: {call = 1, times = 1}, seen}) =>
				seen >= call && seen < call + times,
		)?.script;
	}

	#random(operation: string, count: number): ScriptedFault | undefined {
		if (
			this.#total === callsUntilAuthLost &&
			this.#names.includes('auth-lost')
		) {
			return {fault: 'auth-lost'};
		}

		const name = this.#names.find((each) => {
			const {oneIn, isFor} = chances[each];
			const drawn = hash(
				this.#seed,
				hashText(0, operation),
				hashText(0, each),
				count,
			);
			return drawn % oneIn === 0 && (isFor?.(operation) ?? true);
		});
		return name === undefined
			? undefined
			: this.#details(name, operation, count);
	}

	#details(fault: FaultName, operation: string, count: number): ScriptedFault {
		const drawn = hash(this.#seed, hashText(1, operation), count);
		const status = ([500, 502, 503, 504] as const)[drawn % 4]!;
		return {
			fault,
			milliseconds: fault === 'latency' ? 20 + (drawn % 180) : 1500,
			status,
			retryAfterSeconds: fault === 'quota' ? 2 : 1,
		};
	}
}

const callsUntilAuthLost = 400;

type Chance = {
	readonly oneIn: number;
	readonly isFor?: (operation: string) => boolean;
};

const chances: Readonly<Record<FaultName, Chance>> = {
	latency: {oneIn: 3},
	slow: {oneIn: 100},
	burst: {oneIn: 30},
	quota: {oneIn: 300},
	'html-429': {oneIn: 60},
	'server-error': {oneIn: 60},
	'drop-before': {oneIn: 80},
	'drop-after': {oneIn: 80},
	'cut-body': {oneIn: 80},
	'stale-page': {oneIn: 20, isFor: (operation) => operation.startsWith('GET ')},
	'renamed-underfoot': {oneIn: 40, isFor: isOrganizationWrite},
	// It comes with the number of calls, not by chance.
	'auth-lost': {oneIn: Infinity},
};

function isOrganizationWrite(operation: string): boolean {
	return !operation.startsWith('GET ') && operation.includes('/organization');
}
