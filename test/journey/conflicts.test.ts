import {expect, test, vi} from 'vitest';
import {screenOf, startDemo, walk} from '../helpers/demo-journey.ts';
import {temporaryHome} from '../helpers/pty-program.ts';

vi.setConfig({testTimeout: 60_000});

test('conflicts are settled one by one, each kind of decision taken back, and the rest by rule', async () => {
	const home = await temporaryHome();
	const app = await startDemo({home});
	await walk(app, 'conflicts');

	app.press('enter');
	await app.waitFor('❯ Rename');
	await app.waitFor('shared     1 in FAC');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Acme Inc.                                           0 of 6 settled
		────────────────────────────────────────────────────────────────────────────────
		    Organizations          │ Acme Inc.
		  ❯ ? Acme Inc.            │ Contoso has an organization of this name, with
		    ? Hooli                │ other customers or projects.
		    ? Polar Robotics GmbH  │
		    ? Soylent              │ only Northwind 1         only Contoso 1
		    ? Stark Industries   ≈ │ jsmith@acme.example      jwilson@acme.example
		    ? Wayne Enterprises    │ both 1    dmurphy@acme.example
		    6 still to settle      │
		                           │ projects   IT and HR (both), FAC (only Contoso)
		                           │ shared     1 in FAC
		                           │
		                           │ ❯ Rename   create it under another name…
		                           │   Merge    make both one
		                           │   Map      onto another one of Contoso…
		                           │   Skip     its customers still go
		                           │   Creates “Acme Inc. (Northwind)” or what you
		                           │   type. Nobody sees more than before.
		                           │
		                           │
		                           │
		────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move   ⏎ choose   esc back   ? keys
	`);
	app.press('enter');
	await app.waitFor('✓ free on both sites');
	app.press('ctrl+u', 'hooli');
	await app.waitFor('✗ taken');
	app.press('enter');
	await app.waitFor('This name is taken');
	app.press('ctrl+u', 'Acme of the North', 'enter');
	await app.waitFor('1 of 6 settled');

	app.press('enter', 'down');
	await app.waitFor('2 customers of Northwind will see');
	await app.waitFor('shared     none');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Hooli                                               1 of 6 settled
		────────────────────────────────────────────────────────────────────────────────
		    Organizations          │ Hooli
		    ✓ Acme Inc.     rename │ Contoso has an organization of this name, with
		  ❯ ? Hooli                │ other customers or projects.
		    ? Polar Robotics GmbH  │
		    ? Soylent              │ only Northwind 2         only Contoso 2
		    ? Stark Industries   ≈ │ gavin@hooli.example      nelson@hooli.example
		    ? Wayne Enterprises    │ denpok@hooli.example     keenan@hooli.example
		    5 still to settle      │ both 0
		                           │
		                           │ projects   IT (both)
		                           │ shared     none
		                           │
		                           │   Rename   create it under another name…
		                           │ ❯ Merge    make both one
		                           │   Map      onto another one of Contoso…
		                           │   Skip     its customers still go
		                           │   2 customers of Northwind will see what is
		                           │   shared with Hooli in IT (no request yet); its 2
		                           │   customers will see what they share.
		                           │
		────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move   ⏎ choose   esc back   ? keys
	`);
	app.press('enter');
	await app.waitFor('2 of 6 settled');

	app.press('enter', 'down', 'down', 'enter');
	await app.waitFor('search ›');
	app.press('glo');
	await app.waitFor('search › glo');
	app.press('enter');
	await app.waitFor('Yes, map onto it');
	await app.waitUntilGone('counting…');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Polar Robotics GmbH                                 2 of 6 settled
		────────────────────────────────────────────────────────────────────────────────
		    Organizations          │ Polar Robotics GmbH
		    ✓ Acme Inc.     rename │ 4 customers of Northwind will join Globex on
		    ✓ Hooli          merge │ Contoso and see what is shared with it in IT and
		  ❯ ? Polar Robotics GmbH  │ HR (no request yet); its 3 customers will see
		    ? Soylent              │ what they share.
		    ? Stark Industries   ≈ │
		    ? Wayne Enterprises    │ ❯ No, choose another one
		    4 still to settle      │   Yes, map onto it
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
		 ↑↓ move   ⏎ choose   esc back   ? keys
	`);
	app.press('down', 'enter');
	await app.waitFor('3 of 6 settled');

	app.press('enter', 'end', 'enter');
	await app.waitFor('4 of 6 settled');
	app.press('home');
	await app.waitFor('✓ renamed to Acme of the North');
	await app.waitFor('shared     1 in FAC');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Northwind → Contoso                                 4 of 6 settled
		────────────────────────────────────────────────────────────────────────────────
		    Organizations          │ Acme Inc.
		  ❯ ✓ Acme Inc.     rename │ Contoso has an organization of this name, with
		    ✓ Hooli          merge │ other customers or projects.
		    ✓ Polar Robotics … map │
		    ✓ Soylent         skip │ only Northwind 1         only Contoso 1
		    ? Stark Industries   ≈ │ jsmith@acme.example      jwilson@acme.example
		    ? Wayne Enterprises    │ both 1    dmurphy@acme.example
		    2 still to settle      │
		                           │ projects   IT and HR (both), FAC (only Contoso)
		                           │ shared     1 in FAC
		                           │
		                           │ ✓ renamed to Acme of the North
		                           │
		                           │
		                           │
		                           │
		                           │
		                           │
		                           │
		                           │
		────────────────────────────────────────────────────────────────────────────────
		 ⏎ decide  a all that remain  u take back  / filter  e CSV  ↑↓  esc back  ? more
	`);

	app.press('u');
	await app.waitFor('3 of 6 settled');
	app.press('u');
	await app.waitFor('2 of 6 settled');
	app.press('a');
	await app.waitFor('4 conflicts that remain');
	app.press('end', 'enter');
	await app.waitFor('6 of 6 settled');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Northwind → Contoso                                 6 of 6 settled
		────────────────────────────────────────────────────────────────────────────────
		    Organizations          │ All 6 conflicts settled: 1 rename, 1 merge, 4
		    ✓ Acme Inc.     rename │ skip. Each can still be decided anew.
		    ✓ Hooli          merge │
		    ✓ Polar Robotics… skip │
		    ✓ Soylent         skip │
		    ✓ Stark Indust… ≈ skip │
		    ✓ Wayne Enterpri… skip │
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
		 ⏎ go on   u take back 4   / filter   e CSV   ↑↓ move   esc back   ? more
	`);
	app.press('u');
	await app.waitFor('2 of 6 settled');
	app.press('a', 'enter');
	await app.waitFor('They become');
	app.press('ctrl+u', 'NW {name}');
	await app.waitFor('❯ NW Polar Robotics GmbH');
	app.press('enter');
	await app.waitFor('6 of 6 settled');

	// Decisions are kept as they are made, so another start knows them.
	app.press('ctrl+c');
	expect(await app.exit()).toBe(0);
	const later = await startDemo({home});
	await walk(later, 'destination found');
	later.press('enter');
	await later.waitFor('[x] LEGAL');
	later.press('enter');
	await walk(later, 'plan', 'scope');
	await later.waitFor('▓ 5 rename');
	later.press('c');
	await later.waitFor('6 of 6 settled');
	later.press('home');
	await later.waitFor('✓ renamed to Acme of the North');
});

test('one of many conflicts is found by typing three letters', async () => {
	const app = await startDemo();
	await walk(app, 'conflicts');
	app.press('/', 'soy');
	await app.waitFor('filter › soy');
	await app.waitFor('shared     none');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Northwind → Contoso                                 0 of 6 settled
		────────────────────────────────────────────────────────────────────────────────
		    Organizations          │ Soylent
		  filter › soy             │ Contoso has an organization of this name, with
		  ❯ ? Soylent              │ other customers or projects.
		    6 still to settle      │
		                           │ only Northwind 2         only Contoso 0
		                           │ sol@soylent.example
		                           │ robert@soylent.example
		                           │ both 0
		                           │
		                           │ projects   HR (both)
		                           │ shared     none
		                           │
		                           │ ? to decide
		                           │
		                           │
		                           │
		                           │
		                           │
		                           │
		                           │
		────────────────────────────────────────────────────────────────────────────────
		 ⏎ keep the filter   ↑↓ move   esc clear it
	`);
	app.press('enter', 'enter');
	await app.waitFor('Conflicts › Soylent');
	app.press('escape', 'escape');
	await app.waitFor('6 still to settle');
});
