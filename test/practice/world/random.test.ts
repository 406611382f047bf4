import {expect, test} from 'vitest';
import {
	hash,
	hexadecimal,
	scramble,
	seededUuid,
	unscramble,
} from '../../../source/practice/world/random.ts';

test('A scramble can be undone, and no two numbers have the same.', () => {
	const numbers = Array.from({length: 20_000}, (_, index) => index * 211_403);
	const scrambled = numbers.map((number) => scramble(number, 77));
	expect(new Set(scrambled).size).toBe(numbers.length);
	expect(scrambled.map((number) => unscramble(number, 77))).toEqual(numbers);
});

test('A hash depends on the seed and on every number, and on nothing else.', () => {
	expect(hash(1, 2, 3)).toBe(hash(1, 2, 3));
	expect(
		new Set([
			hash(1, 2, 3),
			hash(2, 2, 3),
			hash(1, 3, 3),
			hash(1, 2, 4),
			hash(1, 2),
		]).size,
	).toBe(5);
});

test('Hashes spread evenly, so that one in ten means one in ten.', () => {
	const tenths = Array.from({length: 10}, () => 0);
	for (let number = 0; number < 50_000; number++) {
		tenths[hash(9, number) % 10]!++;
	}

	expect(Math.min(...tenths)).toBeGreaterThan(4700);
	expect(Math.max(...tenths)).toBeLessThan(5300);
});

test('Eight hexadecimal digits stand for every number below 2^32.', () => {
	expect(
		[0, 255, 65_536, 4_294_967_295].map((number) => hexadecimal(number)),
	).toEqual(['00000000', '000000ff', '00010000', 'ffffffff']);
});

test('A seeded UUID has the form of a UUID of version 4.', () => {
	expect(seededUuid(1, 'Northwind')).toMatch(
		/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/v,
	);
	expect(seededUuid(1, 'Northwind')).not.toBe(seededUuid(1, 'Contoso'));
});
