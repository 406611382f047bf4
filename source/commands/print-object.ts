import {type Shell} from './shell.ts';

/** Prints one JSON object in a line, with the time; `--json` prints nothing else. */
export function printObject(
	event: Readonly<Record<string, unknown>>,
	{out, clock}: Pick<Shell, 'out' | 'clock'>,
): void {
	out(`${JSON.stringify({...event, at: clock.now().toISOString()})}\n`);
}
