import {type ChaosFault} from './faults.ts';

/** How often processes were killed, and how many calls the fault hit. */
export type Counts = {kills: number; hits: number};

/** What came of the cases with one fault. */
export type Tally = Counts & {
	readonly fault: ChaosFault;
	cases: number;
	readonly differences: string[];
};

export function rowOf({fault, cases, kills, hits, differences}: Tally): string {
	return `${fault}: ${cases} cases, ${kills} kills, ${hits} calls hit, ${differences.length} differences`;
}

export function summaryOf(tallies: readonly Tally[]): string {
	const sum = (count: (tally: Tally) => number) => {
		let total = 0;

		for (const tally of tallies) {
			total += count(tally);
		}

		return total;
	};

	const kills = sum((tally) => tally.kills);
	const cases = sum((tally) => tally.cases);
	const differences = sum((tally) => tally.differences.length);
	return `${kills} kills in ${cases} cases of ${tallies.length} kinds of faults, ${differences} differences,`;
}
