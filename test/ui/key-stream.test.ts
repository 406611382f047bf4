import {once} from 'node:events';
import {PassThrough} from 'node:stream';
import {expect, test} from 'vitest';
import {createKeyStream, splitKeys} from '../../source/ui/key-stream.ts';
import {pasteOf} from '../helpers/keys.ts';

test.each([
	['abc', ['a', 'b', 'c']],
	['', []],
	['a\r', ['a', '\r']],
	['👍é', ['👍', 'é']],
	[pasteOf('a\nb'), [pasteOf('a\nb')]],
	[
		`x${pasteOf('one')}y${pasteOf('two')}`,
		['x', pasteOf('one'), 'y', pasteOf('two')],
	],
	// Without its end, nobody can say how far a paste goes.
	['\u{1B}[200~a', [...'\u{1B}[200~a']],
])('%j is cut into %j', (text, keys) => {
	expect(splitKeys(text)).toEqual(keys);
});

test('keys typed ahead arrive one by one', async () => {
	const terminal = new PassThrough();
	const keys = createKeyStream(terminal);
	const heard: unknown[] = [];
	keys.on('data', (key) => {
		heard.push(key);
	});
	terminal.end('jj\r');
	await once(keys, 'end');
	expect(heard).toEqual(['j', 'j', '\r']);
});

test('a terminal that is released belongs to whoever comes next', () => {
	const terminal = new PassThrough();
	const keys = createKeyStream(terminal);
	keys.release();
	expect(terminal.isPaused()).toBe(true);
	expect(terminal.listenerCount('data')).toBe(0);
});
