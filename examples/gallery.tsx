import process from 'node:process';
import {fullTheme} from '../source/ui/theme.ts';
import {galleryStates} from './gallery-states.tsx';
import {pictureOf} from './picture.tsx';

/*
Shows every component of the screens in every state: `npm run gallery`, or `npm run gallery -- table` for one of them.
*/
const {stdout} = process;
const columns = stdout.columns ?? 80;
const wanted = process.argv[2] ?? '';

for (const {component, state, look = 'usual', show} of galleryStates) {
	if (!component.includes(wanted)) {
		continue;
	}

	const picture = pictureOf(show(columns), look, fullTheme, columns);
	stdout.write(`\n${component}: ${state}\n${picture}\n`);
}
