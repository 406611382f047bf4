import {type PtyOptions, type PtyProgram, startProgram} from './pty-program.ts';

/** Stations of the demo's journey: what to press to get there from the one before, and what tells that one is there. */
const stations = [
	{name: 'source', keys: ['enter'], sign: 'Copy from which site?'},
	{name: 'source found', keys: ['enter'], sign: '✓ address'},
	{name: 'destination', keys: ['enter'], sign: 'Copy to which site?'},
	{name: 'destination found', keys: ['enter'], sign: '✓ address'},
	{name: 'projects', keys: ['enter'], sign: '[ ] LEGAL'},
	{name: 'scope', keys: ['a', 'enter'], sign: 'Which customers?'},
	{name: 'scan', keys: ['enter'], sign: 'see the plan'},
	{name: 'plan', keys: ['enter'], sign: '[summary]'},
	{name: 'conflicts', keys: ['enter'], sign: '0 of 6 settled'},
	{name: 'all that remain', keys: ['a'], sign: 'One answer'},
	{name: 'new names', keys: ['enter'], sign: 'New names from'},
	{name: 'settled', keys: ['enter'], sign: '6 of 6 settled'},
	{name: 'confirm', keys: ['enter'], sign: 'Confirm › into'},
	{name: 'copying', keys: ['Contoso', 'enter'], sign: 'Copying ›'},
	{name: 'copied', keys: [], sign: 'Copied ›'},
	{name: 'report', keys: ['enter'], sign: 'Report ›'},
	{name: 'next', keys: ['n'], sign: 'What next'},
] as const;

export type Station = (typeof stations)[number]['name'];

/** Starts the demo and waits for home, or for what is given instead. */
export async function startDemo(
	options?: PtyOptions,
	sign = 'New copy',
): Promise<PtyProgram> {
	const app = await startProgram(['demo'], options);
	await app.waitFor(sign);
	return app;
}

/** Goes from station to station, by keys alone; left out, the first one is that after home. */
export async function walk(
	app: PtyProgram,
	to: Station,
	after?: Station,
): Promise<void> {
	const names = stations.map(({name}) => name);
	const from = after === undefined ? 0 : names.indexOf(after) + 1;

	for (const {keys, sign} of stations.slice(from, names.indexOf(to) + 1)) {
		app.press(...keys);
		await app.waitFor(sign);
	}
}

/** The screen as text, with what differs from run to run made the same. */
export function screenOf({lines}: Pick<PtyProgram, 'lines'>): string {
	return lines()
		.map((line) =>
			line.startsWith('  Calls ') ? '  Calls            …' : line,
		)
		.join('\n')
		.replaceAll(/127\.0\.0\.1:\d{5}/gv, '127.0.0.1:12345')
		.replaceAll(/\d{4}-\d{2}-\d{2}-a/gv, '2026-11-23-a');
}
