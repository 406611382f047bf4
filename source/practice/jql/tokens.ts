import {JqlError} from './query.ts';

export type Token = {
	readonly type: 'word' | 'text' | 'symbol' | 'end';
	readonly value: string;
};

// Quoted texts, symbols, and words: names, keys, numbers, dates, functions, cf[10010].
const pattern =
	/"(?<double>(?:[^"\\]|\\.)*)"|'(?<single>(?:[^'\\]|\\.)*)'|(?<symbol>!=|!~|<=|>=|[\(\),<=>~])|(?<word>[^\s!"'\(\),<=>~]+(?:\(\))?)|(?<wrong>\S)/gv;

/** Cuts JQL into tokens. */
export function tokenize(jql: string): readonly Token[] {
	return [
		...jql.matchAll(pattern).map((match) => tokenOf(match.groups!)),
		{type: 'end', value: ''},
	];
}

function tokenOf(groups: Readonly<Record<string, string>>): Token {
	const {wrong, symbol, word, single} = groups;
	if (wrong !== undefined) {
		throw new JqlError(
			`Error in the JQL Query: the character '${wrong}' is not expected here.`,
		);
	}

	if (symbol !== undefined) {
		return {type: 'symbol', value: symbol};
	}

	const quoted = groups['double'] ?? single;
	return quoted === undefined
		? {type: 'word', value: word!}
		: {
				type: 'text',
				value: quoted.replaceAll(/\\(?<escaped>.)/gv, '$<escaped>'),
			};
}
