import {type CallCounts} from './calls.ts';
import {type TooManyErrorsFacts} from './failure.ts';
import {type SiteErrorFacts} from './site-error.ts';
import {type Totals} from './totals.ts';
import {type AutoJoined} from './verification.ts';

/** How a run ended. */
export type Ending = 'finished' | 'stopped' | 'broken-off';

/** How a run ended, in numbers and one sentence. */
export type RunSummary = Totals & {
	readonly run: string;
	readonly ending: Ending;
	readonly verdict: string;
	/**
	0: all accounted for and verified. 4: some rows failed or could not be verified. 6: the destination refused. 130: stopped.
	*/
	readonly exitCode: 0 | 4 | 6 | 130;
	/** Missing where the run did not come to verifying. */
	readonly unexplained?: number;
	/** Missing where nobody is in more organizations than planned. */
	readonly autoJoined?: readonly AutoJoined[];
	/** Why it was broken off. */
	readonly error?: SiteErrorFacts;
	/** The same, where it was a run of the same failure. */
	readonly tooManyErrors?: TooManyErrorsFacts;
	readonly calls: {
		readonly source: CallCounts;
		readonly destination: CallCounts;
	};
	readonly seconds: number;
};
