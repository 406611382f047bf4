/** Why there is nothing to plan. */
export type PreparationProblem =
	| {readonly code: 'same-site'; readonly site: string}
	| {readonly code: 'no-service-projects'; readonly site: string}
	| {
			readonly code: 'unknown-projects';
			readonly site: string;
			readonly keys: readonly string[];
			/** The keys the site does have. */
			readonly known: readonly string[];
	  }
	| {
			readonly code: 'no-customers';
			readonly projects: readonly string[];
			readonly scope: 'related' | 'all';
	  }
	| {readonly code: 'cannot-create-customers'; readonly site: string}
	| {
			readonly code: 'unknown-placeholder';
			readonly site: string;
			/** Id or email, as it was given. */
			readonly placeholder: string;
	  };

/** The admin asked for something that can't be planned; nothing was written. */
export class PreparationError extends Error {
	override readonly name = 'PreparationError';
	readonly problem: PreparationProblem;

	constructor(problem: PreparationProblem) {
		super(problem.code);
		this.problem = problem;
	}
}
