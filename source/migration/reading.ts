/** How far the making of a stored report has come: first its plan is read, then what became of the steps, then all rows are looked at for what is left to do. */
export type Reading = {
	readonly stage: 'plan' | 'steps' | 'rows';
	/** Of the plan it counts parts, which mean nothing to a person. */
	readonly done: number;
	readonly total: number;
};
