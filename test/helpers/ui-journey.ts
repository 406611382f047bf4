import {type UiApp} from './ui-app.ts';

/** Stations of the journey between the two sites in memory: what to press to get there from the one before, and what tells that one is there. */
const stations = [
	{name: 'source', keys: ['enter'], sign: 'Copy from which site?'},
	{name: 'source found', keys: ['enter'], sign: '✓ login'},
	{name: 'destination', keys: ['enter'], sign: 'Copy to which site?'},
	{name: 'destination found', keys: ['enter'], sign: '✓ login'},
	{name: 'projects', keys: ['enter'], sign: '[ ] IT'},
	{name: 'scope', keys: ['a', 'enter'], sign: 'Which customers?'},
	{name: 'scan', keys: ['enter'], sign: 'see the plan'},
	{name: 'plan', keys: ['enter'], sign: '[summary]'},
	{name: 'conflicts', keys: ['enter'], sign: '⏎ decide'},
	{name: 'settled', keys: ['a', 'end', 'enter'], sign: 'All settled'},
	{name: 'confirm', keys: ['enter'], sign: 'Confirm › into'},
	{name: 'copied', keys: ['New', 'enter'], sign: 'Copied ›'},
	{name: 'report', keys: ['enter'], sign: '[summary]'},
	{name: 'next', keys: ['n'], sign: 'Export the report'},
] as const;

export type UiStation = 'home' | (typeof stations)[number]['name'];

export const uiStations: readonly UiStation[] = [
	'home',
	...stations.map(({name}) => name),
];

/** Goes from station to station, by keys alone; left out, the first one is that after home. */
export async function walkUi(
	app: UiApp,
	to: UiStation,
	after: UiStation = 'home',
): Promise<void> {
	const from = uiStations.indexOf(after);

	for (const {keys, sign} of stations.slice(from, uiStations.indexOf(to))) {
		await app.press(...keys);
		await app.waitFor(sign);
	}
}
