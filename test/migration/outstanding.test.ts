import {expect, test} from 'vitest';
import {Outstanding} from '../../source/migration/outstanding.ts';

test('who waits for a key goes on when all that was counted for it is over', async () => {
	const left = new Outstanding(new AbortController().signal);
	left.add('acme');
	left.add('acme');
	left.add('bolt');
	const told: string[] = [];
	const waits = ['acme', 'bolt'].map(async (key) => {
		await left.none(key);
		told.push(key);
	});
	left.finish('acme');
	left.finish('bolt');
	await waits[1];
	expect(told).toEqual(['bolt']);
	expect(left.has('acme')).toBe(true);
	left.finish('acme');
	await waits[0];
	expect(told).toEqual(['bolt', 'acme']);
	expect(left.has('acme')).toBe(false);
});

test('nobody waits for what was never counted', async () => {
	const left = new Outstanding(new AbortController().signal);
	await expect(left.none('acme')).resolves.toBeUndefined();
});

test('once the run halts nobody waits any more', async () => {
	const halt = new AbortController();
	const left = new Outstanding(halt.signal);
	left.add('acme');
	const before = left.none('acme');
	halt.abort();
	await expect(before).resolves.toBeUndefined();
	await expect(left.none('acme')).resolves.toBeUndefined();
});
