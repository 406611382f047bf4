import {type Figure} from '../figure.ts';
import {measureCopy} from '../measured-copy.ts';
import {type PeerRow, copyAsScriptsDo} from '../peer.ts';
import {type PracticeSites, withPractice} from '../practice.ts';
import {SiteReader} from '../site-reader.ts';
import {newCustomers} from '../sizes.ts';

/** The sequential way of published scripts, on the same sites. */
export const peer: Figure = {
	name: 'peer',
	title: 'The sequential way of published scripts, on the same sites',
	async measure({program, isQuick}) {
		const options = {
			...newCustomers(isQuick ? 60 : 10_000),
			latency: 50,
		};
		// Nothing in the loop gets slower with its length, so some rows tell for all.
		const rowsMeasured = isQuick ? 10 : 300;
		const perRow = await withPractice(
			program.script,
			options,
			async (sites) => {
				const rows = await rowsOf(sites);
				return copyAsScriptsDo(rows.slice(0, rowsMeasured), sites.destination);
			},
		);
		const {finished, written} = await measureCopy(program, options);
		const ours = finished.seconds / written.customers;
		return [
			{
				what: 'time a customer, sequential script / jsm-ferry, 50 ms',
				value: perRow / ours,
				unit: '×',
				bar: {least: 20},
				isTimed: true,
				from: `${(1000 * perRow).toFixed(0)} ms / ${(1000 * ours).toFixed(1)} ms, planning and verifying included; ${rowsMeasured} rows by script, ${written.customers} customers by jsm-ferry`,
			},
		];
	},
};

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
