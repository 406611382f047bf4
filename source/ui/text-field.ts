import {firstGrapheme, graphemes} from '../text/graphemes.ts';
import {type KeyPress} from './key-press.ts';

/** One line of text that is being typed. The cursor stands between its two parts. */
export type TextField = {
	readonly before: string;
	readonly after: string;
};

export const emptyField: TextField = {before: '', after: ''};

/** A field that holds a text, with the cursor at its end. */
export function fieldWith(text: string): TextField {
	return {before: text, after: ''};
}

export function textOf({before, after}: TextField): string {
	return before + after;
}

/**
Edits a field as terminals do, with Ctrl-A, Ctrl-E, Ctrl-U, Ctrl-K and Ctrl-W.

@returns Undefined where the key is no editing key, so that it may mean something else.
*/
export function editField(
	field: TextField,
	{name, text}: KeyPress,
): TextField | undefined {
	const {before, after} = field;

	switch (name) {
		case 'left':
		case 'ctrl+b': {
			const head = withoutLast(before);
			return {before: head, after: before.slice(head.length) + after};
		}

		case 'right':
		case 'ctrl+f': {
			const first = firstGrapheme(after);
			return {before: before + first, after: after.slice(first.length)};
		}

		case 'home':
		case 'ctrl+a': {
			return {before: '', after: before + after};
		}

		case 'end':
		case 'ctrl+e': {
			return {before: before + after, after: ''};
		}

		case 'backspace': {
			return {before: withoutLast(before), after};
		}

		case 'delete': {
			return {before, after: after.slice(firstGrapheme(after).length)};
		}

		case 'ctrl+u': {
			return {before: '', after};
		}

		case 'ctrl+k': {
			return {before, after: ''};
		}

		case 'ctrl+w': {
			return {before: withoutLastWord(before), after};
		}

		default: {
			return text === undefined ? undefined : {before: before + text, after};
		}
	}
}

/** Adds pasted text as one line. A newline at its end, as tokens often have, submits nothing. */
export function pasteInto({before, after}: TextField, text: string): TextField {
	const line = text.trim().replaceAll(/\p{Control}+/gv, ' ');
	return {before: before + line, after};
}

function withoutLastWord(text: string): string {
	const words = text.trimEnd();
	return words.slice(0, words.lastIndexOf(' ') + 1);
}

function withoutLast(text: string): string {
	return [...graphemes(text)].slice(0, -1).join('');
}
