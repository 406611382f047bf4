import {expect, test, vi} from 'vitest';
import {startPracticeProcess} from '../helpers/practice-process.ts';
import {startProgram, temporaryHome} from '../helpers/pty-program.ts';

vi.setConfig({testTimeout: 60_000});

const size = ['--customers', '20', '--organizations', '6', '--requests', '20'];

test('a site is added, checked for both sides, renamed and removed, and its token is shown nowhere', async () => {
	const {source} = await startPracticeProcess(...size);
	const home = await temporaryHome();
	const app = await startProgram([], {home});
	await app.waitFor('❯ New copy');
	app.press('down');
	await app.waitFor('❯ Sites');
	app.press('enter');
	await app.waitFor('No site is saved yet.');

	app.press('a', source.url, 'enter', source.email, 'enter', 'wrong', 'enter');
	await app.waitFor('refused the login');
	app.press('escape');
	await app.waitFor('The site: acme');
	app.press('enter', 'enter', 'ctrl+u');
	app.paste(`${source.token}\n`);
	await app.waitFor('****');
	app.press('enter');
	await app.waitFor('As a destination');
	const found = app.lines().join('\n');
	expect(found).toContain('Its token was typed.');
	expect(found).toContain('✓ Jira administrator');

	app.press('enter');
	await app.waitFor(/❯ .* to be typed/v);
	app.press('n', 'ctrl+u', 'Legacy', 'enter');
	await app.waitFor('is called Legacy now.');
	await app.waitFor('❯ Legacy');
	app.press('d');
	await app.waitFor('❯ No, keep it');
	app.press('down', 'enter');
	await app.waitFor('Legacy is forgotten.');
	await app.waitFor('No site is saved yet.');
	expect(app.written()).not.toContain(source.token);
});
