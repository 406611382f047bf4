import {cut, fit, widest} from './fit.ts';

/** A title at the left and something aside at the right, in one row. The title gives way last. */
export function titleText(
	title: string,
	aside: string,
	columns: number,
): string {
	const room = columns - 2;
	const asideColumns = widest([aside]);
	return widest([title]) + asideColumns + 2 > room
		? ` ${cut(title, room)}`
		: ` ${fit(title, room - asideColumns)}${aside}`;
}

/** A rule, with a notice in it where there is one. */
export function ruleText(columns: number, notice?: string): string {
	if (notice === undefined || notice === '') {
		return '─'.repeat(columns);
	}

	const text = `── ${cut(notice, columns - 6)} `;
	return text + '─'.repeat(Math.max(columns - widest([text]), 0));
}
