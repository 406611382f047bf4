import {Box, Text} from 'ink';
import {use} from 'react';
import {fit} from '../present/fit.ts';
import {themeContext, lookOf, shown} from '../theme.ts';
import {type TextField} from '../text-field.ts';
import {fieldWindow} from '../present/field-window.ts';

type FieldProps = {
	readonly label?: string;
	readonly labelColumns?: number;
	readonly field: TextField;
	readonly isActive: boolean;
	/** Shows stars in place of what is typed. */
	readonly isSecret?: boolean;
	/** What to type, while nothing is. */
	readonly placeholder?: string;
	readonly columns: number;
};

/** One text field. What is typed is kept in the session; this only shows it, with its cursor. */
export function Field({
	label = '',
	labelColumns = 0,
	field,
	isActive,
	isSecret = false,
	placeholder = '',
	columns,
}: FieldProps) {
	const theme = use(themeContext);
	const prompt = isActive ? '› ' : '  ';
	const {before, at, after} = fieldWindow(
		isSecret ? starred(field) : field,
		columns - labelColumns - prompt.length,
	);
	const isEmpty = field.before === '' && field.after === '';
	// What is being typed must be seen.
	const look = (text: string) => (isActive ? text : shown(text, theme));
	return (
		<Box flexShrink={0}>
			<Text
				wrap="truncate"
				aria-label={spokenField({label, isActive, text: before + at + after})}
			>
				<Text {...lookOf('quiet', theme)}>{fit(label, labelColumns)}</Text>
				<Text {...lookOf('accent', theme)}>{prompt}</Text>
				{isEmpty && !isActive
					? ''
					: look(isActive ? before : before + at + after)}
				{isActive && <Text inverse>{at}</Text>}
				{isActive ? after : ''}
				{isEmpty && <Text {...lookOf('quiet', theme)}>{placeholder}</Text>}
			</Text>
		</Box>
	);
}

function spokenField({
	label,
	isActive,
	text,
}: Pick<FieldProps, 'label' | 'isActive'> & {readonly text: string}): string {
	const what = label === '' ? 'text' : label;
	return `${what}${isActive ? ', typing' : ''}: ${text.trim() === '' ? 'empty' : text}`;
}

function starred({before, after}: TextField): TextField {
	return {before: stars(before), after: stars(after)};
}

/** Never the length of a token: only that there is one, and that typing does something. */
function stars(text: string): string {
	return '*'.repeat(Math.min(text.length, 24));
}
