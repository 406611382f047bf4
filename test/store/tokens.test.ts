import {describe, expect, test} from 'vitest';
import {openTokens} from '../../source/store/tokens.ts';

const owner = {url: 'https://acme.atlassian.net', email: 'ada@acme.example'};

/** The library's entries over a map. A broken one refuses, as a keychain does whose owner says no. */
function entriesIn(kept: Map<string, string>, broken: readonly string[] = []) {
	class MemoryEntry {
		readonly #name: string;

		constructor(service: string, name: string, options: unknown) {
			expect(options).toEqual({linux: {store: 'secret-service'}});
			this.#name = `${service}: ${name}`;
		}

		async getPassword() {
			return this.#do('get', () => kept.get(this.#name));
		}

		async setPassword(token: string) {
			this.#do('set', () => kept.set(this.#name, token));
		}

		async deleteCredential() {
			return this.#do('delete', () => kept.delete(this.#name));
		}

		#do<Result>(what: string, act: () => Result): Result {
			if (broken.includes(what)) {
				throw new Error('User interaction is not allowed.');
			}

			return act();
		}
	}

	// The name is the library's.
	// eslint-disable-next-line @typescript-eslint/naming-convention
	return async () => ({AsyncEntry: MemoryEntry as never});
}

describe('the keychain', () => {
	test('keeps a token for a login and gives it back until it is forgotten', async () => {
		const kept = new Map<string, string>();
		const tokens = (await openTokens(entriesIn(kept)))!;
		expect(await tokens.find(owner)).toBeUndefined();
		expect(await tokens.keep(owner, 'secret')).toBe(true);
		expect([...kept]).toEqual([
			['jsm-ferry: ada@acme.example https://acme.atlassian.net', 'secret'],
		]);
		expect(await tokens.find(owner)).toBe('secret');
		expect(
			await tokens.find({...owner, email: 'ben@acme.example'}),
		).toBeUndefined();
		expect(await tokens.forget(owner)).toBe(true);
		expect(await tokens.find(owner)).toBeUndefined();
	});

	test('that refuses stops nothing', async () => {
		const kept = new Map<string, string>();
		const tokens = (await openTokens(entriesIn(kept, ['set', 'delete'])))!;
		expect(await tokens.keep(owner, 'secret')).toBe(false);
		expect(await tokens.forget(owner)).toBe(false);
		expect(kept.size).toBe(0);
	});

	test('counts as missing where it gives no answer, or the library is not there', async () => {
		expect(await openTokens(entriesIn(new Map(), ['get']))).toBeUndefined();
		expect(
			await openTokens(async () => {
				throw new Error('Cannot find native binding.');
			}),
		).toBeUndefined();
	});

	test('of this machine is there or is not, without an error', async () => {
		const tokens = await openTokens();
		expect(['undefined', 'object']).toContain(typeof tokens);
	});
});
