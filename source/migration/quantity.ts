/** `1 customer`, `3,310 customers`. */
export function quantity(count: number, noun: string): string {
	return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** With separators, the same everywhere: 3,310. */
export function number(count: number): string {
	return count.toLocaleString('en-US');
}
