import {type ScanSubject, type Side} from '../../migration/events.ts';
import {type Plan} from '../../migration/plan.ts';
import {type Progress} from '../../migration/progress.ts';
import {number, quantity} from '../../migration/quantity.ts';
import {neutralise} from '../../text/neutralise.ts';
import {fit} from './fit.ts';
import {type Line, span} from './line.ts';
import {someOf} from './words.ts';

const subjects: ReadonlyArray<readonly [ScanSubject, string]> = [
	['accounts', 'all accounts'],
	['agents', 'agents'],
	['organizations', 'organizations'],
	['members', 'members'],
	['project-lists', 'customer lists'],
	['requests', 'requests'],
];

type SiteNames = Readonly<Record<Side, string>>;

/** What was read of both sites so far, side by side. */
export function scanLines(
	{scanned}: Pick<Progress, 'scanned'>,
	names: SiteNames,
	columns: number,
): readonly Line[] {
	const labelColumns = 16;
	const cellColumns = Math.min(Math.floor((columns - labelColumns) / 2), 24);
	const cell = (text: string) => fit(text, cellColumns, 'right');
	const head = [names.source, names.destination].map((name) =>
		span(cell(neutralise(name)), 'strong'),
	);
	return [
		[span(' '.repeat(labelColumns)), ...head],
		...subjects.map(([subject, label]) => [
			span(fit(label, labelColumns), 'quiet'),
			...(['source', 'destination'] as const).map((side) => {
				const count = scanned[side][subject];
				return span(cell(count === undefined ? '' : number(count)));
			}),
		]),
	];
}

/** More keys of projects would be more than anyone reads. */
const mostKeys = 8;

/** What a finished scan found, in two sentences. */
export function scanResult(plan: Plan, seconds: string): string {
	const {source, destination, choices, destinationHolds} = plan;
	const keys = someOf(
		plan.projects.map(({from}) => neutralise(from.key)),
		mostKeys,
	);
	const customers = quantity(plan.customers.length, 'customer');
	const scope = choices.customers === 'related' ? '' : ' in all';
	const organizations = quantity(plan.organizations.length, 'organization');
	return `${neutralise(source.name)} has ${customers}${scope} and ${organizations} related to ${keys}. ${neutralise(destination.name)} holds ${quantity(destinationHolds.accounts, 'account')} of people and ${quantity(destinationHolds.organizations, 'organization')}. Read in ${seconds}.`;
}
