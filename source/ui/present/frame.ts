import {cut, fit, widest} from './fit.ts';

/** A title cut to less than this says nothing. */
const leastTitle = 20;

/** A title at the left and something aside at the right, in one row. Where there is room for a piece of the title only, it is alone. */
export function titleText(
	title: string,
	aside: string,
	columns: number,
): string {
	const room = columns - 2;
	const titleColumns = room - widest([aside]) - 2;
	return aside === '' || titleColumns < Math.min(widest([title]), leastTitle)
		? ` ${cut(title, room)}`
		: ` ${fit(title, titleColumns)}  ${aside}`.trimEnd();
}

/** A rule with a notice in it. */
export function ruleText(columns: number, notice: string): string {
	const text = `── ${cut(notice, columns - 6)} `;
	return text + '─'.repeat(Math.max(columns - widest([text]), 0));
}
