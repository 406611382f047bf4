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

/** As many keys as there is room for: the last one first, since it leads to all others, then the most useful one and the way back, which stands next to last; those that can't be used come last. */
export function hintLine(all: readonly Hint[], columns: number): Line {
	const hints = withoutTwins(all);
	const [back, help] = [hints.slice(-2, -1), hints.slice(-1)];
	const usable = hints.filter(({isRefused}) => !isRefused);
	// Those named twice are shown once, where they are named first.
	const order = [...help, ...usable.slice(0, 1), ...back, ...usable, ...hints];
	const shown = new Set<Hint>();
	let room = columns + gap.length;

	for (const hint of order) {
		const width = widthOf(hint) + gap.length;

		if (shown.has(hint) || width > room) {
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

/** Two keys that do the same take one hint. */
function withoutTwins(hints: readonly Hint[]): readonly Hint[] {
	return hints.filter(
		({label}, index) =>
			hints.findIndex((hint) => hint.label === label) === index,
	);
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
