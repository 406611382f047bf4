import {number} from '../../migration/quantity.ts';
import {type Reading} from '../../migration/reading.ts';

/** How far the reading of a report has come; of a short one nothing is known before it is there. */
export function readingText(
	reading: Reading | undefined,
	what = 'the report',
): string {
	return reading === undefined
		? `Reading ${what}…`
		: `Reading ${what}… ${farText(reading)}`;
}

/** The same for those who hear it, which changes in steps of a tenth. */
export function spokenReading(
	reading: Reading | undefined,
	what = 'the report',
): string {
	return reading === undefined
		? readingText(reading, what)
		: `Reading ${what}: ${stageNames[reading.stage]}, ${spokenPercent(partOf(reading))}`;
}

/** Of a part between 0 and 1. */
export function spokenPercent(part: number): string {
	return `${Math.floor(part * 10) * 10} percent`;
}

const stageNames: Readonly<Record<Reading['stage'], string>> = {
	plan: 'the plan',
	steps: 'its steps',
	rows: 'what is left to do',
};

function farText(reading: Reading): string {
	const {stage, done, total} = reading;
	return stage === 'plan'
		? `${stageNames.plan}, ${Math.floor(partOf(reading) * 100)} %`
		: `${stageNames[stage]}, ${number(done)} of ${number(total)}${stage === 'rows' ? ' rows' : ''}`;
}

function partOf({done, total}: Reading): number {
	return total === 0 ? 1 : done / total;
}
