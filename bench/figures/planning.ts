import {execFileSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {type Figure} from '../figure.ts';

const script = path.join(import.meta.dirname, '../plan-alone.ts');

/** Planning alone, without any site: a pure function of what was scanned. */
export const planning: Figure = {
	name: 'planning',
	title: 'Planning alone, on one core',
	async measure({isQuick}) {
		const [customers, organizations] = isQuick
			? [20_000, 200]
			: [1_000_000, 10_000];
		const printed = execFileSync(process.execPath, [
			'--max-old-space-size=8192',
			script,
			String(customers),
			String(organizations),
		]);
		const {seconds} = JSON.parse(printed.toString()) as {
			readonly seconds: number;
		};
		return [
			{
				what: `planning ${customers} customers and ${organizations} organizations`,
				value: seconds,
				unit: 's',
				...(!isQuick && {bar: {most: 5}}),
				isTimed: true,
				from: 'processor time, the collector on other cores included',
			},
		];
	},
};
