/** Keys by the names tests use, as terminals send them. */
const sequences: Readonly<Record<string, string>> = {
	enter: '\r',
	escape: '\u{1B}',
	up: '\u{1B}[A',
	down: '\u{1B}[B',
	right: '\u{1B}[C',
	left: '\u{1B}[D',
	pageup: '\u{1B}[5~',
	pagedown: '\u{1B}[6~',
	home: '\u{1B}[H',
	end: '\u{1B}[F',
	delete: '\u{1B}[3~',
	tab: '\t',
	'shift+tab': '\u{1B}[Z',
	space: ' ',
	backspace: '\u{7F}',
	'ctrl+a': '\u{1}',
	'ctrl+c': '\u{3}',
	'ctrl+e': '\u{5}',
	'ctrl+p': '\u{10}',
	'ctrl+u': '\u{15}',
	'ctrl+w': '\u{17}',
};

/** What a terminal sends for a key; whatever is no name of a key is sent letter by letter. */
export function sequencesOf(key: string): readonly string[] {
	return Object.hasOwn(sequences, key) ? [sequences[key]!] : [...key];
}

/** What a terminal sends for a text pasted in one piece. */
export function pasteOf(text: string): string {
	return `\u{1B}[200~${text}\u{1B}[201~`;
}
