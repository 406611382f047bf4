import {type Decisions} from './choices.ts';

/** What the ledger remembers of earlier runs of a pair (R13). */
export type Memory = {
	/** Destination account ids by source account ids. */
	readonly customers: ReadonlyMap<string, string>;
	/** Source ids of inactive customers whose new accounts still have access, since revoking it failed or never came to it (R6). */
	readonly toRevoke: ReadonlySet<string>;
	/** Destination organization ids by source organization ids. */
	readonly organizations: ReadonlyMap<string, string>;
	/** Source ids of the customers that runs made members, by source organization. */
	readonly memberships: ReadonlyMap<string, ReadonlySet<string>>;
	/** Decisions the admin made one by one; those made by rule are not remembered. */
	readonly decisions: Decisions;
};

export const emptyMemory: Memory = {
	customers: new Map(),
	toRevoke: new Set(),
	organizations: new Map(),
	memberships: new Map(),
	decisions: {},
};
