import {execFileSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {type Figure} from '../figure.ts';
import {median} from '../stopwatch.ts';

const script = path.join(import.meta.dirname, '../plan-alone.ts');

/** One may meet a slow spell of the machine; the one in the middle counts. */
const runs = 3;

/** Planning alone, without any site: a pure function of what was scanned. */
export const planning: Figure = {
	name: 'planning',
	title: 'Planning alone, on one core',
	async measure({isQuick}) {
		const [customers, organizations] = isQuick
			? ([20_000, 200] as const)
			: ([1_000_000, 10_000] as const);
		const times = Array.from({length: isQuick ? 1 : runs}, () =>
			timePlanning(customers, organizations),
		);
		return [
			{
				what: `planning ${customers} customers and ${organizations} organizations`,
				value: median(times),
				unit: 's',
				...(!isQuick && {bar: {most: 5}}),
				isTimed: true,
				from: `processor time, the collector on other cores included; ${times.map((seconds) => `${seconds.toFixed(1)} s`).join(', ')}`,
			},
		];
	},
};

/** Seconds, in a process of its own. */
function timePlanning(customers: number, organizations: number): number {
	const printed = execFileSync(process.execPath, [
		'--max-old-space-size=8192',
		script,
		String(customers),
		String(organizations),
	]);
	const {seconds} = JSON.parse(printed.toString()) as {
		readonly seconds: number;
	};
	return seconds;
}
