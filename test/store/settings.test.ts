import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {defaultChoices} from '../../source/migration/choices.ts';
import {
	lastChoicesOf,
	withLastChoices,
	withPreference,
	withSite,
	withoutSite,
} from '../../source/store/settings-changes.ts';
import {
	type LastChoices,
	type SavedSite,
} from '../../source/store/settings-schema.ts';
import {openSettings} from '../../source/store/settings.ts';
import {modeOf, now, temporaryHome} from './temporary-home.ts';
import {factsOf} from './thrown.ts';

const northwind: SavedSite = {
	name: 'Northwind',
	url: 'https://northwind.example',
	email: 'ada@northwind.example',
};

const chosen: LastChoices = {
	source: 'cloud-northwind',
	destination: 'cloud-contoso',
	projects: 'all',
	map: {},
	choices: defaultChoices,
};

function open(home: string) {
	return openSettings(home, {now});
}

function fileIn(home: string): string {
	return path.join(home, 'settings.json');
}

test('what was kept is there when the settings are opened again', () => {
	const home = temporaryHome();
	const {settings} = open(home);
	settings.update((value) => withSite(value, northwind));
	settings.update((value) => withLastChoices(value, chosen));
	settings.update((value) => withPreference(value, 'theme', 'dark'));

	const again = open(home);

	expect(again.setAside).toBeUndefined();
	expect(again.settings.read()).toEqual({
		version: 1,
		sites: [northwind],
		pairs: [chosen],
		preferences: {theme: 'dark'},
	});
});

test('the file is for the user alone', () => {
	const home = temporaryHome();
	const {settings} = open(home);
	expect(modeOf(fileIn(home))).toBe('600');

	settings.update((value) => withSite(value, northwind));

	expect(modeOf(fileIn(home))).toBe('600');
	expect(fs.readdirSync(home)).toEqual(['settings.json']);
});

test('two terminals see what the other one kept', () => {
	const home = temporaryHome();
	const [one, other] = [open(home).settings, open(home).settings];

	one.update((value) => withSite(value, northwind));
	other.update((value) => withPreference(value, 'theme', 'dark'));

	expect(one.read()).toEqual(other.read());
	expect(one.read()).toMatchObject({
		sites: [northwind],
		preferences: {theme: 'dark'},
	});
});

test('a site saved again takes the place of the one with its name', () => {
	const {settings} = open(temporaryHome());
	const moved = {...northwind, url: 'https://elsewhere.example'};
	settings.update((value) => withSite(value, northwind));
	settings.update((value) => withSite(value, moved));
	expect(settings.read().sites).toEqual([moved]);

	settings.update((value) => withoutSite(value, 'Northwind'));

	expect(settings.read().sites).toEqual([]);
});

test('the last choices belong to a pair, and the pair used last comes first', () => {
	const {settings} = open(temporaryHome());
	const back = {
		...chosen,
		source: chosen.destination,
		destination: chosen.source,
	};
	const later = {...chosen, projects: ['IT']};

	for (const one of [chosen, back, later]) {
		settings.update((value) => withLastChoices(value, one));
	}

	const [source, destination] = [{id: chosen.source}, {id: chosen.destination}];
	const value = settings.read();
	expect(value.pairs).toEqual([later, back]);
	expect(lastChoicesOf(value, source, destination)).toEqual(later);
	expect(lastChoicesOf(value, destination, source)).toEqual(back);
	expect(lastChoicesOf(value, source, source)).toBeUndefined();
});

test('a token that strays in is not written', () => {
	const home = temporaryHome();
	const careless = {...northwind, token: 'ATATT-secret'};

	open(home).settings.update((value) => withSite(value, careless));

	expect(fs.readFileSync(fileIn(home), 'utf8')).not.toContain('secret');
});

test('a damaged file is set aside and the settings begin empty', () => {
	const home = temporaryHome();
	fs.writeFileSync(fileIn(home), '{"version": 1, "sites": [');

	const opened = open(home);

	const kept = `${fileIn(home)}.corrupt-2026-11-22T10-15-30.123Z`;
	expect(opened.setAside?.path).toBe(kept);
	expect(opened.settings.read().sites).toEqual([]);
	expect(fs.readFileSync(kept, 'utf8')).toBe('{"version": 1, "sites": [');
	expect(open(home).setAside).toBeUndefined();
});

test('a second damaged file does not replace the first one set aside', () => {
	const home = temporaryHome();

	for (const text of ['one', 'two']) {
		fs.writeFileSync(fileIn(home), text);
		open(home);
	}

	const kept = fs
		.readdirSync(home)
		.filter((name) => name.includes('corrupt'))
		.map((name) => fs.readFileSync(path.join(home, name), 'utf8'));
	expect(kept.toSorted()).toEqual(['one', 'two']);
});

test('settings of a newer program are refused and left untouched', () => {
	const home = temporaryHome();
	fs.writeFileSync(fileIn(home), '{"version": 2, "colour": "blue"}');

	expect(factsOf(() => open(home))).toEqual({
		code: 'settings-newer',
		path: fileIn(home),
		version: 2,
		known: 1,
	});
	expect(fs.readdirSync(home)).toEqual(['settings.json']);
	expect(fs.readFileSync(fileIn(home), 'utf8')).toBe(
		'{"version": 2, "colour": "blue"}',
	);
});

test('a file damaged while it is open is neither read nor overwritten', () => {
	const home = temporaryHome();
	const {settings} = open(home);
	fs.writeFileSync(fileIn(home), 'no settings');

	expect(factsOf(() => settings.read()).code).toBe('settings-damaged');
	expect(
		factsOf(() => {
			settings.update((value) => withSite(value, northwind));
		}).code,
	).toBe('settings-damaged');
	expect(fs.readFileSync(fileIn(home), 'utf8')).toBe('no settings');
});

test('settings that are no file are told, not repaired', () => {
	const home = temporaryHome();
	fs.mkdirSync(fileIn(home));

	expect(factsOf(() => open(home))).toEqual({
		code: 'unusable',
		path: fileIn(home),
		reason: 'EISDIR',
	});
});
