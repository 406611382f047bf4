import {expect, test, vi} from 'vitest';
import {screenOf, startDemo, walk} from '../helpers/demo-journey.ts';

vi.setConfig({testTimeout: 60_000});

test('everything can be done in 40 columns and 12 rows', async () => {
	const app = await startDemo({columns: 40, rows: 12});
	expect(screenOf(app)).toMatchInlineSnapshot(`
		jsm-ferry
		────────────────────────────────────────
		 Copies customers and organizations
		 from one Jira site to another. The
		 source is only read, and nobody gets a
		 mail.

		 ❯ New copy
		   Sites      2 sites
		   Quit
		────────────────────────────────────────
		 ↑↓ move   ⏎ choose   q quit   ? keys
	`);
	await walk(app, 'destination found');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Destination › Contoso
		────────────────────────────────────────
		 http://127.0.0.1:12345

		 ✓ address  Contoso, Jira Cloud
		 ✓ login  Ada Administrator
		 ✓ Jira administrator
		 ✓ browse users
		 ✓ site administrator
		 … 4 rows more
		────────────────────────────────────────
		 ⏎ go on   ↑↓ scroll   esc back   ? more
	`);
	await walk(app, 'projects', 'destination found');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Service projects › Northwind → Contoso
		────────────────────────────────────────
		 Copy from which service projects of N…
		 ❯ [ ] IT      → IT  IT Help
		   [ ] HR      → HR  Human Resources
		   [ ] LEGAL   ! no counterpart

		 Organizations and customers of IT get
		 access to IT on Contoso.

		────────────────────────────────────────
		 space tick  a all  ↑↓  esc back  ? more
	`);
	await walk(app, 'scope', 'projects');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Scope › Northwind → Contoso › IT → IT…
		────────────────────────────────────────
		 Which customers?
		 ❯ Related to IT, HR and LEGAL
		   All customers

		 i  inactive: copied, access revoked
		 m  missing Atlassian: only listed
		 p  pilot: no, all of them
		 l  requests there: left
		────────────────────────────────────────
		 ↑↓  ⏎ choose  p pilot  esc back  ? more
	`);
	await walk(app, 'plan', 'scope');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Plan › Northwind → Contoso
		────────────────────────────────────────
		 [summary] customers organizations dom…
		 6 organizations of the same or a
		 similar name are on Contoso already:
		 decide what becomes of them first.
		 Customers 229
		   176 create, 24 link, 29 need
		   attention
		 … 12 rows more
		────────────────────────────────────────
		 ⏎ settle conflicts   esc back   ? more
	`);
	await walk(app, 'conflicts', 'plan');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Northwind…  0 of 6 settled
		────────────────────────────────────────
		   Organizations
		 ❯ ? Acme Inc.
		   ? Hooli
		   ? Polar Robotics GmbH
		   ? Soylent
		   ? Stark Industries                ≈
		   ? Wayne Enterprises
		   6 still to settle
		────────────────────────────────────────
		 ⏎ decide   / filter   esc back   ? more
	`);
	app.press('enter', 'down');
	await app.waitFor('❯ Merge');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Acme Inc.   0 of 6 settled
		────────────────────────────────────────
		   Rename   create it under another na…
		 ❯ Merge    make both one
		   Map      onto another one of Contos…
		   Skip     its customers still go
		   1 customer of Northwind will see the
		   requests shared with Acme Inc. in
		   IT, HR and FAC (counting…); its 2
		   customers will see what they share.
		────────────────────────────────────────
		 ↑↓ move   ⏎ choose   esc back   ? keys
	`);
	app.press('enter');
	await app.waitFor('1 of 6 settled');
	app.press('a', 'enter');
	await app.waitFor('❯ Hooli (Northwind)');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Northwind…  1 of 6 settled
		────────────────────────────────────────
		 New names from {name} and {site}
		 › {name} ({site})

		 1 to 4 of 5
		 ❯ Hooli (Northwind)
		   Polar Robotics GmbH (Northwind)
		   Soylent (Northwind)
		   Stark Industries (Northwind)
		────────────────────────────────────────
		 ⏎ rename 5  ↑↓  ^U ^W clear  esc back
	`);
	app.press('enter');
	await app.waitFor('6 of 6 settled');
	await walk(app, 'confirm', 'settled');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Confirm › into Contoso
		────────────────────────────────────────
		 250 writes, about 6 to 20 s. Nobody
		 gets a mail.
		 Contoso already holds 62 accounts and
		 13 organizations.
		 To copy into it, type its name:
		 Contoso
		 ›

		────────────────────────────────────────
		 (⏎ copy)   esc back
	`);
	await walk(app, 'copied', 'confirm');
	await app.waitFor('0 unexplained');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Copied › Northwind → Contoso
		────────────────────────────────────────
		 All 229 chosen customers and 24
		 organizations are accounted for: 200
		 and 23 are on Contoso, 30 need
		 attention; 0 unexplained.
		 Organizations   20 of  20   done
		 Customers      176 of 176   done
		 Memberships    191 of 191   done
		 Project links   20 of  20   done
		────────────────────────────────────────
		 ⏎ report   esc home   ? keys
	`);
	app.press('enter');
	await app.waitFor('[summary]');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Report › Northwind → Contoso
		────────────────────────────────────────
		 [summary] customers organizations mem…
		 All 229 chosen customers and 24
		 organizations are accounted for: 200
		 and 23 are on Contoso, 30 need
		 attention; 0 unexplained.
		 Customers 229
		   176 created, 24 linked, 29 need
		 … 15 rows more
		────────────────────────────────────────
		 ⏎ what next  ↑↓  ←→  esc back  ? more
	`);
	app.press('n');
	await app.waitFor('❯ Follow up');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		What next            run 2026-11-23-a1
		────────────────────────────────────────
		 6 things to do by hand: see Follow up.

		 ❯ Follow up           what is left to…
		   Verify again        compare the des…
		   Invite              mail the custom…
		   Export the report   for colleagues


		────────────────────────────────────────
		 ↑↓  ⏎ choose  q quit  esc back  ? keys
	`);
});

test('wide terminals show both sides of a conflict next to each other', async () => {
	const app = await startDemo({columns: 160, rows: 50});
	await walk(app, 'conflicts');
	app.press('down', 'down');
	await app.waitFor('only Northwind 3');
	await app.waitFor('shared     none');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Northwind → Contoso                                                                                                                 0 of 6 settled
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		    Organizations                             │ Polar Robotics GmbH
		    ? Acme Inc.                               │ Contoso has an organization of this name, with other customers or projects.
		    ? Hooli                                   │
		  ❯ ? Polar Robotics GmbH                     │ only Northwind 3                   both 1                           only Contoso 3
		    ? Soylent                                 │ seoyeon.kim.112@adatum.example     ines.rossi.109@fabrikam.example  nora.kaya.1000000012@tailspin.example
		    ? Stark Industries                      ≈ │ fang.wang.111@blue-yonder.example                                   rohan.sharma.1000000011@city-power.example
		    ? Wayne Enterprises                       │ anna.ivanova.110@lucerne.example                                    seoyeon.choi.1000000010@wingtip.example
		    6 still to settle                         │
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
		                                              │
		                                              │
		                                              │
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 ⏎ decide   a all that remain   (u take back)   (g go on)   / filter   e CSV   ↑↓ move   esc back   ? keys
	`);
});

test('a terminal that is too small says so, and everything is there again once it is larger', async () => {
	const app = await startDemo({columns: 39, rows: 11}, 'needs 40');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		This terminal has 39 columns and 11
		rows; jsm-ferry needs 40 and 12. Make
		it larger, or press ^C to quit.
	`);
	app.resize(80, 24);
	await app.waitFor('❯ New copy');
});
