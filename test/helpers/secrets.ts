import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';

/** What every token of the practice sites begins with. */
const beginnings = ['source', 'destination'].flatMap((site) =>
	['admin', 'agent', 'customer'].map((login) => `practice-${site}-${login}-`),
);

const traces: readonly string[] = beginnings.flatMap((text) => tracesOf(text));

/** Whether a token of a practice site is in there: plain, or encoded for addresses, in hexadecimal or in base64, whatever stands before it. */
export function hasToken(text: string): boolean {
	return traces.some((trace) => text.includes(trace));
}

/** Throws where a token is in what a program has shown, or in a file of its home. */
export function assertNoToken(
	shown: Readonly<Record<string, string>>,
	home: string | undefined,
): void {
	const places = {...shown, ...filesBelow(home)};
	const found = Object.entries(places)
		.filter(([, text]) => hasToken(text))
		.map(([name]) => name);

	if (found.length > 0) {
		throw new Error(`A token is in ${found.join(', ')}`);
	}
}

/** Every file below a folder as bytes, by its path. Others may remove some meanwhile. */
function filesBelow(
	folder: string | undefined,
): Readonly<Record<string, string>> {
	if (folder === undefined || !fs.existsSync(folder)) {
		return {};
	}

	const files = fs
		.readdirSync(folder, {recursive: true, encoding: 'utf8'})
		.map((name) => path.join(folder, name))
		.filter((file) => fs.statSync(file, {throwIfNoEntry: false})?.isFile());
	return Object.fromEntries(
		files.map((file) => [file, fs.readFileSync(file, 'latin1')]),
	);
}

function tracesOf(text: string): readonly string[] {
	const bytes = Buffer.from(text);
	const hex = bytes.toString('hex');
	return [
		text,
		text.replaceAll('-', '%2D'),
		text.replaceAll('-', '%2d'),
		hex,
		hex.toUpperCase(),
		...[0, 1, 2].map((before) => base64After(before, bytes)),
	];
}

/** The part of the base64 that does not depend on what stands before and behind. */
function base64After(before: number, bytes: Uint8Array): string {
	const all = Buffer.concat([Buffer.alloc(before), bytes]);
	return all
		.toString('base64')
		.slice(Math.ceil((before * 8) / 6), Math.floor((all.length * 8) / 6));
}
