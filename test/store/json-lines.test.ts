import fc from 'fast-check';
import {expect, test} from 'vitest';
import {fromLines, toLines} from '../../source/store/json-lines.ts';

function backAndForth(value: unknown): unknown {
	return fromLines(toLines(value));
}

test('a small value is one line', () => {
	const value = {customers: [{id: 'qm:a'}], version: 1};

	expect([...toLines(value)]).toEqual([JSON.stringify(value)]);
});

test('a long list is written in parts behind the value', () => {
	const value = {version: 1, customers: Array.from({length: 625}, String)};

	const lines = [...toLines(value)].map((line) => JSON.parse(line) as unknown);

	expect(lines).toEqual([
		{version: 1, customers: []},
		[['customers'], value.customers],
	]);
});

test('lines stay short, however long the items are', () => {
	const short = Array.from({length: 20_000}, (_, index) => `qm:${index}`);
	const long = 'x'.repeat(100_000);
	const value = {short, mixed: [...short.slice(0, 300), long, 'qm:last']};

	const lines = [...toLines(value)];

	expect(lines.filter((line) => line.length > 33_000)).toEqual([
		`[["mixed"],["${long}"]]`,
	]);
	expect(lines.length).toBeLessThan(15);
	expect(fromLines(lines)).toEqual(value);
});

test('long lists within long lists come back in their places', () => {
	const many = Array.from({length: 1500}, (_, index) => `qm:${index}`);
	const organizations = Array.from({length: 1001}, (_, index) => ({
		id: String(index),
		members: {add: index % 500 === 0 ? many : [], present: []},
	}));

	expect(backAndForth({organizations})).toEqual({organizations});
	expect(backAndForth(organizations)).toEqual(organizations);
});

test('what is written is left unchanged', () => {
	const value = {list: Array.from({length: 1001}, (_, index) => ({index}))};
	const before = structuredClone(value);

	backAndForth(value);

	expect(value).toEqual(before);
});

test('any JSON comes back as it was', () => {
	fc.assert(
		fc.property(fc.json(), fc.nat({max: 2500}), (text, length) => {
			const json: unknown = JSON.parse(text);
			const value = [{json, many: Array.from({length}, () => json)}, json];

			expect(backAndForth(value)).toEqual(value);
		}),
		{numRuns: 50},
	);
});
