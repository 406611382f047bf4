/** What the contract with scripts says about how a command ended. */
export const exitCodes = {
	done: 0,
	bug: 1,
	badInput: 2,
	undecided: 3,
	incomplete: 4,
	sourceRefused: 5,
	destinationRefused: 6,
	underWay: 7,
	stopped: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command that ends early, with one sentence that says why and one that says what to do. */
export class CommandError extends Error {
	override readonly name = 'CommandError';
	readonly exitCode: ExitCode;
	readonly nextStep: string;

	constructor(
		problem: string,
		nextStep: string,
		exitCode: ExitCode = exitCodes.badInput,
	) {
		super(problem);
		this.nextStep = nextStep;
		this.exitCode = exitCode;
	}
}
