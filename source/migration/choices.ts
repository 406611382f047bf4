/** What the admin chose for a copy, besides sites and service projects. */
export type Choices = {
	readonly customers: 'related' | 'all';
	/** One answer for all duplicate organizations without a decision of their own. */
	readonly duplicates: 'stop' | 'rename' | 'merge' | 'skip';
	/** Pattern for new names; knows `{name}` and `{site}`. */
	readonly renameAs: string;
	/** For Atlassian accounts the destination does not have. */
	readonly missingAtlassian: 'attention' | 'create';
	readonly inactive: 'copy' | 'skip';
	/** Emails by source account id, for hidden or changed ones. */
	readonly emails: Readonly<Record<string, string>>;
	/** New email domains by old ones, both in lower case. */
	readonly emailDomains: Readonly<Record<string, string>>;
	/** What is done about requests that are on the destination already. */
	readonly activity: 'leave' | 'link';
	/** What is done about pairs of requests and of fields that are only proposed. */
	readonly proposed: 'list' | 'link';
	/** Ids or emails of destination accounts that stand where an import did not know the person; the first stands for deleted reporters. */
	readonly placeholders: readonly string[];
	/** A pilot: at most so many customers and the organizations they need. */
	readonly limit?: number;
};

export const defaultChoices: Choices = {
	customers: 'related',
	duplicates: 'stop',
	renameAs: '{name} ({site})',
	missingAtlassian: 'attention',
	inactive: 'copy',
	emails: {},
	emailDomains: {},
	activity: 'leave',
	proposed: 'list',
	placeholders: [],
};

/** The admin's answer to a conflict (R10). */
export type Decision =
	| {readonly type: 'rename'; readonly name: string}
	| {readonly type: 'merge'}
	| {readonly type: 'map'; readonly destinationId: string}
	| {readonly type: 'skip'};

export type DecisionType = Decision['type'];

/** Decisions by the id of the source organization. */
export type Decisions = Readonly<Record<string, Decision>>;
