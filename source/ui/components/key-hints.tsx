import {isDeepStrictEqual} from 'node:util';
import {memo, use} from 'react';
import {type Binding} from '../bindings.ts';
import {keyEntry} from '../keys.ts';
import {type Hint, hintLine} from '../present/hints.ts';
import {themeContext} from '../theme.ts';
import {LineText} from './lines.tsx';

type KeyHintsProps = {
	readonly bindings: readonly Binding[];
	readonly columns: number;
};

/** The keys of the moment. */
export function KeyHints({bindings, columns}: KeyHintsProps) {
	const {hasUnicode, isScreenReader = false} = use(themeContext);
	// Arrows have no name that is sure to be read aloud.
	const hasSigns = hasUnicode && !isScreenReader;
	const hints = bindings.map(({key, label, refusal}) => {
		const {sign, plainSign = sign, isPlain} = keyEntry(key);
		return {
			sign: hasSigns ? sign : plainSign,
			label,
			isRefused: refusal !== undefined,
			isPlain,
			...(key === 'help' && {labelForMore: 'more'}),
		};
	});
	return <Hints hints={hints} columns={columns} />;
}

type HintsProps = {
	readonly hints: readonly Hint[];
	readonly columns: number;
};

/** Most keys leave the hints as they are, and to find room for them takes longer than to see that. */
const Hints = memo(
	({hints, columns}: HintsProps) => (
		<LineText line={hintLine(hints, columns)} />
	),
	isDeepStrictEqual,
);
