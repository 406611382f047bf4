import {neutralise} from '../../text/neutralise.ts';
import {fit, widest} from './fit.ts';
import {type Line, type Tone, span} from './line.ts';
import {signs} from './signs.ts';
import {wrap} from './wrap.ts';

/** One thing a copy needs of a site, as a check found it. */
export type Finding = {
	readonly label: string;
	readonly state: 'ok' | 'missing' | 'advice';
	readonly detail: string;
	readonly isNeeded: boolean;
};

/** What a check of a site found, each with its fix. */
export function findingLines(
	findings: readonly Finding[],
	columns: number,
): readonly Line[] {
	const labelColumns = widest(findings.map(({label}) => label)) + 2;
	return findings.flatMap((finding) =>
		columns < labelColumns + 30
			? stacked(finding, columns)
			: besides(finding, labelColumns, columns),
	);
}

function besides(
	finding: Finding,
	labelColumns: number,
	columns: number,
): readonly Line[] {
	const rows = wrap(neutralise(finding.detail), columns - labelColumns - 2);
	return rows.map((row, index) =>
		index === 0
			? [signOf(finding), span(`${fit(finding.label, labelColumns)}${row}`)]
			: [span(`${' '.repeat(labelColumns + 2)}${row}`)],
	);
}

/** A detail stands beside its label where both fit in a row, else below it. */
function stacked(finding: Finding, columns: number): readonly Line[] {
	const detail = neutralise(finding.detail);
	const row = `${finding.label}  ${detail}`.trimEnd();

	if (widest([row]) <= columns - 2) {
		return [[signOf(finding), span(row)]];
	}

	return [
		[signOf(finding), span(finding.label)],
		...wrap(detail, columns - 4).map((text) => [span(`    ${text}`, 'quiet')]),
	];
}

function signOf({state, isNeeded}: Finding) {
	const [sign, tone] = lookOf(state, isNeeded);
	return span(`${sign} `, tone);
}

function lookOf(
	state: Finding['state'],
	isNeeded: boolean,
): readonly [string, Tone] {
	if (state === 'ok') {
		return [signs.done, 'good'];
	}

	return state === 'missing' && isNeeded
		? [signs.failed, 'bad']
		: [signs.attention, 'warning'];
}
