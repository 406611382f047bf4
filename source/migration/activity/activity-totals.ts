import {type LinkKind} from './request-links.ts';

/** What became of requests that were to be edited; each is counted once. */
export type ActivityTotals = {
	readonly planned: number;
	readonly linked: number;
	readonly failed: number;
	readonly waiting: number;
	/** Fields that were set, by their kind. */
	readonly fields: Readonly<Record<LinkKind, number>>;
	readonly present: number;
	readonly left: number;
};
