import {countEach} from '../../migration/count-by.ts';
import {type RunChange} from '../../migration/compare-runs.ts';
import {number} from '../../migration/quantity.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type BrowserRow, type BrowserTable, domainsOf} from './browser.ts';
import {type Column} from './columns.ts';
import {type Fact, factLines} from './facts.ts';
import {rowsOf} from './row-sources.ts';

export const comparisonTabs = [
	'summary',
	'customers',
	'organizations',
	'memberships',
] as const;

export type ComparisonTab = (typeof comparisonTabs)[number];

const subjects = {
	customers: 'customer',
	organizations: 'organization',
	memberships: 'membership',
} as const satisfies Readonly<
	Record<Exclude<ComparisonTab, 'summary'>, RunChange['subject']>
>;

const columns: readonly Column[] = [
	{title: 'Change', least: 9, share: 0},
	{title: 'Who or what', least: 24, share: 2},
	{title: 'Before', least: 13, share: 0},
	{title: 'After', least: 13, share: 0},
];

/** What differs between two runs, a table for each kind of thing. */
export function comparisonTable(
	changes: readonly RunChange[],
	tab: Exclude<ComparisonTab, 'summary'>,
): BrowserTable {
	const shown = changes.filter(({subject}) => subject === subjects[tab]);
	return {
		columns,
		rows: rowsOf(shown, (change) => changeRow(change)),
		facets: {
			outcome: (place) => [shown[place]!.change],
			...(tab !== 'organizations' && {
				domain: (place: number) => domainsOf(emailOf(shown[place]!)),
			}),
		},
		emptyText: `The ${tab} of both runs came out alike.`,
	};
}

/** How many of each kind are new, changed and gone. */
export function changeFacts(changes: readonly RunChange[]): readonly Fact[] {
	// In one pass, since there may be a million and each key asks again.
	const counts = countEach(
		changes,
		({subject, change}) => `${subject} ${change}`,
	);
	return Object.entries(subjects).map(([label, subject]) => {
		const words = (['new', 'changed', 'gone'] as const).flatMap((kind) => {
			const count = counts.get(`${subject} ${kind}`);
			return count === undefined ? [] : [`${number(count)} ${kind}`];
		});
		return {label, text: words.length === 0 ? 'alike' : words.join(', ')};
	});
}

/** Who is a member of what is told behind the email. */
function emailOf({label}: RunChange): string {
	return label.split(' in ', 1)[0] ?? '';
}

function changeRow({
	change,
	label,
	id,
	before = '',
	after = '',
}: RunChange): BrowserRow {
	return {
		cells: [change, neutralise(label), before, after],
		details: (width) =>
			factLines(
				[
					{label: 'who or what', text: neutralise(label)},
					{label: 'change', text: change},
					{
						label: 'before',
						text: before === '' ? 'not in the earlier run' : before,
					},
					{label: 'after', text: after === '' ? 'not in the later run' : after},
					{label: 'id', text: neutralise(id), tone: 'quiet'},
				],
				width,
			),
	};
}
