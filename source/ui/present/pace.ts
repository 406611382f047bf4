import {duration} from '../../text/duration.ts';
import {levels} from './signs.ts';

/** Seconds looked back on to tell how fast work goes. */
const lookBack = 20;

/** Fewer complete seconds than this say nothing about the rest. */
const secondsNeeded = 3;

/** Things done a second, lately. The last number is still growing and doesn't count. */
export function rateOf(perSecond: readonly number[]): number | undefined {
	const complete = completeSeconds(perSecond);
	return complete.length < secondsNeeded ? undefined : mean(complete);
}

/**
How long the rest takes, as a range from the faster to the slower half of the last seconds: `1 to 2 min`.

@returns Undefined while nobody can say.
*/
export function timeLeft(
	remaining: number,
	perSecond: readonly number[],
): string | undefined {
	const sorted = [...completeSeconds(perSecond)].toSorted((a, b) => a - b);
	const half = Math.ceil(sorted.length / 2);
	const slow = mean(sorted.slice(0, half));
	const fast = mean(sorted.slice(-half));

	return sorted.length < secondsNeeded || fast === 0
		? undefined
		: range(remaining / fast, remaining / (slow === 0 ? fast / 4 : slow));
}

/** A range of seconds in words, with the unit once where both have the same. */
export function range(least: number, most: number): string {
	const [from, to] = [duration(least), duration(most)];

	if (from === to) {
		return from;
	}

	if (from.startsWith('less')) {
		return `up to ${to}`;
	}

	const [number = '', unit, ...rest] = from.split(' ');
	const isOfOneUnit = rest.length === 0 && to.split(' ', 2).at(1) === unit;
	return isOfOneUnit && to.split(' ').length === 2
		? `${number} to ${to}`
		: `${from} to ${to}`;
}

/** The last seconds as a small chart, in as many columns as there is room for. */
export function sparkline(
	perSecond: readonly number[],
	columns: number,
): string {
	const shown = columns < 1 ? [] : perSecond.slice(-columns);
	const most = Math.max(...shown, 1);
	return shown
		.map((count) => levels[Math.ceil((count / most) * (levels.length - 1))]!)
		.join('');
}

function completeSeconds(perSecond: readonly number[]): readonly number[] {
	return perSecond.slice(0, -1).slice(-lookBack);
}

function mean(numbers: readonly number[]): number {
	const sum = numbers.reduce((total, one) => total + one, 0);
	return numbers.length === 0 ? 0 : sum / numbers.length;
}
