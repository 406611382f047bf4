import {setImmediate} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {streamEvents} from '../../source/migration/event-stream.ts';
import {createListener, follow} from '../helpers/engine-copy.ts';

test('events come in their order, and then the result', async () => {
	const {heard, listen} = createListener<number>();
	const stream = streamEvents<number, string>(async (emit) => {
		emit(1);
		await setImmediate();
		emit(2);
		emit(3);
		return 'done';
	});
	const result = await follow(stream, listen);
	expect(heard).toEqual([1, 2, 3]);
	expect(result).toBe('done');
});

test('work without events has a result all the same', async () => {
	expect(await follow(streamEvents(async () => 'done'))).toBe('done');
});

test('an error comes after the events before it', async () => {
	const {heard, listen} = createListener<number>();
	const stream = streamEvents<number, never>(async (emit) => {
		emit(1);
		await setImmediate();
		emit(2);
		throw new Error('No more');
	});
	const end = follow(stream, listen);
	await expect(end).rejects.toThrow('No more');
	expect(heard).toEqual([1, 2]);
});

test('the work does not wait for its reader', async () => {
	let isDone = false;
	const stream = streamEvents<number, void>(async (emit) => {
		for (let event = 0; event < 100; event++) {
			emit(event);
			await Promise.resolve();
		}

		isDone = true;
	});
	await stream.next();
	await setImmediate();
	expect(isDone).toBe(true);
	const {heard, listen} = createListener<number>();
	await follow(stream, listen);
	expect(heard).toHaveLength(99);
});

test('nothing starts before somebody reads', () => {
	let isStarted = false;
	streamEvents(async () => {
		isStarted = true;
	});
	expect(isStarted).toBe(false);
});

test('work outlives a reader who leaves', async () => {
	const {promise: left, resolve: leave} = Promise.withResolvers<void>();
	const {promise: ended, resolve: end} = Promise.withResolvers<string>();
	const stream = streamEvents<number, void>(async (emit) => {
		emit(1);
		await left;

		try {
			emit(2);
			end('finished');
		} catch (error) {
			end(String(error));
		}
	});

	await stream.next();
	// What `break` does in a `for await`.
	await stream.return();
	leave();
	expect(await ended).toBe('finished');
});
