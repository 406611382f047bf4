import {type Reading} from '../../migration/reading.ts';
import {readingText, spokenPercent, spokenReading} from './reading.ts';

/** How far a comparison has come: the earlier run is read, then the later one, then what became of everything is compared. */
export type Comparing =
	| {
			readonly stage: 'earlier' | 'later';
			/** Missing until something is known of it. */
			readonly reading?: Reading;
	  }
	| {
			readonly stage: 'rows';
			/** Between 0 and 1. */
			readonly done: number;
	  };

/** How far the comparing of two runs has come. */
export function comparingText(comparing: Comparing): string {
	return comparing.stage === 'rows'
		? `Comparing the two runs… ${Math.floor(comparing.done * 100)} %`
		: readingText(comparing.reading, `the ${comparing.stage} run`);
}

/** The same for those who hear it, which changes in steps of a tenth. */
export function spokenComparing(comparing: Comparing): string {
	return comparing.stage === 'rows'
		? `Comparing the two runs: ${spokenPercent(comparing.done)}`
		: spokenReading(comparing.reading, `the ${comparing.stage} run`);
}
