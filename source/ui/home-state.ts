import {type LastChoices, type PastRun, type SavedSite} from './services.ts';

/** What is kept from earlier, as it was when home was last entered. */
export type HomeState = {
	readonly runs: readonly PastRun[];
	readonly sites: readonly SavedSite[];
	readonly last: LastChoices;
	/** Such as a damaged file that was set aside. */
	readonly notices: readonly string[];
	/** Counts the visits, since each one reads anew. */
	readonly visit: number;
	readonly isRead: boolean;
};

export const emptyHome: HomeState = {
	runs: [],
	sites: [],
	last: {},
	notices: [],
	visit: 0,
	isRead: false,
};

/** What can be done from home, the likeliest first. */
export type HomeChoice =
	'return' | 'resume' | 'again' | 'new' | 'runs' | 'sites' | 'quit';

/** While a copy is under way, it comes first and nothing else can be begun. */
export function homeChoices(
	{runs, last}: HomeState,
	isCopying: boolean,
): readonly HomeChoice[] {
	const reports: readonly HomeChoice[] = runs.length > 0 ? ['runs'] : [];

	if (isCopying) {
		return ['return', ...reports, 'quit'];
	}

	const canRepeat = last.source !== undefined && last.destination !== undefined;
	return [
		...(runs[0]?.isUnfinished === true ? (['resume'] as const) : []),
		...(canRepeat ? (['again'] as const) : []),
		'new',
		...reports,
		'sites',
		'quit',
	];
}
