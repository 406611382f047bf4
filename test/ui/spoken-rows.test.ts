import {createElement} from 'react';
import {expect, test} from 'vitest';
import {galleryStates} from '../../examples/gallery-states.tsx';
import {pictureOf} from '../../examples/picture.tsx';
import {spokenConflict} from '../../source/ui/present/conflict-list.ts';
import {spokenName} from '../../source/ui/present/patterned-names.ts';
import {runsScreen} from '../../source/ui/screens/runs.tsx';
import {sitesScreen} from '../../source/ui/screens/sites.tsx';
import {sourceScreen} from '../../source/ui/screens/site.tsx';
import {type PastRun, type SavedSite} from '../../source/ui/services.ts';
import {type Screen} from '../../source/ui/screen.ts';
import {initialState} from '../../source/ui/session-state.ts';
import {fullTheme} from '../../source/ui/theme.ts';

const lists = new Set(['facet-menu', 'row-list', 'table']);

test.each([40, 80])(
	'rows read aloud in %i columns are cells one after the other, with nothing cut away or filled up',
	(columns) => {
		for (const {component, state, look, show} of galleryStates) {
			if (look !== 'spoken' || !lists.has(component)) {
				continue;
			}

			const heard = pictureOf(show(columns), look, fullTheme, columns);
			expect(heard, `${component}: ${state}`).not.toMatch(/ {2}|^ \S|…/mv);
		}
	},
);

test('a cell too long for the screen is heard whole', () => {
	const {show} = galleryStates.find(
		({component, state}) =>
			component === 'table' && state === 'all of it on screen, spoken',
	)!;
	const heard = pictureOf(show(40), 'spoken', fullTheme, 40);
	expect(heard.replaceAll('\n', '')).toContain(
		'failed, a-rather-long-address@very-long-name.example',
	);
});

const longSite: SavedSite = {
	name: 'Northwind Traders production',
	url: 'https://northwind-traders-service-management.atlassian.net',
	email: 'migration-service-account@northwind-traders.example',
	token: 'asked',
};

/** By the clock on the wall, wherever that is. */
const now = new Date(2026, 10, 20, 9);

const pastRun: PastRun = {
	id: '2026-11-20',
	source: 'Old',
	destination: 'New',
	startedAt: now,
	isUnfinished: false,
	counts: '12 created',
	verdict: 'All is there.',
};

test('of a saved site, all is heard', () => {
	expect(hear(sitesScreen, 200)).toBe(
		'Name, Address, Token, Login\nselected: Northwind Traders production, northwind-traders-service-management.atlassian.net, to be typed, migration-service-account@northwind-traders.example',
	);
	expect(hear(sourceScreen, 200)).toBe(
		'Copy from which site? It is only read.\n(selected) 1. Northwind Traders production northwind-traders-service-management.atlassian.net, migration-service-account@northwind-traders.example, token to be typed\n2. Another site…',
	);
});

test('of a run, when it was comes first, without blanks behind it', () => {
	expect(hear(runsScreen, 200)).toBe(
		'The newest first\nselected: today 09:00, Old → New, 12 created, All is there.',
	);
});

test('a conflict and a new name say in words what signs and room say otherwise', () => {
	const organization = {
		id: '1',
		name: 'Acme\u{202E}',
		members: {add: [], present: [], notPossible: []},
		links: {add: [], present: [], notPossible: []},
	} as const;
	expect(spokenConflict({...organization, fate: 'conflict'})).toEqual([
		'Acme‹U+202E›',
		'',
		'to settle',
	]);
	expect(
		spokenConflict({...organization, fate: 'skip', decision: {type: 'skip'}}),
	).toEqual(['Acme‹U+202E›', '', 'skip']);
	expect(
		spokenName({name: 'Acme (Old)', isShortened: false, isNumbered: true}),
	).toEqual(['Acme (Old)', 'name taken']);
});

function hear({View}: Screen, columns: number): string {
	const state = initialState(false, now.getTime());
	const home = {
		...state.home,
		sites: [longSite],
		runs: [pastRun],
		isRead: true,
	};
	return pictureOf(
		createElement(View, {state: {...state, home}, size: {columns, rows: 20}}),
		'spoken',
		fullTheme,
		columns,
	);
}
