const steering =
	/[\p{Control}\u{061C}\u{200E}\u{200F}\u{2028}\u{2029}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FEFF}]/v;

const allSteering = new RegExp(steering, 'gv');

/**
Makes control characters, escape sequences and marks that reorder text visible. Names and error texts come from strangers, who must not steer the terminal of whoever reads them.
*/
export function neutralise(text: string): string {
	// Hardly any text of a million holds one, and to look takes less than to replace nothing.
	return steering.test(text)
		? text.replaceAll(allSteering, (character) => visible(character))
		: text;
}

/** Unicode has pictures for the first 32 control characters; the others are shown by number. */
function visible(character: string): string {
	const code = character.codePointAt(0) ?? 0;

	return code < 0x20
		? String.fromCodePoint(0x24_00 + code)
		: `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
}
