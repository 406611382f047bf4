/** Something small that is done outside the screens, at once. */
export type Errand =
	| {readonly type: 'copy'; readonly text: string}
	| {readonly type: 'open'; readonly page: string};

export type ErrandAction =
	| {readonly type: 'errand-asked'; readonly errand: Errand}
	/** What came of it, in one sentence. */
	| {readonly type: 'errand-done'; readonly notice: string};

/** The errand under way, and how many there were, so that two alike are two. */
export type Errands = {
	readonly errand?: Errand;
	readonly count: number;
};

export const noErrands: Errands = {count: 0};

export function reduceErrands({count}: Errands, action: ErrandAction): Errands {
	switch (action.type) {
		case 'errand-asked': {
			return {errand: action.errand, count: count + 1};
		}

		case 'errand-done': {
			return {count};
		}
	}
}
