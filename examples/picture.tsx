import {PassThrough} from 'node:stream';
import {stripVTControlCharacters} from 'node:util';
import {render, renderToString} from 'ink';
import {type ReactNode} from 'react';
import {type Theme, themeContext} from '../source/ui/theme.ts';

/** How a screen is looked at: as usual, by someone who shares it, or read aloud. */
export type Look = 'usual' | 'private' | 'spoken';

/** What is on screen, or read aloud, in so many columns. */
export function pictureOf(
	node: ReactNode,
	look: Look,
	theme: Theme,
	columns: number,
): string {
	const inTheme = (
		<themeContext.Provider
			value={{
				...theme,
				isPrivate: look === 'private',
				isScreenReader: look === 'spoken',
			}}
		>
			{node}
		</themeContext.Provider>
	);
	return look === 'spoken'
		? spoken(inTheme, columns)
		: renderToString(inTheme, {columns});
}

/** Ink tells a screen reader something else than it draws, and only in an app that runs. */
function spoken(node: ReactNode, columns: number): string {
	const stdout = Object.assign(new PassThrough(), {columns, rows: 100});
	const app = render(node, {
		stdout: stdout as unknown as NodeJS.WriteStream,
		stdin: new PassThrough() as unknown as NodeJS.ReadStream,
		interactive: true,
		isScreenReaderEnabled: true,
		patchConsole: false,
	});
	const written = String(stdout.read() ?? '');
	app.unmount();
	return stripVTControlCharacters(written).trimEnd();
}
