import stringWidth from 'string-width';
import {type Line, span} from './line.ts';

/** A key in the footer. */
export type Hint = {
	readonly sign: string;
	readonly label: string;
	/** It can't be used now; pressing it tells why. */
	readonly isRefused: boolean;
	/** Its sign says enough where there is little room. */
	readonly isPlain?: boolean;
	/** Its label where other keys are left out, no longer than the usual one. */
	readonly labelForMore?: string;
};

/** A key and the columns it takes: to count them takes longer than all else about it. */
type Measured = Hint & {readonly width: number};

/** The keys that found room. */
type Choice = {
	readonly shown: readonly Measured[];
	readonly gap: string;
};

/** As many keys as there is room for: where it is short, they move closer, and those whose sign says enough lose their label. What finds no room all the same is told by the last one, which leads to all. */
export function hintLine(all: readonly Hint[], columns: number): Line {
	const hints = withoutTwins(all).map((hint) => measured(hint));
	const wide = ' '.repeat(3);
	const close = ' '.repeat(2);
	const choices = [
		choose(hints, wide, columns),
		choose(hints, close, columns),
		choose(
			hints.map((hint) =>
				hint.isPlain === true ? measured({...hint, label: ''}) : hint,
			),
			close,
			columns,
		),
	];
	const [best] = choices.toSorted((a, b) => usableIn(b) - usableIn(a));
	const {shown, gap} = best!;
	const isWhole = shown.length === hints.length;
	return shown.flatMap((hint, index) =>
		spansOf(isWhole ? hint : withLabelForMore(hint), index === 0 ? '' : gap),
	);
}

/** The last one first, since it leads to all others, then the most useful one and the way back, which stands next to last; those that can't be used come last. */
function choose(
	hints: readonly Measured[],
	gap: string,
	columns: number,
): Choice {
	const [back, help] = [hints.slice(-2, -1), hints.slice(-1)];
	const usable = hints.filter(({isRefused}) => !isRefused);
	// Those named twice are shown once, where they are named first.
	const order = [...help, ...usable.slice(0, 1), ...back, ...usable, ...hints];
	const chosen = new Set<Measured>();
	let room = columns + gap.length;

	for (const hint of order) {
		const width = hint.width + gap.length;

		if (chosen.has(hint) || width > room) {
			continue;
		}

		room -= width;
		chosen.add(hint);
	}

	return {shown: hints.filter((hint) => chosen.has(hint)), gap};
}

function usableIn({shown}: Choice): number {
	return shown.filter(({isRefused}) => !isRefused).length;
}

function withLabelForMore(hint: Hint): Hint {
	const {label, labelForMore = label} = hint;
	return {...hint, label: labelForMore};
}

/** Two keys that do the same take one hint. */
function withoutTwins(hints: readonly Hint[]): readonly Hint[] {
	return hints.filter(
		({label}, index) =>
			hints.findIndex((hint) => hint.label === label) === index,
	);
}

/** In brackets: not now. Only labels have a style, since every change of it is drawn anew with each frame. */
function spansOf(hint: Hint, gap: string): Line {
	const {sign, label, isRefused} = hint;

	if (isRefused) {
		return [span(gap), span(`(${textOf(hint)})`, 'quiet')];
	}

	return label === ''
		? [span(gap + sign)]
		: [span(gap + sign), span(` ${label}`, 'quiet')];
}

function measured(hint: Hint): Measured {
	const brackets = hint.isRefused ? 2 : 0;
	return {...hint, width: stringWidth(textOf(hint)) + brackets};
}

function textOf({sign, label}: Hint): string {
	return label === '' ? sign : `${sign} ${label}`;
}
