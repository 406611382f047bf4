/** Calls made so far, for the report. */
export type CallCounts = {
	readonly reads: number;
	readonly writes: number;
	/** Answers with status 429. */
	readonly throttled: number;
	readonly retried: number;
};
