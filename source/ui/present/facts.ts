import {fit, widest} from './fit.ts';
import {type Line, type Tone, span} from './line.ts';
import {isPersonal} from './privacy.ts';
import {wrap} from './wrap.ts';

/** A label and what is to be said about it. */
export type Fact = {
	readonly label: string;
	readonly text: string;
	readonly tone?: Tone;
};

/** Facts under each other, the texts aligned and wrapped. Narrow screens get each label on a row of its own. */
export function factLines(
	facts: readonly Fact[],
	columns: number,
): readonly Line[] {
	const labelColumns = widest(facts.map(({label}) => label)) + 3;
	return columns < labelColumns + 24
		? facts.flatMap((fact) => stacked(fact, columns))
		: facts.flatMap((fact) => aligned(fact, labelColumns, columns));
}

function aligned(
	{label, text, tone}: Fact,
	labelColumns: number,
	columns: number,
): readonly Line[] {
	return wrap(text, columns - labelColumns).map((row, index) => [
		span(fit(index === 0 ? label : '', labelColumns), 'quiet'),
		{...span(row, tone), isPersonal: isPersonal(label)},
	]);
}

function stacked({label, text, tone}: Fact, columns: number): readonly Line[] {
	return [
		[span(label, 'quiet')],
		...wrap(text, columns - 2).map((row) => [
			span('  '),
			{...span(row, tone), isPersonal: isPersonal(label)},
		]),
	];
}
