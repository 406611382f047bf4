import {expect, test, vi} from 'vitest';
import {screenOf, startDemo, walk} from '../helpers/demo-journey.ts';

vi.setConfig({testTimeout: 60_000});

test('Back returns from every screen, and every answer is kept', async () => {
	const app = await startDemo();
	await walk(app, 'projects');
	app.press('space', 'down', 'space', 'enter');
	await app.waitFor('Related to IT and HR');
	app.press('i', 'down', 'enter');
	await app.waitFor('in all and');
	await walk(app, 'conflicts', 'scan');
	app.press('enter', 'end', 'enter');
	await app.waitFor('1 of 6 settled');
	await walk(app, 'confirm', 'conflicts');

	app.press('escape');
	await app.waitFor('6 of 6 settled');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Northwind → Contoso                                 6 of 6 settled
		────────────────────────────────────────────────────────────────────────────────
		    Organizations          │ All 6 conflicts settled: 5 rename, 1 skip. Each
		    ✓ Acme Inc.       skip │ can still be decided anew.
		    ✓ Hooli         rename │
		    ✓ Polar Roboti… rename │
		    ✓ Soylent       rename │
		    ✓ Stark Indu… ≈ rename │
		    ✓ Wayne Enterp… rename │
		  ❯ All settled: go on     │
		                           │
		                           │
		                           │
		                           │
		                           │
		                           │
		                           │
		                           │
		                           │
		                           │
		                           │
		                           │
		────────────────────────────────────────────────────────────────────────────────
		 ⏎ go on   u take back 5   / filter   e CSV   ↑↓ move   esc back   ? more
	`);
	app.press('escape');
	await app.waitFor('[summary]');
	app.press('escape');
	await app.waitFor('see the plan');
	app.press('escape');
	await app.waitFor('❯ All customers');
	expect(app.lines()).toContain('  i  inactive customers           left out');
	app.press('escape');
	await app.waitFor('[x] HR');
	expect(app.lines()[3]).toContain('[x] IT');
	expect(app.lines()[5]).toContain('[ ] LEGAL');
	app.press('escape');
	await app.waitFor('Destination › Contoso');
	app.press('escape');
	await app.waitFor('Copy to which site?');
	app.press('escape');
	await app.waitFor('Source › Northwind');
	app.press('escape');
	await app.waitFor('Copy from which site?');
	app.press('escape');
	await app.waitFor('❯ New copy');

	// All the way forward again: nothing is asked twice.
	await walk(app, 'destination found');
	app.press('enter');
	await app.waitFor('[x] HR');
	app.press('enter');
	await app.waitFor('❯ All customers');
	app.press('enter');
	await app.waitFor('see the plan');
	app.press('enter');
	await app.waitFor('▓ 5 rename');
});
