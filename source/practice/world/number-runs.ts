/** Consecutive numbers. */
export type NumberRun = {readonly from: number; readonly count: number};

/** A list of numbers made of runs: number to index and back without a table of all numbers. */
export type NumberRuns = {
	readonly size: number;
	numberAt(index: number): number;
	indexOf(number: number): number | undefined;
};

/** The runs must be in rising order and must not overlap. */
export function numberRuns(runs: readonly NumberRun[]): NumberRuns {
	const filled = runs.filter((run) => run.count > 0);
	const starts: number[] = [];
	let size = 0;
	for (const run of filled) {
		starts.push(size);
		size += run.count;
	}

	return {
		size,
		numberAt(index) {
			const position = lastAtMost(
				starts.length,
				(each) => starts[each]!,
				index,
			);
			return filled[position]!.from + index - starts[position]!;
		},
		indexOf(number) {
			const position = lastAtMost(
				filled.length,
				(each) => filled[each]!.from,
				number,
			);
			const run = filled[position];
			return run && number < run.from + run.count
				? starts[position]! + number - run.from
				: undefined;
		},
	};
}

/** The last position whose value is at most the one sought, in a rising list; -1 when there is none. */
export function lastAtMost(
	length: number,
	valueAt: (position: number) => number,
	sought: number,
): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (valueAt(middle) <= sought) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low - 1;
}
