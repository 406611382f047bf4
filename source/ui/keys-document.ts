import {fit, widest} from './present/fit.ts';
import {type KeyEntry, type KeyPlace, keyTable} from './keys.ts';

const places: ReadonlyArray<readonly [KeyPlace, string]> = [
	['everywhere', 'Everywhere'],
	['lists', 'Lists'],
	['tables', 'Tables of the plan and the report'],
	['text', 'Text fields'],
	['home', 'Home'],
	['source', 'Source'],
	['destination', 'Destination'],
	['projects', 'Service projects'],
	['scope', 'Scope'],
	['scan', 'Scan'],
	['plan', 'Plan'],
	['conflicts', 'Conflicts'],
	['progress', 'Progress'],
	['report', 'Report'],
	['next', 'What next'],
	['runs', 'Reports'],
	['comparison', 'Two runs compared'],
	['act', 'Verify, undo, invite, follow up'],
	['sites', 'Sites'],
];

/** The documentation of all keys, in Markdown. */
export function keysDocument(): string {
	const sections = places.map(([place, title]) => sectionOf(place, title));
	return `${['# Keys', 'Made from `source/ui/keys.ts`. Letters type in text fields.', ...sections].join('\n\n')}\n`;
}

function sectionOf(place: KeyPlace, title: string): string {
	const entries: readonly KeyEntry[] = Object.values(keyTable);
	const rows = entries
		.filter(({places: where}) => where.includes(place))
		.map(({sign, help}) => [`\`${sign}\``, help] as const);
	return [
		`## ${title}`,
		'',
		...tableOf([['Key', 'What it does'], ...rows]),
	].join('\n');
}

/** A table in Markdown, aligned as formatters want it. */
function tableOf(
	rows: ReadonlyArray<readonly [string, string]>,
): readonly string[] {
	const widths = [0, 1].map((column) =>
		widest(rows.map((row) => row[column] ?? '')),
	);
	const lines = rows.map(
		(row) =>
			`| ${row.map((cell, column) => fit(cell, widths[column] ?? 0)).join(' | ')} |`,
	);
	const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
	return [...lines.slice(0, 1), rule, ...lines.slice(1)];
}
