import {createContext} from 'react';
import {type TextProps} from 'ink';
import {type Tone} from './present/line.ts';
import {maskEmails, maskPerson} from './present/privacy.ts';
import {signs} from './present/signs.ts';

/** What the terminal can show. */
export type Theme = {
	readonly hasColor: boolean;
	readonly hasUnicode: boolean;
	/** The screens are read aloud: nothing changes by itself, and nothing is only drawn. */
	readonly isScreenReader?: boolean;
	/** Emails and names of people are masked. */
	readonly isPrivate?: boolean;
};

export const fullTheme: Theme = {hasColor: true, hasUnicode: true};

export const themeContext = createContext(fullTheme);

type Look = Pick<TextProps, 'color' | 'bold' | 'dimColor'>;

/** How a tone looks. Only the sixteen colours every terminal has; without colour, weight is left. */
export function lookOf(tone: Tone | undefined, {hasColor}: Theme): Look {
	const look = looks[tone ?? 'plain'];
	return hasColor ? look : {bold: look.bold, dimColor: look.dimColor};
}

/** Before each row of a list: the mark of the chosen one, as a sign or as a word. */
export function markText(isMarked: boolean, theme: Theme): string {
	if (theme.isScreenReader === true) {
		return isMarked ? 'selected: ' : '';
	}

	return isMarked ? `${signs.pointer} ` : '  ';
}

/** A text as it may be shown. */
export function shown(text: string, {isPrivate = false}: Theme): string {
	return isPrivate ? maskEmails(text) : text;
}

/** The same for a text that names a person. */
export function shownPerson(text: string, {isPrivate = false}: Theme): string {
	return isPrivate ? maskPerson(text) : text;
}

const looks: Readonly<Record<Tone, Look>> = {
	plain: {},
	strong: {bold: true},
	quiet: {dimColor: true},
	good: {color: 'green'},
	warning: {color: 'yellow'},
	bad: {color: 'red', bold: true},
	accent: {color: 'cyan'},
};
