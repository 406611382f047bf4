import {randomUUID} from 'node:crypto';
import {createWriteStream} from 'node:fs';
import {rename, rm} from 'node:fs/promises';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {CommandError} from './command-error.ts';

/**
Writes a file that only the user may read. It appears whole or not at all; an older one is replaced. What it is, such as `plan`, is for the message.

@throws CommandError where that is not possible.
*/
export async function writePrivately(
	pieces: Iterable<string>,
	file: string,
	what: string,
): Promise<void> {
	const draft = `${file}.${randomUUID()}`;

	try {
		await pipeline(
			Readable.from(pieces),
			createWriteStream(draft, {flags: 'wx', mode: 0o600, flush: true}),
		);
		await rename(draft, file);
	} catch (error) {
		await rm(draft, {force: true});
		throw new CommandError(
			`The ${what} can’t be written to ${file} (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`,
			'Name another file with --out.',
		);
	}
}
