import {explainBreakOff} from '../../migration/explain-break-off.ts';
import {number} from '../../migration/quantity.ts';
import {duration} from '../../text/duration.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type ActStage, type ActState} from '../act-state.ts';
import {actSummary} from '../act-summary.ts';
import {type Line, blank, line, span} from '../present/line.ts';
import {signs} from '../present/signs.ts';
import {wrap} from '../present/wrap.ts';
import {type PreparedAct} from '../services.ts';
import {type Size} from '../size.ts';

/** Rows of a table that should stay in sight below what is said above it. */
const tableRows = 8;

/** What is said above the rows: all of it, in short, or nothing, as there is room. */
export function actHead(
	act: PreparedAct,
	{columns, rows}: Size,
): readonly Line[] {
	const {whole, short} = actSummary(act);
	const wrapped = [whole, short].map((texts) =>
		texts.flatMap((text) => wrap(text, columns)),
	);
	const fitting = wrapped.find(({length}) => length <= rows - tableRows);
	return (fitting ?? wrapped[1]!.slice(0, Math.max(rows - 5, 0))).map(
		(text, index) => line(text, index === 0 ? 'strong' : undefined),
	);
}

/** What an act came to, and what did not go as planned. */
export function doneLines(
	{progress}: ActState,
	{act, summary}: Extract<ActStage, {readonly type: 'done'}>,
	columns: number,
): readonly Line[] {
	const isWell = summary.exitCode === 0;
	const why = explainBreakOff(summary);
	const text = (words: string) =>
		wrap(neutralise(words), columns - 2).map((row) => line(`  ${row}`));
	const verdict = wrap(neutralise(summary.verdict), columns - 2).map(
		(row, index): Line => [
			index === 0
				? span(
						`${isWell ? signs.done : signs.attention} `,
						isWell ? 'good' : 'warning',
					)
				: span('  '),
			span(row, 'strong'),
		],
	);
	const hidden = progress.troubleCount - progress.troubles.length;
	return [
		...verdict,
		...text(`It took ${duration(summary.seconds)}.`),
		...(why === undefined ? [] : text(`${why.problem} ${why.nextStep}`)),
		...helpCenterLines(act, columns),
		...(progress.troubles.length === 0 ? [] : [blank]),
		...progress.troubles.flatMap((trouble) => text(trouble)),
		...(hidden > 0 ? text(`… and ${number(hidden)} more`) : []),
	];
}

/** The address stands alone in its row, so that it can be copied. */
function helpCenterLines(act: PreparedAct, columns: number): readonly Line[] {
	if (act.kind !== 'invite') {
		return [];
	}

	const {knownBefore, helpCenter, destination} = act.plan;
	const address =
		helpCenter ?? `${destination.url}/servicedesk/customer/portals`;
	return [
		blank,
		...wrap(
			`The help center, to pass on to whoever got no mail${knownBefore === 0 ? '' : ` and to the ${number(knownBefore)} who had an account before`}:`,
			columns - 2,
		).map((row) => line(`  ${row}`)),
		...wrap(neutralise(address), columns - 2).map((row) =>
			line(`  ${row}`, 'accent'),
		),
	];
}
