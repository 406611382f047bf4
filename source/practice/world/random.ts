const range = 2 ** 32;

/**
A whole number from 0 to 2^32 - 1 that depends on its arguments alone, so that anything can be made again from the
seed and its number.
*/
export function hash(seed: number, ...numbers: readonly number[]): number {
	let mixed = spread(seed + 1);
	for (const number of numbers) {
		mixed = spread(mixed + spread(number + 1));
	}

	return mixed;
}

/** The hash of a text, for seeds that come from a name. */
export function hashText(seed: number, text: string): number {
	let mixed = spread(seed + text.length + 1);
	for (const character of text) {
		mixed = spread(mixed + character.codePointAt(0)!);
	}

	return mixed;
}

/** One of the choices, the same one for the same number. */
export function pick<Choice>(
	choices: readonly Choice[],
	number: number,
): Choice {
	const choice = choices[number % choices.length];
	if (choice === undefined) {
		throw new RangeError('There is nothing to choose from.');
	}

	return choice;
}

/**
A reversible scramble of a whole number below 2^32. Ids made with it look arbitrary, and yet the number can be read
back from an id without a table of a million entries.
*/
export function scramble(number: number, salt: number): number {
	return unsigned(Math.imul(number, multiplier) + salt);
}

/** The number that `scramble` turned into this one. */
export function unscramble(scrambled: number, salt: number): number {
	return unsigned(Math.imul(scrambled - salt, inverse));
}

/** Eight hexadecimal digits of a number below 2^32. */
export function hexadecimal(number: number): string {
	const low = number % 65_536;
	const high = (number - low) / 65_536;
	return (
		byteDigits(high / 256) +
		byteDigits(high) +
		byteDigits(low / 256) +
		byteDigits(low)
	);
}

function byteDigits(number: number): string {
	return digitsOfBytes[Math.floor(number) % 256]!;
}

/** A UUID of version 4 in form, made from a seed and a name. */
export function seededUuid(seed: number, name: string): string {
	const [first, second, third, fourth] = [1, 2, 3, 4].map((part) =>
		hexadecimal(hash(hashText(seed, name), part)),
	);
	return `${first}-${second!.slice(0, 4)}-4${second!.slice(5)}-a${third!.slice(1, 4)}-${third!.slice(4)}${fourth}`;
}

const digitsOfBytes = Array.from({length: 256}, (_, byte) =>
	byte.toString(16).padStart(2, '0'),
);

// Each is the other's inverse modulo 2^32, so multiplying by one undoes the other.
const multiplier = 0x9e_37_79_b1;
const inverse = 0x0e_8b_2f_51;

function spread(number: number): number {
	const once = Math.imul(number, 0x85_eb_ca_6b);
	const twice = Math.imul(once + Math.floor(once / 32_768), 0xc2_b2_ae_35);
	const thrice = twice + Math.floor(twice / 65_536);
	return thrice < 0 ? thrice + range : thrice;
}

function unsigned(number: number): number {
	const rest = number % range;
	return rest < 0 ? rest + range : rest;
}
