import {
	type AspectChange,
	type PlanChange,
} from '../migration/compare-plans.ts';
import {quantity} from '../migration/quantity.ts';
import {neutralise} from '../text/neutralise.ts';

/** Rows and values shown in plain text; `--json` has all. */
const rowsShown = 50;
const valuesShown = 5;

/** What changed since a plan was saved, in lines of plain text. */
export function planChangesText(
	changes: readonly PlanChange[],
): readonly string[] {
	const more = changes.length - rowsShown;
	return [
		`${quantity(changes.length, 'row')} of the plan changed:`,
		...changes.slice(0, rowsShown).map((change) => changeText(change)),
		...(more > 0 ? [`  … and ${quantity(more, 'row')} more`] : []),
	];
}

function changeText({sign, what, subject, aspects}: PlanChange): string {
	const row = `  ${sign} ${what} ${neutralise(subject)}`;

	switch (sign) {
		case '-': {
			return `${row}: planned, but not there any more`;
		}

		case '+': {
			return `${row}: new since the plan`;
		}

		case '!': {
			return `${row}: ${aspects.map((aspect) => aspectText(aspect)).join('; ')}`;
		}
	}
}

function aspectText({aspect, before, now}: AspectChange): string {
	const [was] = before;
	const [is] = now;
	return before.length === 1 && now.length === 1
		? `${aspect} ${neutralise(was ?? '')} → ${neutralise(is ?? '')}`
		: `${aspect} ${[...some('−', before), ...some('+', now)].join(', ')}`;
}

function some(sign: string, values: readonly string[]): readonly string[] {
	const more = values.length - valuesShown;
	return [
		...values.slice(0, valuesShown).map((value) => sign + neutralise(value)),
		...(more > 0 ? [`${sign}${more} more`] : []),
	];
}
