import {expect, test, vi} from 'vitest';
import {screenOf, startDemo, walk} from '../helpers/demo-journey.ts';
import {type PtyProgram, temporaryHome} from '../helpers/pty-program.ts';

vi.setConfig({testTimeout: 60_000});

test('the demo goes from home to the report by keys alone, and a second copy finds nothing new', async () => {
	const home = await temporaryHome();
	const app = await startDemo({home});
	expect(screenOf(app)).toMatchInlineSnapshot(`
		jsm-ferry                              practice sites: nothing real is touched
		────────────────────────────────────────────────────────────────────────────────
		  Copies customers and their organizations from one Jira Service Management
		  site to another. The source is only read, nothing is written before you say
		  so, and nobody gets a mail.

		  ❯ New copy
		    Sites      2 sites
		    Quit













		────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move   ⏎ choose   q quit   ? keys
	`);
	await walk(app, 'source found');
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
	await walk(app, 'destination found', 'source found');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Destination › Contoso
		────────────────────────────────────────────────────────────────────────────────
		  http://127.0.0.1:12345

		  ✓ address             Contoso, Jira Cloud
		  ✓ login               Ada Administrator
		  ✓ Jira administrator
		  ✓ browse users
		  ✓ site administrator
		  ! mail                to be on the safe side, switch off “Customer invited”
		                        in the projects’ customer notifications











		────────────────────────────────────────────────────────────────────────────────
		 ⏎ go on   r check again   e change the login   esc back   ? keys
	`);
	await walk(app, 'projects', 'destination found');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Service projects › Northwind → Contoso
		────────────────────────────────────────────────────────────────────────────────
		  Copy from which service projects of Northwind?
		  ❯ [ ] IT      IT Help                  → IT  IT Help              same key
		    [ ] HR      People and Culture       → HR  Human Resources      same key
		    [ ] LEGAL   Legal                    ! no counterpart

		  Organizations and customers of IT get access to IT on Contoso.














		────────────────────────────────────────────────────────────────────────────────
		 space tick  a all  n none  c counterpart  ↑↓ move  / filter  esc back  ? more
	`);
	await walk(app, 'scope', 'projects');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Scope › Northwind → Contoso › IT → IT, HR → HR and LEGAL
		────────────────────────────────────────────────────────────────────────────────
		  Which customers?
		  ❯ Related to IT, HR and LEGAL
		    All customers
		  Those on the customer lists of these projects, in their organizations, and
		  named anywhere in their requests, comments, workflows, permissions and
		  roles.

		  organizations                   always those related to IT, HR and LEGAL
		  i  inactive customers           copied, and their access revoked at once
		  m  missing Atlassian accounts   not copied; listed as needing attention
		  p  pilot                        no, all of them
		  l  requests already there       left as they are








		────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move  ⏎ choose  i inactive  m missing  p pilot  l requests  esc back  ? more
	`);
	await walk(app, 'plan', 'scope');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Plan › Northwind → Contoso                        nothing has been written yet
		────────────────────────────────────────────────────────────────────────────────
		  [summary]   customers   organizations   domains   left out   requests

		  229 customers
		  ████████████████████████████████████████████████████████████▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒
		  █ 176 create   ▓ 24 link   ▒ 29 need attention

		  24 organizations
		  ████████████████████████████████████████████████▓▓▓▓▓▓▒▒▒░░░░░░░░░░░░░░░░░░░
		  █ 15 create   ▓ 2 link   ▒ 1 need attention   ░ 6 to decide

		  Memberships      176 add, 7 there already, 21 not possible
		  Project links    14 add, 3 there already, 7 not possible
		  Project access   32 add, 1 there already, 19 not possible

		  6 organizations of the same or a similar name are on Contoso already: decide
		  what becomes of them first.




		────────────────────────────────────────────────────────────────────────────────
		 ⏎ settle conflicts   ←→ tab   c conflicts   w save   esc back   ? keys
	`);
	await walk(app, 'conflicts', 'plan');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Northwind → Contoso                                 0 of 6 settled
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
		                           │ shared     counting…
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
		────────────────────────────────────────────────────────────────────────────────
		 ⏎ decide   a all that remain   / filter   e CSV   ↑↓ move   esc back   ? more
	`);
	await walk(app, 'new names', 'conflicts');
	await app.waitFor('They become');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Northwind → Contoso                                 0 of 6 settled
		────────────────────────────────────────────────────────────────────────────────
		    Organizations          │ New names from {name} and {site}
		  ❯ ? Acme Inc.            │ › {name} ({site})
		    ? Hooli                │
		    ? Polar Robotics GmbH  │ They become
		    ? Soylent              │ ❯ Acme Inc. (Northwind)
		    ? Stark Industries   ≈ │   Hooli (Northwind)
		    ? Wayne Enterprises    │   Polar Robotics GmbH (Northwind)
		    6 still to settle      │   Soylent (Northwind)
		                           │   Stark Industries (Northwind)
		                           │   Wayne Enterprises (Northwind)
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
		 ⏎ rename 6   ↑↓ move   ^U ^W clear   esc back
	`);
	await walk(app, 'confirm', 'new names');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Confirm › into Contoso                            nothing has been written yet
		────────────────────────────────────────────────────────────────────────────────
		  from            Northwind, http://127.0.0.1:12345
		  into            Contoso, http://127.0.0.1:12345
		  customers       176 create, 24 link, 29 need attention
		  organizations   15 create, 6 rename, 2 link, 1 need attention
		  memberships     192 add, 7 there already, 21 not possible

		  253 writes, about 6 to 21 s. Nobody gets a mail.

		  Contoso already holds 62 accounts and 13 organizations. What is there stays
		  as it is, but for what you merged or mapped.

		  To copy into it, type its name: Contoso
		  ›







		────────────────────────────────────────────────────────────────────────────────
		 (⏎ copy)   esc back
	`);

	// Nothing is cleared as a whole while a copy runs, so nothing flickers.
	await walk(app, 'copying', 'confirm');
	const clearings = app.clearings();
	await walk(app, 'copied', 'copying');
	expect(app.clearings()).toBe(clearings);
	await app.waitFor('0 unexplained');
	expect(app.lines()).toContain(
		'  Customers      ██████████████████████████████████████████  176 of 176   done',
	);
	await walk(app, 'report', 'copied');
	await app.waitFor('229 customers');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Report › Northwind → Contoso                                 run 2026-11-23-a1
		────────────────────────────────────────────────────────────────────────────────
		  [summary] customers organizations memberships attention errors left source …

		  All 229 chosen customers and 24 organizations are accounted for: 200 and 23
		  are on Contoso, 30 need attention; 0 unexplained.

		  229 customers
		  ████████████████████████████████████████████████████████████▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒
		  █ 176 created   ▓ 24 linked   ▒ 29 need attention

		  24 organizations
		  ████████████████████████████████████████████████▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒░░░
		  █ 15 created   ▓ 6 renamed   ▒ 2 linked   ░ 1 need attention

		  Memberships      192 added, 7 there already, 21 not possible
		  Project links    22 added, 3 there already, 7 not possible
		  Project access   32 added, 1 there already, 19 not possible
		  Calls            …



		────────────────────────────────────────────────────────────────────────────────
		 ⏎ what next   ←→ tab   x export   q quit   esc back   ? more
	`);
	await seeOneCall(app);
	await walk(app, 'next', 'report');
	await app.waitFor('Export the report');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		What next                                                    run 2026-11-23-a1
		────────────────────────────────────────────────────────────────────────────────
		  All 229 chosen customers and 24 organizations are accounted for: 200 and 23
		  are on Contoso, 30 need attention; 0 unexplained.

		  6 things to do by hand: see Follow up.

		  ❯ Follow up           what is left to do, with ticks
		    Verify again        compare the destination with what the run did
		    Invite              mail the customers it created; asked first
		    Export the report   for colleagues
		    Copy again          only what is new since; nothing is copied twice
		    Undo                take back what the run made; asked first
		    Home
		    Quit







		────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move   ⏎ choose   q quit   esc back   ? keys
	`);

	app.press('q');
	expect(await app.exit()).toBe(0);
	expect(app.everything()).toMatchInlineSnapshot(`
		[
		  "All 229 chosen customers and 24 organizations are accounted for: 200 and 23 are",
		  "on Contoso, 30 need attention; 0 unexplained.",
		  "Report: jsm-ferry demo, then Reports.",
		]
	`);

	const again = await startDemo({home});
	expect(screenOf(again).replace(/today \d\d:\d\d/v, 'today 16:40'))
		.toMatchInlineSnapshot(`
			jsm-ferry                              practice sites: nothing real is touched
			────────────────────────────────────────────────────────────────────────────────
			  Last run   today 16:40   Northwind → Contoso
			             All 229 chosen customers and 24 organizations are accounted for:
			             200 and 23 are on Contoso, 30 need attention; 0 unexplained.

			  ❯ Copy again   what is new since, Northwind → Contoso
			    New copy
			    Reports      1 run
			    Sites        2 sites
			    Quit











			────────────────────────────────────────────────────────────────────────────────
			 ↑↓ move   ⏎ choose   q quit   ? keys
		`);
	again.press('enter');
	await again.waitFor('Source › Northwind');
	await again.waitFor('✓ address');
	again.press('enter');
	await again.waitFor('Destination › Contoso');
	await again.waitFor('✓ address');
	again.press('enter');
	await again.waitFor('[x] LEGAL');
	again.press('enter');
	await again.waitFor('Which customers?');
	again.press('enter');
	await again.waitFor('see the plan');
	again.press('enter');
	await again.waitFor('[summary]');
	expect(screenOf(again)).toMatchInlineSnapshot(`
		Plan › Northwind → Contoso                        nothing has been written yet
		────────────────────────────────────────────────────────────────────────────────
		  [summary]   customers   organizations   domains   left out   requests

		  229 customers
		  ████████████████████████████████████████████████████████████████████▓▓▓▓▓▓▓▓
		  █ 204 unchanged   ▓ 25 need attention

		  24 organizations
		  █████████████████████████████████████████████████████████████████████████▓▓▓
		  █ 23 unchanged   ▓ 1 need attention

		  Memberships      199 there already, 21 not possible
		  Project links    25 there already, 7 not possible
		  Project access   33 there already, 19 not possible

		  Nothing to write: a copy only checks that all is there.





		────────────────────────────────────────────────────────────────────────────────
		 ⏎ go on   ←→ tab   (c conflicts)   w save   esc back   ? keys
	`);
});

/** From the report to an organization, one of its members, the calls made for him, and one of these, then back again. */
async function seeOneCall(app: PtyProgram): Promise<void> {
	app.press('right', 'right');
	await app.waitFor('[organizations]');
	app.press('/', 'acme', 'enter');
	await app.waitFor('❯ renamed       Acme Inc.');
	app.press('enter');
	await app.waitFor('id there');
	app.press('enter');
	await app.waitFor('members of Acme Inc.');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Report › Northwind → Contoso                                 run 2026-11-23-a1
		────────────────────────────────────────────────────────────────────────────────
		  organizations › members of Acme Inc.

		    Outcome        Email                            Organization
		  ❯ added          dmurphy@acme.example             Acme Inc.
		    added          jsmith@acme.example              Acme Inc.















		────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move  ⏎ open  / filter  f only…  s sort  w calls  c copy  esc back  ? more
	`);
	app.press('enter');
	await app.waitFor('its calls');
	app.press('enter');
	await app.waitFor('add members');
	expect(withoutIds(screenOf(app))).toMatchInlineSnapshot(`
		Report › Northwind → Contoso                                 run 2026-11-23-a1
		────────────────────────────────────────────────────────────────────────────────
		  organizations › members of Acme Inc. › calls for dmurphy@acme.example in Ac…

		    Step  Outcome  Call          About       Request id
		  ❯    …  done     add members   Acme Inc.   (an id)
















		────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move  ⏎ open  / filter  f only…  s sort  c copy  x export  esc back  ? more
	`);
	app.press('end', 'enter');
	await app.waitFor(/request id +[\da-f]{32}/v);
	expect(withoutIds(screenOf(app))).toMatchInlineSnapshot(`
		Report › Northwind → Contoso                                 run 2026-11-23-a1
		────────────────────────────────────────────────────────────────────────────────
		  organizations › members of Acme Inc. › calls for dmurphy@acme.example in Ac…

		  call            add members
		  about           Acme Inc.
		  outcome         done
		  the same call   for 1 other too
		  request id      (an id) (what Atlassian’s support
		                  asks for)
		  step            … of the run











		────────────────────────────────────────────────────────────────────────────────
		 esc close   (w calls)   (o browser)   c copy
	`);

	for (const sign of [
		'Request id',
		'its calls',
		'❯ added          dmurphy',
		'id there',
		'❯ renamed       Acme Inc.',
		'Hooli',
	]) {
		app.press('escape');
		await app.waitFor(sign);
	}
}

/** Request ids and the order of steps differ from run to run. */
function withoutIds(screen: string): string {
	return screen
		.replaceAll(/\b[\da-f]{32}\b|\b[\da-f]+…$/gmv, '(an id)')
		.replaceAll(/ {0,9}\b\d{1,9}(?= {2}done)/gv, (cell) =>
			'…'.padStart(cell.length),
		)
		.replaceAll(/\b\d+(?= of the run)/gv, '…');
}
