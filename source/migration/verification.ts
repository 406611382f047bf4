/**
One thing that is not as it should be: `-` is missing, `+` is there although nobody planned it, `!` is there but different.
*/
export type Difference = {
	readonly sign: '-' | '+' | '!';
	readonly what: 'customer' | 'organization' | 'member' | 'link' | 'access';
	/** Email or name, untrusted. */
	readonly subject: string;
	/** The organization or project it concerns, untrusted. */
	readonly place?: string;
};

/** What a second look at the destination found (R16). */
export type Verification = {
	/** How many things were found as they should be. */
	readonly equal: number;
	readonly differences: readonly Difference[];
	/** Missing or different: what no row of the report explains. */
	readonly unexplained: number;
};
