/** Work on many rows that is done in small parts, so that a key pressed meanwhile is answered at once. */
export type SteadyWork = {
	readonly isDone: boolean;
	/** Between 0 and 1. */
	readonly done: number;
	/** Does so many steps more. */
	work(steps: number): void;
};

/** Steps done at once when a table is opened: one of a usual size is ready with its first frame. */
export const firstSteps = 4000;

/** Steps between two looks at the keys: less than one frame's time. */
export const stepsAtOnce = 2000;
