import {expect, test} from 'vitest';
import {type UiApp, startUiApp, usualSize} from '../helpers/ui-app.ts';
import {pasteOf} from '../helpers/keys.ts';
import {createUiServices} from '../helpers/ui-services.ts';

async function openSites(app: UiApp): Promise<void> {
	while (app.lines().every((row) => !row.includes('❯ Sites'))) {
		await app.press('down');
	}

	await app.press('enter');
	await app.waitFor('Address');
}

test('saved sites are listed with where their tokens come from, and one is checked for both sides', async () => {
	const app = await startUiApp();
	await openSites(app);
	expect(app.lines().join('\n')).toMatchInlineSnapshot(`
		Sites
		────────────────────────────────────────────────────────────────────────────────
		    Name  Address      Token     Login
		  ❯ Old   old.example  practice  ada@acme.example
		    New   new.example  practice  ada@acme.example

















		────────────────────────────────────────────────────────────────────────────────
		 ⏎ check  a add  ↑↓  e change the login  n rename  d remove  esc back  ? keys
	`);
	await app.press('enter');
	await app.waitFor('As a destination');
	expect(app.lines().join('\n')).toMatchInlineSnapshot(`
		Sites › Old
		────────────────────────────────────────────────────────────────────────────────
		  Old, https://old.example
		  A practice site; its token needs no keeping.

		  As a source
		  ✓ login  ada

		  As a destination
		  ✗ Jira administrator  needed to create customers












		────────────────────────────────────────────────────────────────────────────────
		 ⏎ sites   c check again   esc back   ? keys
	`);
	await app.press('enter');
	await app.waitFor('Address');
	app.close();
});

const longSites = [
	{
		name: 'Northwind Traders production',
		url: 'https://northwind-traders-service-management.atlassian.net',
		email: 'migration-service-account@northwind-traders.example',
		token: 'environment',
	},
	{
		name: 'Old',
		url: 'https://old.atlassian.net',
		email: 'ada@acme.example',
		token: 'keychain',
	},
	{
		name: '\u{202E}evil\n\u{1B}[31m',
		url: `https://\u{1B}[31m${'株'.repeat(40)}.example`,
		email: '\u{202E}eve@evil.example',
		token: 'asked',
	},
] as const;

test('however long names, addresses and emails are, the list tells where each site is and where its token comes from', async () => {
	const app = await startUiApp(
		usualSize,
		createUiServices({savedSites: () => longSites}),
	);
	await openSites(app);
	const rows = () => app.lines().slice(1, 6).join('\n');
	expect(rows()).toMatchInlineSnapshot(`
		────────────────────────────────────────────────────────────────────────────────
		    Name                 Address                                   Token
		  ❯ Northwind Traders …  northwind-traders-service-management.at…  environment
		    Old                  old.atlassian.net                         keychain
		    ‹U+202E›evil␊␛[31m   ␛[31m株株株株株株株株株株株株株株株株株…  to be typed
	`);
	app.resize({columns: 40, rows: 12});
	await app.waitFor('? more');
	expect(rows()).toMatchInlineSnapshot(`
		────────────────────────────────────────
		   Name     Address         Token
		 ❯ Northw…  northwind-tra…  environment
		   Old      old.atlassian…  keychain
		   ‹U+202…  ␛[31m株株株株…  to be typed
	`);
	app.resize({columns: 160, rows: 50});
	await app.waitFor('ada@acme.example');
	expect(rows()).toMatchInlineSnapshot(`
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		    Name                          Address                                                                                        Token        Login
		  ❯ Northwind Traders production  northwind-traders-service-management.atlassian.net                                             environment  migration-servi…
		    Old                           old.atlassian.net                                                                              keychain     ada@acme.example
		    ‹U+202E›evil␊␛[31m            ␛[31m株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株.example  to be typed  ‹U+202E›eve@evi…
	`);
	app.close();
});

test('so does the question which site to copy from', async () => {
	const app = await startUiApp(
		usualSize,
		createUiServices({savedSites: () => longSites}),
	);
	app.session.dispatch({type: 'home-chosen', choice: 'new'});
	await app.waitFor('Copy from which site?');
	expect(app.lines().slice(1, 8).join('\n')).toMatchInlineSnapshot(`
		────────────────────────────────────────────────────────────────────────────────
		  Copy from which site? It is only read.
		    Name                 Address                                   Token
		  ❯ Northwind Traders …  northwind-traders-service-management.at…  environment
		    Old                  old.atlassian.net                         keychain
		    ‹U+202E›evil␊␛[31m   ␛[31m株株株株株株株株株株株株株株株株株…  to be typed
		    Another site…
	`);
	app.close();
});

test('a site is added, and its token kept in the keychain, without ever being shown', async () => {
	const services = createUiServices();
	const app = await startUiApp(usualSize, services);
	await openSites(app);
	await app.press('a', 'acme', 'enter', 'ada@acme.example', 'enter');
	await app.press(pasteOf('practice-source-admin-secret\n'));
	await app.waitFor('****');
	expect(app.lines().join('\n')).not.toContain('secret');
	await app.press('enter');
	await app.waitFor('press k');
	await app.press('k');
	await app.waitFor('Its token is in the keychain.');
	expect(services.kept).toContain('token of the checked site');
	expect(JSON.stringify(app.session.getSnapshot().fields)).not.toContain(
		'secret',
	);
	app.close();
});

test('a site is renamed, and removed once that is confirmed', async () => {
	const services = createUiServices();
	const app = await startUiApp(usualSize, services);
	await openSites(app);
	await app.press('n', 'ctrl+u', 'New', 'enter');
	await app.waitFor('Another site has that name.');
	await app.press('ctrl+u', 'Legacy', 'enter');
	await app.waitFor('Old is called Legacy now.');
	expect(services.kept).toContain('renamed Old to Legacy');
	await app.press('d', 'enter');
	await app.waitFor('Address');
	expect(services.kept).not.toContain('removed Old');
	await app.press('d', 'down', 'enter');
	await app.waitFor('Old is forgotten');
	expect(services.kept).toContain('removed Old');
	app.close();
});

test('the demo keeps its practice sites and says so', async () => {
	const app = await startUiApp(usualSize, createUiServices({isPractice: true}));
	await openSites(app);
	await app.press('a');
	await app.waitFor('The demo has its two practice sites');
	app.close();
});
