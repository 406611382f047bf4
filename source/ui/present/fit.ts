import stringWidth from 'string-width';
import {graphemes, isPlain} from '../../text/graphemes.ts';

/** Cuts a text to so many columns, with an ellipsis where something is missing. Never splits a character. */
export function cut(text: string, columns: number): string {
	return stringWidth(text) <= columns ? text : cutShort(text, columns);
}

/** Cuts or fills a text to exactly so many columns. */
export function fit(
	text: string,
	columns: number,
	side: 'left' | 'right' = 'left',
): string {
	const width = stringWidth(text);
	const short = width <= columns ? text : cutShort(text, columns);
	const left = columns - (short === text ? width : stringWidth(short));
	const blanks = ' '.repeat(Math.max(left, 0));
	return side === 'left' ? short + blanks : blanks + short;
}

function cutShort(text: string, columns: number): string {
	return columns < 1 ? '' : `${head(text, columns - 1)}…`;
}

export function widest(texts: readonly string[]): number {
	return Math.max(0, ...texts.map((text) => stringWidth(text)));
}

/** As many whole characters from the beginning as fit. */
export function head(text: string, columns: number): string {
	if (isPlain(text)) {
		return text.slice(0, Math.max(columns, 0));
	}

	let width = 0;
	let end = 0;

	for (const character of graphemes(text)) {
		width += stringWidth(character);

		if (width > columns) {
			break;
		}

		end += character.length;
	}

	return text.slice(0, end);
}
