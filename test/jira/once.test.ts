import {expect, test} from 'vitest';
import {once} from '../../source/jira/once.ts';

/** Reads that are answered by the test, or end with who asked for them. */
function setUp() {
	const answers: Array<(outcome: Promise<string>) => void> = [];
	const ask = once(async (signal) => {
		const {promise, resolve, reject} = Promise.withResolvers<string>();
		answers.push(resolve);
		signal?.addEventListener('abort', () => {
			reject(new Error('stopped'));
		});
		return promise;
	});
	return {answers, ask};
}

test('what many ask for is read once', async () => {
	const {answers, ask} = setUp();
	const asked = [ask(), ask(new AbortController().signal)];
	expect(answers).toHaveLength(1);
	answers[0]!(Promise.resolve('fields'));
	expect(await Promise.all(asked)).toEqual(['fields', 'fields']);
	expect(await ask()).toBe('fields');
	expect(answers).toHaveLength(1);
});

test('who waits is told, even if the one who asked first went away', async () => {
	const {answers, ask} = setUp();
	const first = new AbortController();
	const left = expect(ask(first.signal)).rejects.toThrow('stopped');
	const waiting = [ask(new AbortController().signal), ask()];
	first.abort();
	await left;
	await expect.poll(() => answers.length).toBe(2);
	answers[1]!(Promise.resolve('fields'));
	expect(await Promise.all(waiting)).toEqual(['fields', 'fields']);
});

test('a read that failed is tried again, by who asks next', async () => {
	const {answers, ask} = setUp();
	const asked = [ask(), ask()].map(async (each) =>
		expect(each).rejects.toThrow('refused'),
	);
	answers[0]!(Promise.reject(new Error('refused')));
	await Promise.all(asked);
	expect(answers).toHaveLength(1);
	const again = ask();
	answers[1]!(Promise.resolve('fields'));
	expect(await again).toBe('fields');
});
