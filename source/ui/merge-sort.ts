/**
Sorts in place and in steps, so that a million items can be sorted without a pause; equal ones keep their order. Every yield is one comparison or so.

@yields Nothing; each time a little more is sorted.
*/
export function* mergeSort(
	items: Int32Array,
	isAfter: (one: number, other: number) => boolean,
): Generator<undefined, void, void> {
	let from: Int32Array = items;
	let to: Int32Array = new Int32Array(items.length);

	for (let width = 1; width < items.length; width *= 2) {
		for (let start = 0; start < items.length; start += 2 * width) {
			yield* merge({from, to, start, width}, isAfter);
		}

		[from, to] = [to, from];
	}

	if (from !== items) {
		items.set(from);
	}
}

type Merging = {
	readonly from: Int32Array;
	readonly to: Int32Array;
	readonly start: number;
	readonly width: number;
};

function* merge(
	{from, to, start, width}: Merging,
	isAfter: (one: number, other: number) => boolean,
): Generator<undefined, void, void> {
	const middle = Math.min(start + width, from.length);
	const end = Math.min(start + 2 * width, from.length);
	let left = start;
	let right = middle;

	for (let place = start; place < end; place++) {
		const isTakesRight =
			left >= middle || (right < end && isAfter(from[left]!, from[right]!));
		to[place] = from[isTakesRight ? right++ : left++]!;
		yield undefined;
	}
}
