// Variables of the environment have names of their own kind.
/* eslint-disable @typescript-eslint/naming-convention -- They are not ours. */
import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {addSiteCommand} from '../../source/commands/add-site.ts';
import {findLogin} from '../../source/commands/logins.ts';
import {removeSiteCommand} from '../../source/commands/sites.ts';
import {testSitesCommand} from '../../source/commands/test-sites.ts';
import {openSettings} from '../../source/store/settings.ts';
import {type SavedSite} from '../../source/store/settings-schema.ts';
import {withPractice} from '../helpers/practice-client.ts';
import {printedEvents, runProgram} from '../helpers/program.ts';
import {createMemoryShell, createMemoryTokens} from '../helpers/shell.ts';
import {now, temporaryHome} from '../store/temporary-home.ts';

const first = {scenario: 'first-steps'};

function savedIn(home: string): readonly SavedSite[] {
	return openSettings(home, {now}).settings.read().sites;
}

describe('sites', () => {
	test('are saved, listed, tested, used by name and removed', async () => {
		await withPractice(first, async ({source, destination}) => {
			const environment = {JSM_FERRY_HOME: temporaryHome()};
			const sites = async (...args: readonly string[]) =>
				runProgram(['sites', ...args], {environment, input: source.token});
			const none = await sites();
			expect([none.exitCode, none.stdout]).toEqual([
				0,
				'No sites yet. Save one with jsm-ferry sites add.\n',
			]);

			const added = await sites(
				'add',
				source.url,
				'--name',
				'North',
				'--email',
				source.email,
				'--token-stdin',
			);
			expect([added.exitCode, added.stdout, added.stderr]).toEqual([
				0,
				`North is saved: ${source.url}.\nIts token is not kept: set JSM_FERRY_FROM_TOKEN or JSM_FERRY_TO_TOKEN, or type it when asked.\n`,
				'',
			]);
			expect(printedEvents(await sites('list', '--json'))).toMatchObject([
				{
					type: 'site-listed',
					name: 'North',
					url: source.url,
					email: source.email,
					token: 'asked',
				},
			]);

			const untold = await sites('test', 'North');
			expect([untold.exitCode, untold.stderr.split('\n', 1)[0]]).toEqual([
				2,
				'The API token for the source is missing.',
			]);
			const tested = await runProgram(['sites', 'test', '--json'], {
				environment: {...environment, JSM_FERRY_FROM_TOKEN: source.token},
			});
			expect(tested.exitCode).toBe(0);
			expect(printedEvents(tested)).toMatchObject([
				{type: 'site-tested', name: 'North', as: 'source', isOk: true},
			]);

			const planned = await runProgram(
				[
					'plan',
					'--from',
					'North',
					'--to',
					destination.url,
					'--projects',
					'all',
					'--json',
				],
				{
					environment: {
						...environment,
						JSM_FERRY_FROM_TOKEN: source.token,
						JSM_FERRY_TO_EMAIL: destination.email,
						JSM_FERRY_TO_TOKEN: destination.token,
					},
				},
			);
			expect(planned.exitCode).toBe(3);
			expect(printedEvents(planned).at(-1)).toMatchObject({
				type: 'planned',
				source: {name: 'North'},
			});

			const removed = await sites('remove', 'North');
			expect([removed.exitCode, removed.stdout]).toEqual([
				0,
				'North is forgotten.\n',
			]);
			const again = await sites('remove', 'North');
			expect(again.stderr).toBe(
				'There is no saved site "North".\nNone is saved yet.\n',
			);
		});
	});

	test('are not saved where the login is refused', async () => {
		await withPractice(first, async ({source}) => {
			const environment = {JSM_FERRY_HOME: temporaryHome()};
			const {exitCode, stderr} = await runProgram(
				['sites', 'add', source.url, '--email', 'x@y.z', '--token-stdin'],
				{environment, input: 'wrong\n'},
			);
			expect(exitCode).toBe(5);
			expect(stderr).toMatch(/ refused the login\./v);
			expect(savedIn(environment.JSM_FERRY_HOME)).toEqual([]);
		});
	});

	test('lack what a copy needs, and that is told with the exit code of the side', async () => {
		await withPractice(first, async ({destination}) => {
			const {agent} = destination.logins;
			const environment = {
				JSM_FERRY_HOME: temporaryHome(),
				JSM_FERRY_TO_TOKEN: agent.token,
			};
			await runProgram(
				[
					'sites',
					'add',
					destination.url,
					'--name',
					'South',
					'--email',
					agent.email,
					'--token-stdin',
				],
				{environment, input: agent.token},
			);
			const {exitCode, stdout} = await runProgram(
				['sites', 'test', 'South', '--as', 'destination'],
				{environment},
			);
			expect(exitCode).toBe(6);
			expect(stdout).toContain(
				'✗ Jira administrator: needed to create customers',
			);
		});
	});
});

describe('a token', () => {
	test('goes into the keychain when its owner wants it, and is found there by name', async () => {
		await withPractice(first, async ({source}) => {
			const home = temporaryHome();
			const tokens = createMemoryTokens();
			const environment = {JSM_FERRY_HOME: home};
			const shell = createMemoryShell({
				environment,
				tokens,
				answers: [source.token, ''],
			});
			await addSiteCommand(
				source.url,
				{name: 'North', email: source.email, keychain: true},
				shell,
			);
			expect(shell.said().out).toBe(
				`North is saved: ${source.url}.\nIts token is in the keychain.\n`,
			);
			expect(tokens.kept.values().toArray()).toEqual([source.token]);
			expect(await findLogin('source', 'North', savedIn(home), shell)).toEqual({
				url: source.url,
				email: source.email,
				name: 'North',
				token: source.token,
				tokenFrom: 'keychain',
			});
			// However the address is written, it is the saved site.
			const {host} = new URL(source.url);
			expect(
				await findLogin('source', `http://${host}/jira`, savedIn(home), shell),
			).toMatchObject({name: 'North', tokenFrom: 'keychain'});

			const text = fs.readFileSync(path.join(home, 'settings.json'), 'utf8');
			expect(text).not.toContain(source.token);

			await removeSiteCommand('North', {}, shell);
			expect(tokens.kept.size).toBe(0);
			expect(savedIn(home)).toEqual([]);
		});
	});

	test('that its owner does not want kept is not', async () => {
		await withPractice(first, async ({source}) => {
			const tokens = createMemoryTokens();
			const shell = createMemoryShell({
				environment: {JSM_FERRY_HOME: temporaryHome()},
				tokens,
				answers: [source.token, 'no'],
			});
			await addSiteCommand(
				source.url,
				{name: 'North', email: source.email, keychain: true},
				shell,
			);
			expect(tokens.kept.size).toBe(0);
			expect(shell.said().out).toContain('Its token is not kept');
		});
	});

	test('comes from the environment where the keychain is locked', async () => {
		const site = {
			name: 'North',
			url: 'https://acme.atlassian.net',
			email: 'ada@acme.example',
			tokenIsIn: 'keychain',
		} as const;
		const shell = createMemoryShell({
			environment: {JSM_FERRY_FROM_TOKEN: 'from-there'},
			tokens: createMemoryTokens('locked'),
		});
		expect(await findLogin('source', 'acme', [site], shell)).toMatchObject({
			name: 'North',
			token: 'from-there',
			tokenFrom: 'environment',
		});
	});

	test('that is stale in the keychain is told as such', async () => {
		await withPractice(first, async ({source}) => {
			const home = temporaryHome();
			const tokens = createMemoryTokens();
			const {url, email} = source;
			await tokens.keep({url, email}, 'stale');
			const {settings} = openSettings(home, {now});
			settings.update((before) => ({
				...before,
				sites: [{name: 'North', url, email, tokenIsIn: 'keychain'}],
			}));
			const shell = createMemoryShell({
				environment: {JSM_FERRY_HOME: home},
				tokens,
			});
			expect(await testSitesCommand(undefined, {as: 'source'}, shell)).toBe(5);
			expect(shell.said().err).toContain(
				`This token came from the keychain; jsm-ferry sites add ${url} --name "North" puts another one there.`,
			);
		});
	});
});
