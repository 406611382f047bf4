import {createHash} from 'node:crypto';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {TextMap} from '../../source/migration/text-map.ts';

test('a map by text holds what a map holds, whatever the keys are', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.string({unit: 'binary'}), fc.integer()), {
				size: 'large',
			}),
			fc.array(fc.string()),
			(entries, others) => {
				const texts = new TextMap<number>();

				for (const [key, value] of entries) {
					texts.set(key, value);
				}

				const map = new Map(entries);
				expect(texts.size).toBe(map.size);
				expect(texts.keys().toArray()).toEqual(map.keys().toArray());

				for (const key of [...map.keys(), ...others]) {
					expect(texts.get(key)).toBe(map.get(key));
					expect(texts.has(key)).toBe(map.has(key));
				}
			},
		),
		{numRuns: 50},
	);
});

test('as many ids as come, hardly different from each other, are all found, and no other', () => {
	const count = 100_000;
	expectAllFound(
		count,
		(place) => `qm:3c0f-47ab:${String(place).padStart(9, '0')}`,
	);
});

test('ids with the same hash are told apart', () => {
	// Of so many, about ten pairs have one.
	expectAllFound(300_000, (place) =>
		createHash('md5').update(String(place)).digest('hex'),
	);
});

function expectAllFound(count: number, idOf: (place: number) => string): void {
	const texts = new TextMap<number>();

	for (let place = 0; place < count; place++) {
		texts.set(idOf(place), place);
	}

	for (let place = 0; place < 2 * count; place++) {
		const expected = place < count ? place : undefined;

		if (texts.get(idOf(place)) !== expected) {
			expect.fail(`${idOf(place)} is ${texts.get(idOf(place))}`);
		}
	}

	expect(texts.size).toBe(count);
}

test('the key is given for any text that is equal, and for no other', () => {
	const texts = new TextMap<number>();

	texts.set('one', 1);
	texts.set('one', 2);

	expect(texts.keyOf('one')).toBe('one');
	expect(texts.keyOf('two')).toBeUndefined();
});

test('a value that is undefined counts as set', () => {
	const texts = new TextMap<undefined>();

	texts.set('', undefined);

	expect(texts.has('')).toBe(true);
	expect(texts.has('a')).toBe(false);
});
