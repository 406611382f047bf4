import {expect, test} from 'vitest';
import {runId} from '../../source/store/run-id.ts';

const lateEvening = new Date('2026-11-22T23:59:59Z');

test('a run is called after its day and its turn', () => {
	const ids = [0, 1, 8, 9, 233, 234].map((earlier) =>
		runId(lateEvening, earlier),
	);

	expect(ids).toEqual([
		'2026-11-22-a1',
		'2026-11-22-a2',
		'2026-11-22-a9',
		'2026-11-22-b1',
		'2026-11-22-z9',
		'2026-11-22-za1',
	]);
});

test('the ids of a day differ and sort as the runs began', () => {
	const ids = Array.from({length: 2000}, (_, earlier) =>
		runId(lateEvening, earlier),
	);

	expect(new Set(ids).size).toBe(2000);
	expect(ids.toSorted()).toEqual(ids);
});
