import {globSync} from 'node:fs';
import path from 'node:path';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {galleryStates} from '../../examples/gallery-states.tsx';
import {pictureOf} from '../../examples/picture.tsx';
import {fullTheme} from '../../source/ui/theme.ts';

const folder = path.join(import.meta.dirname, '../../source/ui/components');

test('every component hangs in the gallery', () => {
	const components = globSync('*.tsx', {cwd: folder}).map((file) =>
		path.basename(file, '.tsx'),
	);
	const shown = new Set(galleryStates.map(({component}) => component));
	expect([...shown].toSorted()).toEqual(components.toSorted());
});

test.each([40, 80, 120])('no component is wider than %i columns', (columns) => {
	for (const {component, state, look = 'usual', show} of galleryStates) {
		const picture = pictureOf(show(columns), look, fullTheme, columns);

		for (const row of picture.split('\n')) {
			expect(stringWidth(row), `${component}: ${state}`).toBeLessThanOrEqual(
				columns,
			);
		}
	}
});

test('the pictures are as they should be', async () => {
	const pictures = galleryStates.map(
		({component, state, look = 'usual', show}) =>
			`${component}: ${state}\n${pictureOf(show(80), look, fullTheme, 80)}\n`,
	);
	await expect(pictures.join('\n')).toMatchFileSnapshot('gallery.txt');
});

test('nobody can be recognized in a private picture, and nothing spoken is only drawn', () => {
	for (const {state, look, show} of galleryStates) {
		if (look === undefined) {
			continue;
		}

		const picture = pictureOf(show(80), look, fullTheme, 80);

		if (look === 'private') {
			expect(picture, state).not.toMatch(/\p{Letter}{2}@/v);
		} else {
			expect(picture, state).not.toMatch(/[─│█░▒▓❯]/v);
		}
	}
});
