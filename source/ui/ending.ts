/** How the app ended. */
export type Ending = {
	/** As the contract of the command line has it. */
	readonly exitCode: number;
	/** For the normal screen, once the app has left it: the verdict and where the report is. */
	readonly lastWords: readonly string[];
	/** What ended it that should not have happened, for the caller to report. */
	readonly crash?: unknown;
};
