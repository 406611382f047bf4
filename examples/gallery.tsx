import process from 'node:process';
import {renderToString} from 'ink';
import {fullTheme, themeContext} from '../source/ui/theme.ts';
import {galleryStates} from './gallery-states.tsx';

/*
Shows every component of the screens in every state: `npm run gallery`, or `npm run gallery -- table` for one of them.
*/
const {stdout} = process;
const columns = stdout.columns ?? 80;
const wanted = process.argv[2] ?? '';

for (const {component, state, show} of galleryStates) {
	if (!component.includes(wanted)) {
		continue;
	}

	const picture = renderToString(
		<themeContext.Provider value={fullTheme}>
			{show(columns)}
		</themeContext.Provider>,
		{columns},
	);
	stdout.write(`\n${component}: ${state}\n${picture}\n`);
}
