import stringWidth from 'string-width';
import {type Line, span} from './line.ts';

/** A key in the footer. */
export type Hint = {
	readonly sign: string;
	readonly label: string;
	/** It can't be used now; pressing it tells why. */
	readonly isRefused: boolean;
};

const gap = ' '.repeat(3);

/** As many keys as there is room for: the last one first, since it leads to all others, and those that can't be used last. */
export function hintLine(hints: readonly Hint[], columns: number): Line {
	const order = [
		...hints.slice(-1),
		...hints.slice(0, -1).filter(({isRefused}) => !isRefused),
		...hints.slice(0, -1).filter(({isRefused}) => isRefused),
	];
	const shown = new Set<Hint>();
	let room = columns + gap.length;

	for (const hint of order) {
		const width = widthOf(hint) + gap.length;

		if (!(width <= room)) {
			continue;
		}

		room -= width;
		shown.add(hint);
	}

	return hints
		.filter((hint) => shown.has(hint))
		.flatMap((hint, index) => [
			...(index === 0 ? [] : [span(gap)]),
			...spansOf(hint),
		]);
}

/** In brackets: not now. */
function spansOf({sign, label, isRefused}: Hint): Line {
	return isRefused
		? [span(`(${sign} ${label})`, 'quiet')]
		: [span(sign, 'strong'), span(` ${label}`, 'quiet')];
}

function widthOf({sign, label, isRefused}: Hint): number {
	return stringWidth(sign) + stringWidth(label) + (isRefused ? 3 : 1);
}
