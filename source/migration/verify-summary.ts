import {type CallCounts} from './calls.ts';

/** How verifying some time after a run ended, in numbers and one sentence. */
export type VerifySummary = {
	readonly run: string;
	readonly verdict: string;
	/** 0: all accounted for and there. 4: something failed then, is still to come, or is not as it was left. */
	readonly exitCode: 0 | 4;
	/** How many things were found as they should be. */
	readonly equal: number;
	readonly missing: number;
	readonly unexpected: number;
	readonly different: number;
	readonly unexplained: number;
	readonly calls: {readonly destination: CallCounts};
	readonly seconds: number;
};
