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
		    Name            Address                 Login                 Token
		  ❯ Old             old.example             ada@acme.example      practice
		    New             new.example             ada@acme.example      practice

















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
