import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {temporaryHome} from '../store/temporary-home.ts';
import {withPractice} from './practice-client.ts';
import {assertNoToken, hasToken} from './secrets.ts';

test('the search that every output and home goes through finds the tokens of the practice sites', async () => {
	await withPractice({seed: 5}, async ({source, destination}) => {
		const logins = [source, destination].flatMap(({logins}) =>
			Object.values(logins),
		);
		expect(logins).toHaveLength(6);

		for (const {email, token} of logins) {
			expect(hasToken(token)).toBe(true);
			expect(hasToken(encodeURIComponent(`&${token}&`))).toBe(true);
			expect(hasToken(token.replaceAll('-', '%2D'))).toBe(true);
			expect(hasToken(Buffer.from(token).toString('hex'))).toBe(true);

			for (const before of ['', 'a', 'ab', `${email}:`]) {
				const text = Buffer.from(`${before}${token}\n`).toString('base64');
				expect(hasToken(`Basic ${text}`), before).toBe(true);
			}
		}

		expect(hasToken(`${source.url} ${source.email} practice-source`)).toBe(
			false,
		);
	});
});

test('it looks into every file of a home', async () => {
	await withPractice({}, async ({source}) => {
		const home = temporaryHome();
		const folder = path.join(home, 'logs');
		fs.mkdirSync(folder);
		fs.writeFileSync(path.join(folder, 'one.log'), 'nothing');
		assertNoToken({stdout: 'nothing'}, home);
		fs.writeFileSync(path.join(folder, 'two.log'), source.token);
		expect(() => {
			assertNoToken({stdout: 'nothing'}, home);
		}).toThrow('two.log');
		expect(() => {
			assertNoToken({stdout: source.token}, undefined);
		}).toThrow('stdout');
	});
});
