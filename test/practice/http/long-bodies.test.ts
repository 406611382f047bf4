import {Buffer} from 'node:buffer';
import {expect, test} from 'vitest';
import {LongBodies} from '../../../source/practice/http/long-bodies.ts';

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

test('A body is its parts one behind the other, a byte for each character, however long it gets.', () => {
	const parts = Array.from(
		{length: 9000},
		(_, index) => `${index} \u{E4}\u{FF} ${'-'.repeat(index % 300)}`,
	);
	const {bytes} = new LongBodies().write(parts);
	expect(bytes.length).toBeGreaterThan(1_000_000);
	expect(textOf(bytes) === parts.join('')).toBe(true);
	expect(new LongBodies().write([]).bytes).toHaveLength(0);
});

test('The bytes of a body stay as they are until it is released, and then serve another one.', () => {
	const bodies = new LongBodies();
	const first = bodies.write(['first']);
	const second = bodies.write(['second']);
	first.release();
	first.release();
	const third = bodies.write(['third']);
	const fourth = bodies.write(['fourth']);
	expect(third.bytes.buffer).toBe(first.bytes.buffer);
	expect([second, third, fourth].map(({bytes}) => textOf(bytes))).toEqual([
		'second',
		'third',
		'fourth',
	]);
});
