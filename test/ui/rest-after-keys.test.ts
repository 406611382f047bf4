import {setImmediate} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {createRestAfterKeys} from '../../source/ui/rest-after-keys.ts';
import {createUiClock} from '../helpers/ui-clock.ts';

/** Work that gives way before each of its parts, for as long as the test lasts. */
function begin() {
	const clock = createUiClock();
	const ending = new AbortController();
	const {noteKey, giveWay} = createRestAfterKeys(clock, ending.signal);
	let parts = 0;
	const work = async () => {
		while (!ending.signal.aborted) {
			await giveWay();
			parts++;
		}
	};

	const working = work();
	return {
		clock,
		noteKey,
		async end() {
			ending.abort();
			await working;
		},
		/** Parts done in the next so many turns. */
		async partsIn(turns: number) {
			const before = parts;

			for (let turn = 0; turn < turns; turn++) {
				await setImmediate();
			}

			return parts - before;
		},
	};
}

test('without a key, work goes on in every turn', async () => {
	const {partsIn, end} = begin();
	expect(await partsIn(50)).toBeGreaterThan(40);
	await end();
});

test('while keys come it rests, and it goes on a fifth of a second after the last one', async () => {
	const {clock, noteKey, partsIn, end} = begin();
	await partsIn(5);

	for (let key = 0; key < 10; key++) {
		noteKey();
		// One part may have begun before the key.
		await partsIn(2);
		await clock.advance(150);
		expect(await partsIn(20)).toBe(0);
	}

	await clock.advance(50);
	expect(await partsIn(50)).toBeGreaterThan(40);
	await end();
});

test('closing the app ends the rest', async () => {
	const {noteKey, partsIn, end} = begin();
	noteKey();
	await partsIn(5);
	await end();
});

test('however many works rest, there is one wait for all of them', async () => {
	const clock = createUiClock();
	const ending = new AbortController();
	let waits = 0;
	const counting = {
		...clock,
		async wait(milliseconds: number, signal?: AbortSignal) {
			waits++;
			await clock.wait(milliseconds, signal);
		},
	};
	const {noteKey, giveWay} = createRestAfterKeys(counting, ending.signal);
	const works: Array<Promise<void>> = [];

	for (let key = 0; key < 100; key++) {
		noteKey();
		works.push(giveWay());
		await setImmediate();
		await setImmediate();
		await clock.advance(50);
	}

	await clock.advance(200);
	await Promise.all(works);
	// Five seconds, in waits of at most a fifth of one.
	expect(waits).toBeLessThanOrEqual(35);
	expect(waits).toBeGreaterThan(20);
	ending.abort();
});
