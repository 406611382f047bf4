/** Lists longer than this many items are cut. */
const longestList = 250;

/** Characters that a line with items of a list has at most, unless one item alone has more: V8 keeps longer texts apart from things that are soon forgotten. */
const longestLine = 32 * 1024;

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
		const texts = items
			.values()
			.map((item, index) =>
				JSON.stringify(withoutLongLists(item, [...at, index], lists)),
			);

		for (const part of joined(texts)) {
			yield `[${JSON.stringify(at)},[${part}]]`;
		}
	}
}

/**
Puts texts together, a comma between them, for as long as a line has room.

@yields As many as have room, but always one.
*/
function* joined(texts: Iterable<string>): Generator<string, void, void> {
	let part = '';

	for (const text of texts) {
		if (part !== '' && part.length + text.length >= longestLine) {
			yield part;
			part = '';
		}

		part += part === '' ? text : `,${text}`;
	}

	yield part;
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
