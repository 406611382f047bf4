/** One comparison of a field with values. Negated operators are comparisons inside a `not`. */
export type Comparison = {
	readonly type: 'comparison';
	readonly field: string;
	readonly operator: 'in' | 'contains' | 'empty' | '<' | '<=' | '>' | '>=';
	readonly values: readonly string[];
};

export type Condition =
	| Comparison
	| {readonly type: 'and' | 'or'; readonly conditions: readonly Condition[]}
	| {readonly type: 'not'; readonly condition: Condition};

export type Ordering = {readonly field: string; readonly isDescending: boolean};

/** A JQL query in parts. */
export type Query = {
	readonly condition: Condition | undefined;
	readonly orderings: readonly Ordering[];
};

/** The JQL can't be understood, or names something that is not there. */
export class JqlError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'JqlError';
	}
}
