/**
One thing that was looked at again: `=` is as it should be, `-` is missing, `+` is there although nobody planned it, `!` is there but different.
*/
export type Check = {
	readonly sign: '=' | '-' | '+' | '!';
	readonly what:
		'customer' | 'organization' | 'member' | 'link' | 'access' | 'request';
	/** Email or name, untrusted. */
	readonly subject: string;
	/** The organization or project it concerns, untrusted. */
	readonly place?: string;
	/** Source id of the customer, where this run made the account and it became a member of more than was planned. */
	readonly customer?: string;
	/** The name it has there now, where that is what differs; untrusted. */
	readonly nameNow?: string;
};

/** Customers this run created who are in an organization that nobody planned for them: it takes in new customers of their email domain. */
export type AutoJoined = {
	/** Its name on the destination, untrusted. */
	readonly organization: string;
	/** Source ids. */
	readonly customers: readonly string[];
};

/** One thing that is not as it should be. */
export type Difference = Check & {readonly sign: '-' | '+' | '!'};

/** What a second look at the destination found (R16). */
export type Verification = {
	/** How many things were found as they should be. */
	readonly equal: number;
	readonly differences: readonly Difference[];
	/** Missing or different: what no row of the report explains. */
	readonly unexplained: number;
};

export function autoJoined({differences}: Verification): readonly AutoJoined[] {
	const members = differences.filter(({customer}) => customer !== undefined);
	return [...Map.groupBy(members, ({place = ''}) => place)].map(
		([organization, found]) => ({
			organization,
			customers: found.flatMap(({customer}) => customer ?? []),
		}),
	);
}

/** Puts single checks together. Those that were only counted are told by their number. */
export function summarizeChecks(
	checks: readonly Check[],
	onlyCounted = 0,
): Verification {
	const differences = checks.filter((check) => isDifference(check));
	return {
		equal: onlyCounted + checks.length - differences.length,
		differences,
		unexplained: differences.filter(({sign}) => sign !== '+').length,
	};
}

/** Whether a thing is not as it should be. */
export function isDifference(check: Check): check is Difference {
	return check.sign !== '=';
}
