import {Buffer} from 'node:buffer';

/** Takes secrets out of texts before anyone keeps or shows them. */
export type Scrubber = {
	/** From now on this token is taken out, however it is written. */
	learn(token: string): void;
	scrub(text: string): string;
};

/** What stands in place of a secret. */
export const blackout = '‹token›';

/** Shorter ones are parts of common words; no real token is. */
const shortest = 6;

/** Makes a scrubber that knows no secret yet. */
export function createScrubber(): Scrubber {
	const forms = new Set<string>();
	let longestFirst: readonly string[] = [];

	return {
		learn(token) {
			if (token.length < shortest) {
				return;
			}

			for (const form of formsOf(token)) {
				forms.add(form);
			}

			longestFirst = [...forms].toSorted(
				(one, other) => other.length - one.length,
			);
		},
		scrub(text) {
			let clean = text;

			for (const form of longestFirst) {
				clean = clean.replaceAll(form, () => blackout);
			}

			return clean;
		},
	};
}

/** A token as it may turn up: plain, escaped for JSON or for addresses, in hexadecimal, and in base64, where `email:token` of basic authentication holds it too. */
function formsOf(token: string): readonly string[] {
	const escaped = encodeURIComponent(token);
	const bytes = Buffer.from(token);
	const hex = bytes.toString('hex');
	return [
		token,
		JSON.stringify(token).slice(1, -1),
		escaped,
		escaped.replaceAll(/%[0-9A-F]{2}/gv, (code) => code.toLowerCase()),
		everyByte(bytes, (code) => `%${code.toUpperCase()}`),
		everyByte(bytes, (code) => `%${code}`),
		hex,
		hex.toUpperCase(),
		...base64Forms(bytes),
	];
}

function everyByte(bytes: Uint8Array, write: (code: string) => string): string {
	return [...bytes]
		.map((byte) => write(byte.toString(16).padStart(2, '0')))
		.join('');
}

/** Base64 writes three bytes as four characters, so what stands before a token decides in which of three ways it is written. Only characters that the token alone decides are taken. */
function base64Forms(token: Uint8Array): readonly string[] {
	return [0, 1, 2].flatMap((before) => {
		const bytes = Buffer.concat([Buffer.alloc(before), token]);
		const start = Math.ceil((before * 8) / 6);
		const end = Math.floor((bytes.length * 8) / 6);
		const inner = bytes.toString('base64').slice(start, end);
		const forUrls = inner.replaceAll('+', '-').replaceAll('/', '_');
		return [
			inner,
			forUrls,
			inner.replaceAll('+', '%2B').replaceAll('/', '%2F'),
		];
	});
}
