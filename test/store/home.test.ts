import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {homeFolder, ledgerFile, openHome} from '../../source/store/home.ts';
import {modeOf, temporaryHome} from './temporary-home.ts';
import {factsOf} from './thrown.ts';

/** An environment that names a home. */
function naming(folder: string): Record<string, string> {
	return Object.fromEntries([['JSM_FERRY_HOME', folder]]);
}

test('the folder that the user named is the home', () => {
	expect(homeFolder(naming('/srv/ferry'), '/home/ada/data')).toBe(
		path.resolve('/srv/ferry'),
	);
});

test("the platform's own place is the home where none is named", () => {
	const platform = path.resolve('/home/ada/data');

	expect(homeFolder({}, platform)).toBe(platform);
	expect(homeFolder(naming(''), platform)).toBe(platform);
	expect(homeFolder({})).toContain('jsm-ferry');
});

test('a home is made with all that leads to it, for the user alone', () => {
	const home = path.join(temporaryHome(), 'deep', 'home');

	openHome(home);

	expect(modeOf(home)).toBe('700');
	expect(fs.readdirSync(home)).toEqual([]);
	expect(path.dirname(ledgerFile(home))).toBe(home);
});

test('a home that exists is opened as it is', () => {
	const home = temporaryHome();
	fs.chmodSync(home, 0o750);
	fs.writeFileSync(path.join(home, 'notes.txt'), 'mine');

	openHome(home);

	expect(modeOf(home)).toBe('750');
	expect(fs.readdirSync(home)).toEqual(['notes.txt']);
});

test('a home that can not be made is refused with the reason', () => {
	const file = path.join(temporaryHome(), 'file');
	fs.writeFileSync(file, '');
	const home = path.join(file, 'home');

	expect(
		factsOf(() => {
			openHome(home);
		}),
	).toEqual({
		code: 'home-not-writable',
		path: home,
		reason: 'ENOTDIR',
	});
});
