import {type Figure, type Result} from '../figure.ts';
import {idealOf} from '../ideal-time.ts';
import {type MeasuredCopy, measureCopy} from '../measured-copy.ts';
import {type PeerRow, copyAsScriptsDo} from '../peer.ts';
import {
	type PracticeOptions,
	type PracticeSites,
	withPractice,
} from '../practice.ts';
import {type Program} from '../program.ts';
import {SiteReader} from '../site-reader.ts';
import {newCustomers} from '../sizes.ts';

/** The sequential way of published scripts, on the same sites. What nobody could beat stands beside it: a script waits for answers, which take as long as they take, and we for the site's limits. */
export const peer: Figure = {
	name: 'peer',
	title: 'The sequential way of published scripts, on the same sites',
	async measure({program, isQuick}) {
		const results = [];

		for (const latency of isQuick ? [50] : [50, 300]) {
			const options = {...newCustomers(isQuick ? 60 : 10_000), latency};
			const script = await timeScript(program, options, isQuick ? 10 : 60);
			const copy = await measureCopy(program, options);
			results.push(...compare(script, copy, latency));
		}

		return results;
	},
};

/** Nothing in the loop gets slower with its length, so some rows tell for all. */
async function timeScript(
	{script}: Program,
	options: PracticeOptions,
	rows: number,
): Promise<number> {
	return withPractice(script, options, async (sites) => {
		const all = await rowsOf(sites);
		return copyAsScriptsDo(all.slice(0, rows), sites.destination);
	});
}

/** Seconds a row of the script, beside a whole copy. */
function compare(
	script: number,
	{finished, written: {customers}, least}: MeasuredCopy,
	latency: number,
): readonly Result[] {
	const inMilliseconds = (seconds: number) =>
		`${(1000 * seconds).toFixed(1)} ms`;
	const ours = finished.seconds / customers;
	const ideal = idealOf(least, latency) / customers;
	return [
		{
			what: `time a customer, sequential script / jsm-ferry, ${latency} ms`,
			value: script / ours,
			unit: '×',
			...(latency === 50 && {bar: {least: 20}}),
			isTimed: true,
			from: `${inMilliseconds(script)} / ${inMilliseconds(ours)}, planning and verifying included`,
		},
		{
			what: `the same, sequential script / the ideal, ${latency} ms`,
			value: script / ideal,
			unit: '×',
			isTimed: true,
			from: `${inMilliseconds(script)} / ${inMilliseconds(ideal)}`,
		},
	];
}

/** Members of organizations, as an export of the source has them. */
async function rowsOf({
	source,
	destination,
}: PracticeSites): Promise<readonly PeerRow[]> {
	const site = new SiteReader(source);
	const [accounts, projects] = await Promise.all([
		new SiteReader(destination).accounts(),
		new SiteReader(destination).projects(),
	]);
	const there = new Set(accounts.items.map(({emailAddress}) => emailAddress));
	const [desk] = projects.items;
	const {items} = await site.organizations();
	const rows: PeerRow[] = [];

	for (const {id, name} of items.slice(0, 20)) {
		const {items: members} = await site.members(id);
		rows.push(
			...members.flatMap(({emailAddress: email, displayName}) =>
				email === undefined || there.has(email)
					? []
					: {
							email,
							name: displayName,
							organization: name,
							serviceDeskId: desk?.id ?? '',
						},
			),
		);
	}

	return rows;
}
