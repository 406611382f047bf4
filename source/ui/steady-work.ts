/** Work on many rows that is done in small parts, so that a key pressed meanwhile is answered at once. */
export type SteadyWork = {
	readonly isDone: boolean;
	/** Between 0 and 1. */
	readonly done: number;
	/** Does so many steps more. */
	work(steps: number): void;
};

/** Steps done at once when a table is opened, or with each letter of a filter: a table of a usual size is ready with its first frame, and no key waits for a longer one. */
export const firstSteps = 1000;

/** Of a table that is longer than that, the key that asked for it waits for so many: enough for a screen, where most rows pass. */
export const fewSteps = 100;

/** Steps between two looks at the keys. From a key to its frame there are several such looks, so all of them together are less than one frame's time. */
export const stepsAtOnce = 100;
