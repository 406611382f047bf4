import fc from 'fast-check';
import {expect, test} from 'vitest';
import {defaultChoices} from '../../source/migration/choices.ts';
import {type LastChoices} from '../../source/store/settings-schema.ts';
import {
	emptySettings,
	readSettingsText,
} from '../../source/store/settings-text.ts';

const chosen: LastChoices = {
	source: 'cloud-northwind',
	destination: 'cloud-contoso',
	projects: ['IT', 'HR'],
	map: Object.fromEntries([['IT', 'SUP']]),
	choices: {...defaultChoices, duplicates: 'rename', limit: 10},
};

function textOf(changes: Readonly<Record<string, unknown>>): string {
	return JSON.stringify({...emptySettings, ...changes});
}

test('settings are read as they were written', () => {
	const settings = {...emptySettings, pairs: [chosen]};

	expect(readSettingsText(JSON.stringify(settings))).toEqual({
		type: 'usable',
		settings,
	});
});

test('a choice that the file does not know has its default', () => {
	const {duplicates} = chosen.choices;
	const text = textOf({pairs: [{...chosen, choices: {duplicates}}]});

	expect(readSettingsText(text)).toMatchObject({
		settings: {pairs: [{choices: {...defaultChoices, duplicates}}]},
	});
});

test('settings of a newer program are told apart from damaged ones', () => {
	const text = JSON.stringify({version: 7, sites: 'in another shape'});

	expect(readSettingsText(text)).toEqual({type: 'newer', version: 7});
});

test('a damaged file is told with what is wrong in it', () => {
	for (const [text, reason] of [
		['', 'expected object'],
		['{"version": 1, "sites"', 'expected object'],
		['[]', 'expected object'],
		['{"version": "one"}', 'version'],
		[textOf({sites: [{name: 'Northwind'}]}), 'sites[0].url'],
	] as const) {
		expect(readSettingsText(text)).toEqual({
			type: 'damaged',
			reason: expect.stringContaining(reason) as string,
		});
	}
});

test('older settings go through every migration since', () => {
	const migrations = [
		(older: Record<string, unknown>) => ({
			...older,
			preferences: {theme: 'dark'},
		}),
		(older: Record<string, unknown>) => ({...older, sites: []}),
	];
	const text = JSON.stringify({version: 1, pairs: []});

	expect(readSettingsText(text, migrations)).toEqual({
		type: 'usable',
		settings: {version: 3, sites: [], pairs: [], preferences: {theme: 'dark'}},
	});
	expect(
		readSettingsText(textOf({version: 2, sites: 'none'}), migrations),
	).toMatchObject({settings: {version: 3, sites: [], preferences: {}}});
});

test('whatever the file holds, reading it ends in a finding', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.json(),
				fc.record({version: fc.jsonValue(), sites: fc.jsonValue()}).map(textOf),
			),
			(text) => {
				expect(['usable', 'newer', 'damaged']).toContain(
					readSettingsText(text).type,
				);
			},
		),
	);
});
