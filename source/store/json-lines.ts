/** Lists longer than this many items are cut. A line then stays far below the longest string that V8 allows, and below what it keeps apart from things that are soon forgotten. */
const longestList = 250;

/** Where a list stands in a value: `['organizations', 3, 'members', 'add']`. */
type Position = ReadonlyArray<string | number>;

type LongList = {readonly at: Position; readonly items: readonly unknown[]};

/**
Writes a JSON value of any size as lines of JSON. The first line is the value with its long lists left empty; each other line is a position and items to put at the end of the list there.

@yields Lines without their ends.
*/
export function* toLines(value: unknown): Generator<string, void, void> {
	const lists: LongList[] = [];
	yield JSON.stringify(withoutLongLists(value, [], lists));

	// Items may hold long lists themselves, which then join the queue.
	for (const {at, items} of lists) {
		for (let start = 0; start < items.length; start += longestList) {
			const part = items
				.slice(start, start + longestList)
				.map((item, index) =>
					withoutLongLists(item, [...at, start + index], lists),
				);
			yield JSON.stringify([at, part]);
		}
	}
}

/** Reads back what `toLines` wrote. */
export function fromLines(lines: Iterable<string>): unknown {
	let value: unknown;

	for (const line of lines) {
		value = withLine(value, line);
	}

	return value;
}

/** Takes in one more line. Before the first one there is no value yet. */
export function withLine(value: unknown, line: string): unknown {
	const parsed: unknown = JSON.parse(line);

	if (value === undefined) {
		return parsed;
	}

	append(value, parsed as readonly [Position, readonly unknown[]]);
	return value;
}

function append(
	value: unknown,
	[at, items]: readonly [Position, readonly unknown[]],
): void {
	let list = value;

	for (const key of at) {
		list = (list as Record<string | number, unknown>)[key];
	}

	for (const item of items) {
		(list as unknown[]).push(item);
	}
}

/** Puts every long list into the queue and an empty one in its place. The value itself is not changed. */
function withoutLongLists(
	value: unknown,
	at: Position,
	lists: LongList[],
): unknown {
	if (!hasLongList(value)) {
		return value;
	}

	if (!Array.isArray(value)) {
		return Object.fromEntries(
			Object.entries(value as Record<string, unknown>).map(([key, item]) => [
				key,
				withoutLongLists(item, [...at, key], lists),
			]),
		);
	}

	if (value.length > longestList) {
		lists.push({at, items: value});
		return [];
	}

	return value.map((item, index) =>
		withoutLongLists(item, [...at, index], lists),
	);
}

function hasLongList(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) {
		return false;
	}

	return Array.isArray(value)
		? value.length > longestList || value.some((item) => hasLongList(item))
		: Object.values(value).some((item) => hasLongList(item));
}
