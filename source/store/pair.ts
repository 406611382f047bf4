import {type Site} from '../migration/model.ts';

/** Two sites between which is copied. What the ledger remembers belongs to a pair, known by the ids of both. */
export type Pair = {
	readonly source: Site;
	readonly destination: Site;
};
