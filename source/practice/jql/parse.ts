import {
	type Comparison,
	type Condition,
	JqlError,
	type Ordering,
	type Query,
} from './query.ts';
import {type Token, tokenize} from './tokens.ts';

/** Takes JQL apart: comparisons joined by AND, OR, NOT and parentheses, and an order. */
export function parseJql(jql: string): Query {
	return new Parser(tokenize(jql)).query();
}

class Parser {
	readonly #tokens: readonly Token[];
	#position = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	query(): Query {
		const condition =
			this.#isWord('order') || this.#next.type === 'end'
				? undefined
				: this.#either();
		const orderings = this.#takeWord('order') ? this.#orderings() : [];
		if (this.#next.type !== 'end') {
			this.#refuse();
		}

		return {condition, orderings};
	}

	get #next(): Token {
		return this.#tokens[this.#position]!;
	}

	#either(): Condition {
		const conditions = [this.#both()];
		while (this.#takeWord('or')) {
			conditions.push(this.#both());
		}

		return conditions.length === 1 ? conditions[0]! : {type: 'or', conditions};
	}

	#both(): Condition {
		const conditions = [this.#one()];
		while (this.#takeWord('and')) {
			conditions.push(this.#one());
		}

		return conditions.length === 1 ? conditions[0]! : {type: 'and', conditions};
	}

	#one(): Condition {
		if (this.#takeWord('not')) {
			return {type: 'not', condition: this.#one()};
		}

		if (this.#takeSymbol('(')) {
			const condition = this.#either();
			this.#expect(')');
			return condition;
		}

		return this.#comparison();
	}

	#comparison(): Condition {
		const field = this.#operand().toLowerCase();
		const symbol =
			this.#next.type === 'symbol' ? this.#take().value : undefined;
		if (symbol === undefined) {
			return this.#wordComparison(field);
		}

		const value = this.#operand();
		switch (symbol) {
			case '=': {
				return compare(field, 'in', [value]);
			}

			case '!=': {
				return negate(compare(field, 'in', [value]));
			}

			case '~': {
				return compare(field, 'contains', [value]);
			}

			case '!~': {
				return negate(compare(field, 'contains', [value]));
			}

			case '<':
			case '<=':
			case '>':
			case '>=': {
				return compare(field, symbol, [value]);
			}

			default: {
				return this.#refuse();
			}
		}
	}

	/** `in (…)`, `not in (…)`, `is empty` and `is not empty`. */
	#wordComparison(field: string): Condition {
		if (this.#takeWord('is')) {
			const isNegated = this.#takeWord('not');
			if (!this.#takeWord('empty') && !this.#takeWord('null')) {
				this.#refuse();
			}

			const emptiness = compare(field, 'empty', []);
			return isNegated ? negate(emptiness) : emptiness;
		}

		const isNegated = this.#takeWord('not');
		if (!this.#takeWord('in')) {
			this.#refuse();
		}

		const membership = compare(field, 'in', this.#list());
		return isNegated ? negate(membership) : membership;
	}

	#list(): readonly string[] {
		this.#expect('(');
		const values = [this.#operand()];
		while (this.#takeSymbol(',')) {
			values.push(this.#operand());
		}

		this.#expect(')');
		return values;
	}

	#orderings(): readonly Ordering[] {
		if (!this.#takeWord('by')) {
			this.#refuse();
		}

		const orderings: Ordering[] = [];
		do {
			const field = this.#operand().toLowerCase();
			const isDescending = this.#takeWord('desc');
			if (!isDescending) {
				this.#takeWord('asc');
			}

			orderings.push({field, isDescending});
		} while (this.#takeSymbol(','));

		return orderings;
	}

	#operand(): string {
		const token = this.#take();
		return token.type === 'word' || token.type === 'text'
			? token.value
			: this.#refuse(token);
	}

	#take(): Token {
		const token = this.#next;
		this.#position = Math.min(this.#position + 1, this.#tokens.length - 1);
		return token;
	}

	#isWord(word: string): boolean {
		return (
			this.#next.type === 'word' && this.#next.value.toLowerCase() === word
		);
	}

	#takeWord(word: string): boolean {
		const isNext = this.#isWord(word);
		if (isNext) {
			this.#take();
		}

		return isNext;
	}

	#takeSymbol(symbol: string): boolean {
		const isNext = this.#next.type === 'symbol' && this.#next.value === symbol;
		if (isNext) {
			this.#take();
		}

		return isNext;
	}

	#expect(symbol: string): void {
		if (!this.#takeSymbol(symbol)) {
			this.#refuse();
		}
	}

	#refuse(token = this.#next): never {
		throw new JqlError(
			token.type === 'end'
				? 'Error in the JQL Query: the query ends too early.'
				: `Error in the JQL Query: '${token.value}' is not expected here.`,
		);
	}
}

function compare(
	field: string,
	operator: Comparison['operator'],
	values: readonly string[],
): Condition {
	return {type: 'comparison', field, operator, values};
}

function negate(condition: Condition): Condition {
	return {type: 'not', condition};
}
