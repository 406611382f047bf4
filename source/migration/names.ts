/** Longest name that Jira takes for an organization, from Atlassian's documentation of `POST /organization`. */
export const longestName = 200;

/**
Two names with the same result may be the same to Jira, whose handling of case, blanks and Unicode forms is undocumented.
*/
export function comparableName(name: string): string {
	// Upper case unfolds letters such as ß, which lower case alone leaves different from SS; the first lower case turns the capital ẞ into one of them.
	return name
		.normalize('NFC')
		.trim()
		.replaceAll(/\s+/gv, ' ')
		.toLowerCase()
		.toUpperCase()
		.toLowerCase()
		.normalize('NFC');
}

/** Tells whether a name is in use, compared as Jira might compare it. */
export type NameTest = {has(name: string): boolean};

/** Names already in use. */
export class TakenNames implements NameTest {
	readonly #names = new Set<string>();

	constructor(names: Iterable<string> = []) {
		for (const name of names) {
			this.add(name);
		}
	}

	add(name: string): void {
		this.#names.add(comparableName(name));
	}

	has(name: string): boolean {
		return this.#names.has(comparableName(name));
	}
}

/**
Fills a rename pattern and makes the result free: shortened at the end of the name to 200 characters, numbered ` (2)`, ` (3)` where taken (R10).
*/
export function freeName(
	pattern: string,
	values: {readonly name: string; readonly site: string},
	taken: NameTest,
): string {
	return newNames(pattern, values).find((name) => !taken.has(name))!;
}

/**
Fills a rename pattern again and again.

@yields The result, then the same with ` (2)`, ` (3)` and so on, without end.
*/
export function* newNames(
	pattern: string,
	values: {readonly name: string; readonly site: string},
): Generator<string, never, void> {
	for (let count = 1; ; count++) {
		const suffix = count === 1 ? '' : ` (${count})`;
		yield fillPattern(pattern, values, longestName - suffix.length) + suffix;
	}
}

/** What is wrong with a name someone typed, or undefined. */
export function nameProblem(
	name: string,
	taken: NameTest,
): 'blank' | 'too-long' | 'taken' | undefined {
	if (name.trim() === '') {
		return 'blank';
	}

	if (name.length > longestName) {
		return 'too-long';
	}

	return taken.has(name) ? 'taken' : undefined;
}

function fillPattern(
	pattern: string,
	{name, site}: {readonly name: string; readonly site: string},
	room: number,
): string {
	// A function as replacement, since `$&` in a name would otherwise be read as a pattern.
	const fill = (shortName: string) =>
		pattern.replaceAll(/\{(?:name|site)\}/gv, (place) =>
			place === '{name}' ? shortName : site,
		);
	const whole = fill(name);

	if (whole.length <= room) {
		return whole;
	}

	const places = Math.max(pattern.split('{name}').length - 1, 1);
	const roomForName = Math.floor((room - fill('').length) / places);
	// A site's name alone may be too long, so the result is cut once more.
	return shorten(fill(shorten(name, roomForName).trimEnd()), room);
}

/** Cuts between graphemes, since half an emoji is no character. */
function shorten(text: string, length: number): string {
	let end = 0;

	for (const {segment, index} of new Intl.Segmenter().segment(text)) {
		if (index + segment.length > length) {
			break;
		}

		end = index + segment.length;
	}

	return text.slice(0, end);
}
