import {createContext} from 'react';
import {type TextProps} from 'ink';
import {type Tone} from './present/line.ts';

/** What the terminal can show. */
export type Theme = {
	readonly hasColor: boolean;
	readonly hasUnicode: boolean;
};

export const fullTheme: Theme = {hasColor: true, hasUnicode: true};

export const themeContext = createContext(fullTheme);

type Look = Pick<TextProps, 'color' | 'bold' | 'dimColor'>;

/** How a tone looks. Only the sixteen colours every terminal has; without colour, weight is left. */
export function lookOf(tone: Tone | undefined, {hasColor}: Theme): Look {
	const look = looks[tone ?? 'plain'];
	return hasColor ? look : {bold: look.bold, dimColor: look.dimColor};
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
