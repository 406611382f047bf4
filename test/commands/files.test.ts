import {readFile, readdir} from 'node:fs/promises';
import path from 'node:path';
import {expect, inject, test} from 'vitest';

const folder = path.dirname(inject('program'));

/** Names of files that show screens. */
const showScreens = new Set(['run-app', 'screens', 'window-title']);

test('only what shows screens reads the file of the screens', async () => {
	const readers: string[] = [];

	for (const file of await readdir(folder)) {
		const needed = await neededBy(file);

		if (needed.some((name) => nameOf(name) === 'screens')) {
			readers.push(file);
		}
	}

	expect(readers.length).toBeGreaterThan(1);
	expect(readers.filter((file) => !showScreens.has(nameOf(file)))).toEqual([]);
});

test('help needs no more than the entry and two files', async () => {
	const files = await readdir(folder);
	const cli = files.find((file) => nameOf(file) === 'cli');

	const needed = await neededBy(cli!);

	expect(needed.map((file) => nameOf(file))).toEqual(['cli', 'start']);
});

/** The file and all that it imports, but for what is only loaded when it is needed. */
async function neededBy(file: string): Promise<readonly string[]> {
	const needed = new Set<string>();
	const open = [file];

	for (let name = open.pop(); name !== undefined; name = open.pop()) {
		needed.add(name);
		const text = await readFile(path.join(folder, name), 'utf8');
		const others = text
			.matchAll(/\b(?:from|import)\s*"\.\/(?<other>[^"]+)"/gv)
			.map(({groups}) => groups?.['other'] ?? '');
		open.push(...others.filter((other) => !needed.has(other)));
	}

	return [...needed];
}

/** Without the letters that change with what is in it. */
function nameOf(file: string): string {
	return file.replace(/-.{8}\.js$/v, '');
}
