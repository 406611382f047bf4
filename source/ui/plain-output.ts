import stringWidth from 'string-width';

/** What stands in for the signs of the screens where there is no Unicode. Each takes as many columns as its sign. */
const substitutes: ReadonlyMap<string, string> = new Map([
	['─', '-'],
	['│', '|'],
	['❯', '>'],
	['›', '>'],
	['→', '>'],
	['✓', '+'],
	['✗', 'x'],
	['≈', '~'],
	['…', '~'],
	['“', '"'],
	['”', '"'],
	['’', "'"],
	['█', '#'],
	['▓', '='],
	['▒', '+'],
	['░', '.'],
	['▞', '%'],
	['▚', '*'],
	['▖', ','],
	['·', '-'],
	['▁', '_'],
	['▂', '.'],
	['▃', '-'],
	['▄', '='],
	['▅', '+'],
	['▆', '*'],
	['▇', '#'],
	['▲', '^'],
	['▼', 'v'],
]);

/** The same text in ASCII, column by column. What has no substitute becomes question marks. */
export function toAscii(text: string): string {
	return text.replaceAll(
		/\P{ASCII}/gv,
		(character) =>
			substitutes.get(character) ?? '?'.repeat(stringWidth(character)),
	);
}

/** A terminal that gets nothing but ASCII; everything else about it stays as it is. */
export function asciiOutput(output: NodeJS.WriteStream): NodeJS.WriteStream {
	return new Proxy(output, {
		get(target, property) {
			const value: unknown = Reflect.get(target, property, target);

			if (property === 'write') {
				return (text: string | Uint8Array, ...rest: readonly never[]) =>
					target.write(
						typeof text === 'string' ? toAscii(text) : text,
						...rest,
					);
			}

			return typeof value === 'function'
				? (value.bind(target) as unknown)
				: value;
		},
	});
}
