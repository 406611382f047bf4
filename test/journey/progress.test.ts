import {expect, test, vi} from 'vitest';
import {startDemo, walk} from '../helpers/demo-journey.ts';

vi.setConfig({testTimeout: 60_000});

test('a copy is paused, slowed down and resumed, and the screen is never cleared', async () => {
	const app = await startDemo();
	await walk(app, 'copying');
	await app.waitFor(/Customers .* [1-9]\d* of \d+/v);
	const clearings = app.clearings();
	app.press('p');
	await app.waitFor('paused: nothing is sent; reading goes on');
	await app.waitFor('nothing in flight');
	expect(app.lines().at(-1)).toBe(
		' ^C stop   p resume   - slower   (+ faster)   (⏎ report)   esc home   ? keys',
	);
	const paused = customersLine(app.lines());
	app.press('-', '-');
	await app.waitFor('reading goes on; then at 50 %');
	expect(customersLine(app.lines())).toBe(paused);
	app.press('p');
	await app.waitFor(/^ {2}at 50 % of what the site allows$/mv);
	app.press('+', '+');
	await app.waitUntilGone('of what the site allows');
	await app.waitFor('Copied ›');
	await app.waitFor('0 unexplained');
	expect(app.clearings()).toBe(clearings);
	expect(app.written()).not.toContain('\u{1B}[2J');
	expect(app.written()).toContain(' % Northwind → Contoso\u{7}');
	app.press('ctrl+c');
	expect(await app.exit()).toBe(0);
	expect(app.written()).toContain('\u{1B}]2;\u{7}\u{1B}[23;2t');
});

test('with privacy no email and no name of a customer is on screen, and it is switched at any time', async () => {
	const app = await startDemo({}, 'New copy');
	await walk(app, 'plan');
	app.press('right');
	await app.waitFor('[customers]');
	const before = app.lines();
	expect(before.join('\n')).toMatch(/\w@\w/v);
	app.press('ctrl+p');
	await app.waitFor('[private] Plan ›');
	expect(app.lines().join('\n')).not.toMatch(/\w@|@\w+\./v);
	expect(app.lines()[5]).toMatchInlineSnapshot(
		'"  ❯ create    j…@a….example              J… S…         portal-only"',
	);
	app.press('enter');
	await app.waitFor('name ');
	expect(app.lines().slice(2, 9)).toMatchInlineSnapshot(`
		[
		  "  summary   [customers]   organizations   domains   left out   requests",
		  "",
		  "  email       j…@a….example",
		  "  name        J… S…",
		  "  account     portal-only",
		  "  fate        created as a portal-only account",
		  "  chosen as   on the customer list of IT; reporter of IT-1; created IT-1;",
		]
	`);
	app.press('escape');
	await app.waitFor('Fate');
	app.press('ctrl+p');
	await app.waitUntilGone('[private]');
	expect(app.lines()).toEqual(before);
});

test('Ink’s own switch makes screens to be read aloud, too', async () => {
	const app = await startDemo({env: ['INK_SCREEN_READER=true']}, '1. New copy');
	expect(app.written()).not.toMatch(/[─▁█░❯]/v);
});

test('screens to be read aloud have words alone', async () => {
	const env = ['JSM_FERRY_SCREEN_READER=true'];
	const app = await startDemo({env}, '1. New copy');
	expect(app.lines()).toMatchInlineSnapshot(`
		[
		  " jsm-ferry                              practice sites: nothing real is touched",
		  "Copies customers and their organizations from one Jira Service Management",
		  "site to another. The source is only read, nothing is written before you say",
		  "so, and nobody gets a mail.",
		  "",
		  "(selected) 1. New copy",
		  "2. Sites 2 sites",
		  "3. Quit",
		  "up/down move   enter choose   q quit   ? keys",
		]
	`);
	await walkAloud(app);
	const written = app.written();
	app.press('Contoso', 'enter');
	await app.waitFor('Copied ›');
	await app.waitFor('0 unexplained');
	expect(app.lines().slice(1)).toMatchInlineSnapshot(`
		[
		  "All 229 chosen customers and 24 organizations are accounted for: 200 and 23",
		  "are on Contoso, 30 need attention; 0 unexplained.",
		  "Organizations: all 21 done",
		  "Customers: all 176 done",
		  "Memberships: all 192 done",
		  "Project links: all 22 done",
		  "Project access: all 32 done",
		  "no errors",
		  "enter report   esc home   ? keys",
		]
	`);
	const spoken = app.written().slice(written.length);
	// Every tenth at most, and nothing that only draws.
	expect(spoken).not.toMatch(/[─▁█░❯]/v);
	const customers = new Set(spoken.match(/Customers: [^\n\r]*/gv));
	expect(customers.size).toBeLessThanOrEqual(11);
});

/** The stations up to the last question; signs are words here. */
async function walkAloud(
	app: Awaited<ReturnType<typeof startDemo>>,
): Promise<void> {
	for (const [sign, ...keys] of [
		['Copy from which site?', 'enter'],
		['✓ address', 'enter'],
		['Copy to which site?', 'enter'],
		['✓ address', 'enter'],
		['[ ] LEGAL', 'enter'],
		['Which customers?', 'a', 'enter'],
		['see the plan', 'enter'],
		['tab 1 of 6: summary', 'enter'],
		['6 still to settle', 'enter'],
		['One answer', 'a'],
		['New names from', 'enter'],
		['All settled', 'enter'],
		['Confirm › into', 'enter'],
	] as const) {
		app.press(...keys);
		await app.waitFor(sign);
	}
}

function customersLine(lines: readonly string[]): string | undefined {
	return lines.find((line) => line.includes('Customers'));
}
