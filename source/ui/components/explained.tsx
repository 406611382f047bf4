import {type Explanation} from '../../migration/explain.ts';
import {neutralise} from '../../text/neutralise.ts';
import {span} from '../present/line.ts';
import {signs} from '../present/signs.ts';
import {wrap} from '../present/wrap.ts';
import {Lines} from './lines.tsx';

type ExplainedProps = {
	readonly explanation: Explanation;
	readonly columns: number;
};

/** What is the matter and what to do about it. */
export function Explained({explanation, columns}: ExplainedProps) {
	const {problem, nextStep} = explanation;
	const rows = (text: string) => wrap(neutralise(text), columns - 2);
	return (
		<Lines
			lines={[
				...rows(problem).map((row, index) => [
					span(index === 0 ? `${signs.failed} ` : '  ', 'bad'),
					span(row, 'strong'),
				]),
				...rows(nextStep).map((row) => [span(`  ${row}`)]),
			]}
		/>
	);
}
