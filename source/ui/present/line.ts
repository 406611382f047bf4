/** What a piece of text is, for the theme to show; its words say the same without colour. */
export type Tone =
	'plain' | 'strong' | 'quiet' | 'good' | 'warning' | 'bad' | 'accent';

export type Span = {
	readonly text: string;
	readonly tone?: Tone;
	/** It names a person, by a name or an email. */
	readonly isPersonal?: boolean;
};

/** One row of the screen. */
export type Line = readonly Span[];

export const blank: Line = [];

export function line(text: string, tone?: Tone): Line {
	return [span(text, tone)];
}

export function span(text: string, tone?: Tone): Span {
	return tone === undefined ? {text} : {text, tone};
}

/** A line without its tones. */
export function textOfLine(spans: Line): string {
	return spans.map(({text}) => text).join('');
}

/** As many lines as there is room for; the last one shows where others are left out. */
export function firstLines(
	lines: readonly Line[],
	rows: number,
): readonly Line[] {
	return lines.length <= rows
		? lines
		: lines
				.slice(0, Math.max(rows, 0))
				.map((one, index) => (index === rows - 1 ? [...one, span(' …')] : one));
}
