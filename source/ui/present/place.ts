import {number} from '../../migration/quantity.ts';

/** Where in a long list a window is: `12 to 24 of 310`. Where all of it is on screen, nothing or what is given for that. */
export function placeText(
	from: number,
	to: number,
	count: number,
	whole = '',
): string {
	return to - from >= count
		? whole
		: `${number(from + 1)} to ${number(to)} of ${number(count)}`;
}
