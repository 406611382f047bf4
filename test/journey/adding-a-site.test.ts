import {once} from 'node:events';
import {readFile, readdir} from 'node:fs/promises';
import {createServer} from 'node:http';
import {type AddressInfo} from 'node:net';
import path from 'node:path';
import {expect, onTestFinished, test, vi} from 'vitest';
import {screenOf} from '../helpers/demo-journey.ts';
import {startPracticeProcess} from '../helpers/practice-process.ts';
import {startProgram, temporaryHome} from '../helpers/pty-program.ts';

vi.setConfig({testTimeout: 60_000});

const size = ['--customers', '20', '--organizations', '6', '--requests', '20'];

test('a site is added by hand: wrong address, wrong token, then right', async () => {
	const {source, destination} = await startPracticeProcess(...size);
	const home = await temporaryHome();
	const app = await startProgram([], {home});
	await app.waitFor('❯ New copy');
	app.press('enter');
	await app.waitFor('The site: acme');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Source
		────────────────────────────────────────────────────────────────────────────────
		  address   ›
		  email
		  token

		  The site: acme, acme.atlassian.net, or any URL of it.















		────────────────────────────────────────────────────────────────────────────────
		 (⏎ next)   tab next field   esc back
	`);

	app.press(await startOtherServer(), 'enter');
	await app.waitFor('The email of your Atlassian account');
	app.press(source.email, 'enter');
	await app.waitFor('An API token');
	app.press('wrong', 'enter');
	await app.waitFor('✗ http://127.0.0.1:');
	expect(app.lines().at(-1)).toBe(
		' ⏎ change the login   r check again   esc back   ? keys',
	);

	app.press('enter');
	await app.waitFor('The site: acme');
	app.press('ctrl+u', source.url, 'enter', 'enter');
	await app.waitFor('An API token');
	expect(app.lines()[3]).toBe(`  email       ${source.email}`);
	app.press('enter');
	await app.waitFor('refused the login');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Source
		────────────────────────────────────────────────────────────────────────────────
		  ✗ http://127.0.0.1:12345 refused the login. It said: Client must be
		    authenticated to access this resource.
		    Check email and API token; tokens are made at
		    https://id.atlassian.com/manage-profile/security/api-tokens.
















		────────────────────────────────────────────────────────────────────────────────
		 ⏎ change the login   r check again   esc back   ? keys
	`);

	app.press('enter', 'tab', 'tab');
	await app.waitFor('An API token');
	app.press('ctrl+u');
	app.paste(`${source.token}\n`);
	await app.waitFor('***');
	// The newline of the paste has submitted nothing.
	expect(app.lines()[0]).toBe(' Source');
	app.press('enter');
	await app.waitFor('✓ address');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Source › Northwind
		────────────────────────────────────────────────────────────────────────────────
		  http://127.0.0.1:12345

		  ✓ address             Northwind, Jira Cloud
		  ✓ login               Ada Administrator
		  ✓ Jira administrator
		  ✓ browse users














		────────────────────────────────────────────────────────────────────────────────
		 ⏎ go on   r check again   e change the login   esc back   ? keys
	`);

	app.press('enter');
	await app.waitFor('The site: acme');
	app.press(destination.url, 'enter', destination.email, 'enter');
	await app.waitFor('An API token');
	app.paste(destination.token);
	await app.waitFor('***');
	app.press('enter');
	await app.waitFor('✓ address');
	app.press('enter');
	await app.waitFor('Service projects ›');
	app.press('ctrl+c');
	expect(await app.exit()).toBe(0);

	// What was typed in secret is nowhere: not on screen, not on disk.
	for (const {token} of [source, destination]) {
		expect(app.written()).not.toContain(token);

		for (const file of await filesBelow(home)) {
			const content = await readFile(file, 'latin1');
			expect(content.includes(token), file).toBe(false);
		}
	}

	const later = await startProgram([], {home});
	await later.waitFor('❯ New copy');
	later.press('enter');
	await later.waitFor('to be typed');
	expect(screenOf(later)).toMatchInlineSnapshot(`
		Source
		────────────────────────────────────────────────────────────────────────────────
		  Copy from which site? It is only read.
		    Name       Address          Token        Login
		  ❯ Northwind  127.0.0.1:12345  to be typed  ada@northwind.example
		    Contoso    127.0.0.1:12345  to be typed  ada@contoso.example
		    Another site…















		────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move   ⏎ choose   esc back   ? keys
	`);
});

test('the source can’t be its own destination', async () => {
	const {source} = await startPracticeProcess(...size);
	const app = await startProgram([]);
	await app.waitFor('❯ New copy');
	app.press('enter');
	await app.waitFor('The site: acme');
	const login = [source.url, 'enter', source.email, 'enter', source.token];
	app.press(...login, 'enter');
	await app.waitFor('✓ address');
	app.press('enter');
	await app.waitFor('Destination');
	app.press(...login, 'enter');
	await app.waitFor('is the source already');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Destination
		────────────────────────────────────────────────────────────────────────────────
		  ✗ Northwind is the source already.
		    Choose another site as the destination.


















		────────────────────────────────────────────────────────────────────────────────
		 ⏎ change the login   r check again   esc back   ? keys
	`);
});

test('keys typed ahead reach the screens they were meant for', async () => {
	const {source, destination} = await startPracticeProcess(...size);
	const app = await startProgram([]);
	// All in one go, long before the first frame; but for the token, which the terminal itself would show until the program runs.
	app.press('enter', source.url, 'enter', source.email, 'enter');
	await app.waitFor('API token');
	app.press(source.token, 'enter');
	await app.waitFor('✓ address');
	app.press(
		'enter',
		destination.url,
		'tab',
		destination.email,
		'tab',
		destination.token,
		'enter',
	);
	await app.waitFor('Destination ›');
	await app.waitFor('✓ address');
	app.press('enter', 'space', 'down', 'space', 'enter', 'i', 'down', 'enter');
	await app.waitFor('see the plan');
	app.press('enter', 'right', 'down', 'down', '/', 'acme');
	await app.waitFor('filter › acme');
});

/** A web server that is no Jira. */
async function startOtherServer(): Promise<string> {
	const server = createServer((_request, response) => {
		response.statusCode = 404;
		response.setHeader('content-type', 'text/html').end('<h1>Intranet</h1>');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.close();
		server.closeAllConnections();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
	const entries = await readdir(folder, {recursive: true, withFileTypes: true});
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name));
}
