import {globSync} from 'node:fs';
import path from 'node:path';
import {renderToString} from 'ink';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {galleryStates} from '../../examples/gallery-states.tsx';

const folder = path.join(import.meta.dirname, '../../source/ui/components');

test('every component hangs in the gallery', () => {
	const components = globSync('*.tsx', {cwd: folder}).map((file) =>
		path.basename(file, '.tsx'),
	);
	const shown = new Set(galleryStates.map(({component}) => component));
	expect([...shown].toSorted()).toEqual(components.toSorted());
});

test.each([40, 80, 120])('no component is wider than %i columns', (columns) => {
	for (const {component, state, show} of galleryStates) {
		for (const row of renderToString(show(columns), {columns}).split('\n')) {
			expect(stringWidth(row), `${component}: ${state}`).toBeLessThanOrEqual(
				columns,
			);
		}
	}
});

test('the pictures are as they should be', async () => {
	const pictures = galleryStates.map(
		({component, state, show}) =>
			`${component}: ${state}\n${renderToString(show(80), {columns: 80})}\n`,
	);
	await expect(pictures.join('\n')).toMatchFileSnapshot('gallery.txt');
});
