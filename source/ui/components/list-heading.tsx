import {use} from 'react';
import {markText, themeContext} from '../theme.ts';
import {ToneText} from './tone-text.tsx';

type ListHeadingProps = {
	readonly children: string;
};

/** Above the rows of a list, where their texts begin. */
export function ListHeading({children}: ListHeadingProps) {
	const place = markText(false, use(themeContext));
	return <ToneText tone="quiet">{place + children}</ToneText>;
}
