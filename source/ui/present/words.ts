/** `IT`, `IT and HR`, `IT, HR and LEGAL`. */
export function listOf(items: readonly string[]): string {
	return items.length < 2
		? items.join('')
		: `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** The first few of many: `IT, HR and 12 more`. */
export function someOf(items: readonly string[], most: number): string {
	return items.length <= most
		? listOf(items)
		: `${items.slice(0, most).join(', ')} and ${items.length - most} more`;
}
