import {expect, test, vi} from 'vitest';
import {startDemo, walk} from '../helpers/demo-journey.ts';
import {type PtyProgram} from '../helpers/pty-program.ts';

vi.setConfig({testTimeout: 120_000});

/** Chooses what stands on the screen of what comes next. */
async function choose(app: PtyProgram, label: string): Promise<void> {
	app.press('home');
	await app.waitFor('❯ Follow up');

	while (!text(app).includes(`❯ ${label}`)) {
		const before = text(app);
		app.press('down');
		await app.waitUntil(() => text(app) !== before, `a step to ${label}`);
	}

	app.press('enter');
}

function text(app: PtyProgram): string {
	return app.lines().join('\n');
}

test('a copy is verified, followed up, its customers of one domain invited, and then undone', async () => {
	const app = await startDemo();
	await walk(app, 'next');

	await choose(app, 'Verify again');
	await app.waitFor('0 missing');
	expect(text(app)).toMatch(/= [1-9]\S* as they should be/v);
	app.press('/', 'zzzz');
	await app.waitFor('Nothing matches the filter.');
	app.press('escape');
	await app.waitFor('x export');
	app.press('x');
	await app.waitFor('Written to');
	app.press('escape');
	await app.waitFor('x export');
	app.press('escape');
	await app.waitFor('❯ Verify again');

	await choose(app, 'Follow up');
	await app.waitFor('0 ticked off');
	app.press('space');
	await app.waitFor('1 ticked off');
	app.press('escape');
	await app.waitFor('❯ Follow up');

	await choose(app, 'Invite');
	await app.waitFor('mails: everyone the run created');
	app.press('d');
	await app.waitFor('Which email domain?');
	app.press('down', 'enter');
	await app.waitFor('one a person');
	await app.waitFor(/mails?: at /v);
	const row = app.lines().find((one) => one.includes(': at ')) ?? '';
	const mails = row.trimStart().slice(0, row.trimStart().indexOf(' '));
	app.press('g');
	await app.waitFor(`type the number: ${mails}`);
	app.press(mails, 'enter');
	await app.waitFor('█');
	app.press('ctrl+c');
	await app.waitFor('go on with the rest');
	expect(text(app)).toContain('Stopped');
	app.press('enter');
	await app.waitFor('❯ Invite');

	await choose(app, 'Undo');
	await app.waitFor('Goes:');
	app.press('g');
	await app.waitFor('type its name: Contoso');
	app.press('Contoso', 'enter');
	await app.waitFor('█');
	app.press('ctrl+c');
	await app.waitFor('go on with the rest');
	app.press('r');
	await app.waitFor('Goes:');
	app.press('g');
	await app.waitFor('type its name: Contoso');
	app.press('Contoso', 'enter');
	await app.waitFor('look again');
	expect(text(app).replaceAll(/\s+/gv, ' ')).toMatch(
		/is undone: .* 0 unexplained/v,
	);

	app.press('enter');
	await app.waitFor('❯ Export the report');
	expect(text(app)).toContain('is undone: ');
	expect(text(app)).not.toContain('Invite');
});
