import {expect, test} from 'vitest';
import {pairRequests} from '../../source/migration/activity/pair-requests.ts';
import {type KeptRequest} from '../../source/migration/activity/project-requests.ts';

function requests(
	...all: ReadonlyArray<readonly [key: string, created: number, text: string]>
): ReadonlyMap<string, KeptRequest> {
	return new Map(
		all.map(([key, created, summary]) => [
			key,
			{key, created, summary, values: {}, authored: []},
		]),
	);
}

function paired(
	source: ReadonlyMap<string, KeptRequest>,
	destination: ReadonlyMap<string, KeptRequest>,
): readonly string[] {
	return pairRequests(source, destination, 'HELP').map(
		({from, to, pairing}) => `${from.key} ${to.key} ${pairing}`,
	);
}

test('key, created time and summary together make a pair certain, across the project mapping', () => {
	expect(
		paired(
			requests(['IT-1', 10, 'Printer'], ['IT-2', 20, 'Phone']),
			requests(['HELP-1', 10, 'Printer'], ['HELP-2', 20, 'Phone']),
		),
	).toEqual(['IT-1 HELP-1 confirmed', 'IT-2 HELP-2 confirmed']);
});

test('two of the three are only a proposal', () => {
	expect(
		paired(
			requests(
				['IT-1', 10, 'Printer'],
				['IT-2', 20, 'Phone'],
				['IT-3', 30, 'Badge'],
			),
			requests(
				['HELP-7', 10, 'Printer'],
				['HELP-2', 20, 'Phone (edited)'],
				['HELP-3', 99, 'Badge'],
			),
		),
	).toEqual([
		'IT-1 HELP-7 renumbered',
		'IT-2 HELP-2 reworded',
		'IT-3 HELP-3 recreated',
	]);
});

test('a key alone, or a moment alone, makes no pair', () => {
	expect(
		paired(
			requests(['IT-1', 10, 'Printer'], ['IT-2', 20, 'Phone']),
			requests(['HELP-1', 11, 'Phone'], ['HELP-9', 20, 'Badge']),
		),
	).toEqual([]);
});

test('a renumbered project does not pair requests with those that took their keys', () => {
	expect(
		paired(
			requests(['IT-1', 10, 'Printer'], ['IT-2', 20, 'Printer']),
			requests(['HELP-2', 10, 'Printer'], ['HELP-3', 20, 'Printer']),
		),
	).toEqual(['IT-1 HELP-2 renumbered', 'IT-2 HELP-3 renumbered']);
});

test('requests that are alike are not told apart by their moment', () => {
	expect(
		paired(
			requests(['IT-1', 10, 'Printer'], ['IT-2', 10, 'Printer']),
			requests(['HELP-8', 10, 'Printer'], ['HELP-9', 10, 'Printer']),
		),
	).toEqual([]);
});

test('a created time that can’t be read is like no other', () => {
	expect(
		paired(
			requests(['IT-1', NaN, 'Printer'], ['IT-2', NaN, 'Phone']),
			requests(['HELP-1', NaN, 'Printer'], ['HELP-9', NaN, 'Phone']),
		),
	).toEqual(['IT-1 HELP-1 recreated']);
});
