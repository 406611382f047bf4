import {expect, test} from 'vitest';
import {type PastRun} from '../../source/ui/services.ts';
import {type UiApp, startUiApp, until, usualSize} from '../helpers/ui-app.ts';
import {walkUi} from '../helpers/ui-journey.ts';
import {project} from '../helpers/engine-people.ts';
import {preparedAct} from '../helpers/ui-acts.ts';
import {createUiServices} from '../helpers/ui-services.ts';

/** Opens the choice of that label on the screen of what comes next. */
async function choose(app: UiApp, label: string): Promise<void> {
	await app.press('home');

	for (
		let tries = 0;
		app.lines().every((row) => !row.includes(`❯ ${label}`));
	) {
		expect(tries++, `no choice ${label}`).toBeLessThan(12);
		await app.press('down');
	}

	await app.press('enter');
}

async function openAct(label: string, size = usualSize) {
	const services = createUiServices();
	const app = await startUiApp(usualSize, services);
	await walkUi(app, 'next');
	app.resize(size);
	await choose(app, label);
	return {app, services};
}

function screenOf(app: UiApp): string {
	return app
		.lines()
		.join('\n')
		.replaceAll(/run \S+$/gmv, 'run …');
}

test('an undo is shown first: what goes, what stays and why', async () => {
	const {app} = await openAct('Undo');
	await app.waitFor('Goes:');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Undo › New                                                   run …
		────────────────────────────────────────────────────────────────────────────────
		  Goes: 1 organization and 1 account.
		  Stays: 2 things; the rows say why.

		           What          Who or what        Where, or why
		  ❯ stays  customer      ada@acme.example   in use: named on request IT-7
		    stays  invitation    cleo@acme.example  the mail is out and can’t be call…
		    goes   customer      ben@acme.example
		    goes   organization  Acme












		────────────────────────────────────────────────────────────────────────────────
		 g undo  ↑↓  ⏎ open  / filter  s sort  c copy  r look again  esc back  ? more
	`);
	app.close();
});

test('an undo begins once the name of the destination is typed, and its verdict stays for the last words', async () => {
	const {app, services} = await openAct('Undo');
	await app.waitFor('Goes:');
	await app.press('g');
	await app.waitFor('To undo, type its name: New');
	await app.press('Old', 'enter');
	await app.waitFor('What is typed does not match yet.');
	expect(services.kept).not.toContain(expect.stringContaining('undo of'));
	await app.press('ctrl+u', 'New', 'enter');
	await app.waitFor('undo on New: all done.');
	expect(services.kept.at(-1)).toMatch(/^undo of /v);
	await app.press('enter');
	await app.waitFor('What next');
	await app.press('q');
	await until(app.session, ({ending}) => ending !== undefined);
	expect(app.session.getSnapshot().ending).toEqual({
		exitCode: 0,
		lastWords: ['undo on New: all done.'],
	});
	app.close();
});

test('an undo that a later run stands in the way of is refused in words', async () => {
	const services = createUiServices({
		// eslint-disable-next-line require-yield
		async *prepareAct() {
			throw new Error('Run 2 wrote to New later and may build on it.');
		},
	});
	const app = await startUiApp(usualSize, services);
	await walkUi(app, 'next');
	await choose(app, 'Undo');
	await app.waitFor('✗ Run 2 wrote to New later and may build on it.');
	await app.press('escape');
	await app.waitFor('What next');
	app.close();
});

test('a verification shows what differs first, can be filtered, and is written to a file', async () => {
	const {app, services} = await openAct('Verify again');
	await app.waitFor('1 missing');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Verify again › New                                           run …
		────────────────────────────────────────────────────────────────────────────────
		  Copied to New: 1 of 2 customers, 1 missing.
		  = 2 as they should be   - 1 missing   + 1 not planned   ! 0 different

		       What          Who or what                Where, or what differs
		  ❯ -  member        ada@acme.example           Is not in Acme any more.
		    +  member        kim@acme.example           In Acme, but not by this run.
		    =  customer      ben@acme.example
		    =  organization  Acme












		────────────────────────────────────────────────────────────────────────────────
		 ↑↓  ⏎ open  / filter  s sort  c copy  x export  r look again  esc back  ? more
	`);
	await app.press('/', 'kim', 'enter');
	expect(screenOf(app)).not.toContain('ben@acme.example');
	expect(screenOf(app)).toContain('kim@acme.example');
	await app.press('escape', 'x');
	await app.waitFor('verification.txt');
	expect(services.kept).toContain('4 rows');
	await app.press('escape');
	await app.waitFor('ben@acme.example');
	app.close();
});

test('whom to invite is chosen, and the number of mails is typed', async () => {
	const {app, services} = await openAct('Invite');
	await app.waitFor('3 mails: everyone the run created');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Invite › New                                                 run …
		────────────────────────────────────────────────────────────────────────────────
		  3 mails: everyone the run created, one a person.
		  Dealt with earlier, and not mailed again: 1.
		  Jira mails only where Project settings › Customer notifications › Customer
		  invited is on.
		  2 customers had an account before and need only the address of the help
		  center:
		  https://new.example/servicedesk/customer/portals

		          Email              Name  Help center of, or why not
		  ❯ mail  ada@acme.example   ada   IT service (IT)
		    mail  ben@acme.example   ben   IT service (IT)
		    mail  cleo@acme.example  cleo  IT service (IT)
		    not   dora@acme.example        the account is gone or deactivated by now







		────────────────────────────────────────────────────────────────────────────────
		 g invite  p project  o organization  d domain  ↑↓  ⏎ open  esc back  ? more
	`);
	await app.press('d');
	await app.waitFor('Which email domain?');
	await app.press('acm');
	await app.press('enter');
	await app.waitFor('1 mail: at acme.example');
	await app.press('g');
	await app.waitFor('type the number: 1');
	await app.press('1', 'enter');
	await app.waitFor('invite on New: all done.');
	expect(services.kept.at(-1)).toMatch(/^invite of /v);
	expect(screenOf(app)).toContain(
		'https://new.example/servicedesk/customer/portals',
	);
	app.close();
});

test('a thing to do is ticked off and remembered, and what the program can do is asked first', async () => {
	const {app, services} = await openAct('Follow up');
	await app.waitFor('2 things, 1 ticked off');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Follow up › New                                              run …
		────────────────────────────────────────────────────────────────────────────────
		  The program can: make the group jsm-ferry-2026-11-25 and collect 1 customer
		  in it.
		  By hand: 2 things, 1 ticked off.

		    Done  Who or what                     What to do
		  ❯ [ ]   dora@acme.example               Tell her to log in with it.
		    [x]   gina@acme.example               Invite her by hand.













		────────────────────────────────────────────────────────────────────────────────
		 g do it  space tick off  ↑↓  ⏎ open  / filter  s sort  c copy  esc back  ? more
	`);
	await app.press('space');
	await app.waitFor('2 things, 2 ticked off');
	expect(services.kept).toContain('ticked customer dora');
	await app.press('down', 'space');
	await app.waitFor('2 things, 1 ticked off');
	expect(services.kept).toContain('unticked customer gina');
	await app.press('g');
	await app.waitFor('❯ No, go back');
	await app.press('enter');
	await app.waitFor('2 things, 1 ticked off');
	await app.press('g', 'down', 'enter');
	await app.waitFor('follow-up on New: all done.');
	app.close();
});

test('on the smallest terminal an act still shows its rows', async () => {
	const {app} = await openAct('Undo', {columns: 40, rows: 12});
	await app.waitFor('stays');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Undo › New           run …
		────────────────────────────────────────
		 2 writes; 2 stay.

		          Who or what
		 ❯ stays  ada@acme.example
		   stays  cleo@acme.example
		   goes   ben@acme.example
		   goes   Acme

		────────────────────────────────────────
		 g undo  ↑↓  ⏎ open  esc back  ? more
	`);
	app.close();
});

test('the plan is saved where it is shown, and the path is said', async () => {
	const services = createUiServices();
	const app = await startUiApp(usualSize, services);
	await walkUi(app, 'plan');
	await app.press('w');
	await app.waitFor('/plans/plan.json');
	expect(services.kept.at(-1)).toMatch(/^plan of \d+ customers$/v);
	await app.press('escape');
	await app.waitFor('[summary]');
	app.close();
});

test('a pilot is chosen by a number, and a blank one means all', async () => {
	const app = await startUiApp();
	await walkUi(app, 'scope');
	await app.press('p', '0', 'enter');
	await app.waitFor('Type a whole number, or nothing for all.');
	await app.press('ctrl+u', '2', 'enter');
	await app.waitFor('at most 2 customers');
	await app.press('enter');
	await app.waitFor('see the plan');
	expect(app.session.getSnapshot().plan?.customers).toHaveLength(2);
	await app.press('escape', 'p', 'ctrl+u', 'enter');
	await app.waitFor('no, all of them');
	app.close();
});

test('what comes next tells that the run was undone, what stays, and offers no more than makes sense', async () => {
	let pastRuns: readonly PastRun[] = [];
	const services = createUiServices({pastRuns: () => pastRuns});
	const app = await startUiApp(usualSize, services);
	await walkUi(app, 'next');
	expect(screenOf(app)).toContain('Invite');
	const run = app.session.getSnapshot().report.run ?? '';
	const undoneRun = (
		undo: Pick<PastRun, 'undo' | 'undoVerdict' | 'undoLeft'>,
	) => {
		pastRuns = [
			{
				id: run,
				source: 'Old',
				destination: 'New',
				startedAt: new Date(0),
				verdict: 'All are on the destination.',
				isUnfinished: false,
				...undo,
			},
		];
	};

	undoneRun({
		undo: 'finished',
		undoVerdict: `Run ${run} is undone: 1 customer is taken back from New, 2 things stay, with the reason; 0 unexplained.`,
		undoLeft: 2,
	});
	await choose(app, 'Undo');
	await app.waitFor('Goes:');
	await app.press('g', 'New', 'enter');
	await app.waitFor('undo on New: all done.');
	await app.press('enter');
	await app.waitFor('2 things left: look once more');
	expect(screenOf(app).replaceAll(run, 'RUN')).toMatchInlineSnapshot(`
		What next                                                    run …
		────────────────────────────────────────────────────────────────────────────────
		  Run RUN is undone: 1 customer is taken back from New, 2 things
		  stay, with the reason; 0 unexplained.
		  Undo lists what is left, with the reason, and tries it once more.

		  ❯ Export the report   for colleagues
		    Copy again          only what is new since; nothing is copied twice
		    Undo                2 things left: look once more
		    Home
		    Quit











		────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move   ⏎ choose   q quit   esc back   ? keys
	`);

	undoneRun({undo: 'finished', undoVerdict: 'All gone.', undoLeft: 0});
	await app.press('end', 'up', 'enter');
	await app.waitFor('Last run');
	expect(screenOf(app)).toContain('All gone.');
	await app.press('escape');
	app.session.dispatch({type: 'run-followed', run});
	await app.waitFor('Nothing of it is left to be done.');
	expect(screenOf(app)).not.toMatch(/Undo|Invite|Verify again|Follow up/v);
	app.close();
});

test('on the smallest terminal home shows that the last sentence of an undo goes on, and what comes next says it in short', async () => {
	let run = '';
	const app = await startUiApp(
		{columns: 40, rows: 12},
		createUiServices({
			pastRuns: () => [
				{
					id: run,
					source: 'Old',
					destination: 'New',
					startedAt: new Date(0),
					isUnfinished: false,
					undo: 'finished',
					undoVerdict: `Run ${run} is undone: 1 customer and 2 organizations are taken back from New, 2 things stay, with the reason; 0 unexplained.`,
					undoLeft: 2,
				},
			],
		}),
	);
	await walkUi(app, 'next');
	run = app.session.getSnapshot().report.run ?? '';
	app.session.dispatch({type: 'went-home'});
	await app.waitFor('Last run');
	expect(screenOf(app)).toMatch(/Run \S+ is …\n/v);

	app.session.dispatch({type: 'run-followed', run});
	await app.waitFor('Export the report');

	expect(screenOf(app)).toContain('\n Undone; 2 things left.\n');
	app.close();
});

test('an undo says beforehand who may stay on a customer list', async () => {
	const ada = {
		customer: 'ada',
		accountId: 'there-ada',
		label: 'ada@acme.example',
	};
	const services = createUiServices({
		// eslint-disable-next-line require-yield
		async *prepareAct(request) {
			const act = preparedAct(request);
			return act.kind === 'undo'
				? {
						...act,
						plan: {
							...act.plan,
							kept: [],
							steps: [
								{
									kind: 'remove-project-customers',
									project: project('IT'),
									// Whose account is deleted leaves the list with it.
									customers: [
										ada,
										{...ada, accountId: 'there-ben', label: 'ben@acme.example'},
									],
								},
								...act.plan.steps,
							],
						},
					}
				: act;
		},
	});
	const app = await startUiApp(usualSize, services);
	await walkUi(app, 'next');
	await choose(app, 'Undo');
	await app.waitFor('Goes:');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Undo › New                                                   run …
		────────────────────────────────────────────────────────────────────────────────
		  Goes: 1 organization, 1 account and 2 on customer lists.
		  Of these, 1 may stay: on lists of projects open to everyone.

		           What              Who or what                 Where, or why
		  ❯ goes?  project access    ada@acme.example            IT: stays if open
		    goes   project access    ben@acme.example            IT
		    goes   customer          ben@acme.example
		    goes   organization      Acme












		────────────────────────────────────────────────────────────────────────────────
		 g undo  ↑↓  ⏎ open  / filter  s sort  c copy  r look again  esc back  ? more
	`);
	await app.press('enter');
	await app.waitFor('If IT is open to everyone');
	app.close();
});
