import {type SpawnOptions, spawn} from 'node:child_process';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {expect, inject, test, vi} from 'vitest';
import {recordExchanges} from '../contract/openapi/recorded.ts';
import {screenOf, startDemo, walk} from '../helpers/demo-journey.ts';
import {
	type PtyProgram,
	startInTerminal,
	temporaryHome,
} from '../helpers/pty-program.ts';
import {assertNoToken} from '../helpers/secrets.ts';

vi.setConfig({testTimeout: 60_000});

test.each([
	{how: 'quitting', leave: ['q'], code: 0},
	{how: 'Ctrl-C', leave: ['ctrl+c'], code: 0},
])('the terminal is as it was before after $how', async ({leave, code}) => {
	const app = await startInShell();
	await app.waitFor('New copy');
	expect(app.isAlternate()).toBe(true);
	expect(app.isCursorVisible()).toBe(false);
	app.press(...leave);
	await app.exit();
	expectRestored(app, code);
	expect(app.everything().slice(0, 2)).toEqual([
		'what was there before',
		'Nothing was written.',
	]);
});

test.each(['SIGTERM', 'SIGHUP'])(
	'the terminal is as it was before after %s',
	async (signal) => {
		const app = await startInShell();
		await app.waitFor('New copy');
		process.kill(await childOf(app.pid), signal);
		await app.exit();
		expectRestored(app, 0);
	},
);

test('a copy that is killed stops after what is in flight and says how to go on', async () => {
	const app = await startInShell();
	await app.waitFor('New copy');
	await walk(app, 'copying');
	await app.waitFor(/Customers .* [1-9]\d* of 176/v);
	process.kill(await childOf(app.pid), 'SIGTERM');
	await app.exit();
	expectRestored(app, 130);
	expect(app.everything().join(' ')).toContain('To go on: jsm-ferry demo');
});

test('with NO_COLOR nothing has a colour; without it, something has', async () => {
	const [plain, colourful] = [
		await startDemo({env: ['NO_COLOR=1']}),
		await startDemo(),
	];
	expect(plain.hasColor()).toBe(false);
	expect(colourful.hasColor()).toBe(true);
	await walk(plain, 'conflicts');
	expect(plain.hasColor()).toBe(false);
	expect(plain.lines()).toContain(
		'  ❯ ? Acme Inc.            │ Contoso has an organization of this name, with',
	);
});

test.each([{env: ['LANG=C']}, {env: ['TERM=linux']}])(
	'without Unicode all is ASCII: $env',
	async ({env}) => {
		const app = await startDemo({env});
		app.press('enter');
		await app.waitFor('Copy from which site?');
		app.press('enter');
		await app.waitFor('+ address');
		expect(screenOf(app)).toMatchInlineSnapshot(`
			Source > Northwind
			--------------------------------------------------------------------------------
			  http://127.0.0.1:12345

			  + address             Northwind, Jira Cloud
			  + login               Ada Administrator
			  + Jira administrator
			  + browse users














			--------------------------------------------------------------------------------
			 enter go on   r check again   e change the login   esc back   ? keys
		`);
		// Bars and their legends have the most signs.
		app.press('enter');
		await app.waitFor('Copy to which site?');
		app.press('enter');
		await app.waitFor('+ address');
		app.press('enter');
		await app.waitFor('[ ] LEGAL');
		app.press('a', 'enter');
		await app.waitFor('Which customers?');
		app.press('enter');
		await app.waitFor('see the plan');
		app.press('enter');
		await app.waitFor('[summary]');
		expect(screenOf(app)).toMatchInlineSnapshot(`
			Plan > Northwind > Contoso                        nothing has been written yet
			--------------------------------------------------------------------------------
			  [summary]   customers   organizations   domains   left out   requests

			  229 customers
			  ############################################################=======+++++++++
			  # 176 create   = 24 link   + 29 need attention

			  24 organizations
			  ################################################======+++...................
			  # 15 create   = 2 link   + 1 need attention   . 6 to decide

			  Memberships      176 add, 7 there already, 21 not possible
			  Project links    14 add, 3 there already, 7 not possible
			  Project access   32 add, 1 there already, 19 not possible

			  6 organizations of the same or a similar name are on Contoso already: decide
			  what becomes of them first.




			--------------------------------------------------------------------------------
			 enter settle conflicts  left/right tab  c conflicts  w save  esc back  ? keys
		`);
		expect(app.written()).toMatch(/^\p{ASCII}*$/v);
	},
);

test('without a terminal the demo plays itself', async () => {
	const home = await temporaryHome();
	const {nodeOptions, environment, expectValid} = recordExchanges();
	const env = Object.fromEntries([
		...Object.entries(environment),
		['PATH', process.env['PATH']],
		['JSM_FERRY_HOME', home],
	]);
	const args = [...nodeOptions, inject('program'), 'demo'];
	const stdout = await outputOf(process.execPath, args, {env});
	expect(stdout.split('\n', 1)).toEqual([
		'This is no terminal, so the demo plays itself: a copy between two practice sites, with default decisions. Nothing real is touched.',
	]);
	expect(stdout).toContain('0 unexplained.');
	expect(stdout).not.toContain('\u{1B}');
	assertNoToken({stdout}, home);
	expect(expectValid()).toContain('POST /rest/servicedeskapi/customer');
});

/** Starts the demo under a shell that tells afterwards how it found the terminal. */
async function startInShell(): Promise<PtyProgram> {
	const script =
		'echo "what was there before"; "$0" "$@"; echo "code $?"; stty -a';
	return startInTerminal(
		'/bin/sh',
		['-c', script, process.execPath, inject('program'), 'demo'],
		{home: await temporaryHome()},
	);
}

function expectRestored(app: PtyProgram, code: number): void {
	const all = app.everything().join('\n');
	expect(app.isAlternate()).toBe(false);
	expect(app.isCursorVisible()).toBe(true);
	expect(all).toContain(`code ${code}`);
	// The terminal puts lines together and shows what is typed again.
	expect(all).toMatch(/ icanon/v);
	expect(all).toMatch(/ echo /v);
}

/** The program under the shell. */
async function childOf(parent: number): Promise<number> {
	const stdout = await outputOf('ps', ['-A', '-o', 'pid=,ppid=']);
	const child = stdout
		.trim()
		.split('\n')
		.map((line) => line.trim().split(/\s+/v).map(Number))
		.find(([, ppid]) => ppid === parent);
	return child![0]!;
}

/** What a command writes, where it has no terminal. */
async function outputOf(
	command: string,
	args: readonly string[],
	options: SpawnOptions = {},
): Promise<string> {
	const {stdout} = spawn(command, args, {
		...options,
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	return text(stdout);
}
