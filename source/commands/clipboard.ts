import {Buffer} from 'node:buffer';
import path from 'node:path';
import {type Shell} from './shell.ts';
import {writePrivately} from './write-privately.ts';

/** Characters; longer texts are cut off by some terminals. */
const longestCopy = 50_000;

/**
Puts text on the clipboard of the terminal, also over SSH, by the sequence OSC 52. No terminal answers it, so those known to ignore it get a file instead.

@returns The file, where there was no clipboard.
@throws CommandError where the file can't be written.
*/
export async function copyText(
	text: string,
	folder: string,
	{environment, out, scrubber}: Pick<Shell, 'environment' | 'out' | 'scrubber'>,
): Promise<string | undefined> {
	// Encoded, a secret would pass the scrubber of the output.
	const clean = scrubber.scrub(text);

	if (hasClipboard(environment) && clean.length <= longestCopy) {
		out(`\u{1B}]52;c;${Buffer.from(clean).toString('base64')}\u{7}`);
		return undefined;
	}

	const file = path.join(folder, 'copied-row.txt');
	await writePrivately([`${clean}\n`], file, 'row');
	return file;
}

/** Whether the terminal is one that takes the sequence, as far as the environment tells. */
export function hasClipboard({
	TERM: term = '',
	TERM_PROGRAM: program = '',
	VTE_VERSION: vte = '',
	TMUX: tmux = '',
	STY: screen = '',
}: Shell['environment']): boolean {
	const isPlain = ['', 'dumb', 'linux'].includes(term);
	// Both stand between program and terminal, and by default keep the sequence to themselves.
	const isWithin = tmux !== '' || screen !== '';
	return !isPlain && !isWithin && vte === '' && program !== 'Apple_Terminal';
}
