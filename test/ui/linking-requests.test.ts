import {expect, test} from 'vitest';
import {type LinkField} from '../../source/migration/activity/request-links.ts';
import {type Request} from '../../source/migration/model.ts';
import {
	destinationAccount,
	project,
	sourceAccount,
} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {type UiApp, startUiApp, usualSize} from '../helpers/ui-app.ts';
import {walkUi} from '../helpers/ui-journey.ts';
import {screensAt} from '../helpers/ui-screens.ts';
import {createUiServices} from '../helpers/ui-services.ts';

const reporter: LinkField = {
	id: 'reporter',
	name: 'Reporter',
	kind: 'reporter',
	type: 'reporter',
	many: false,
};

function request(number: number, who: string, summary = 'Broken'): Request {
	return {
		key: `IT-${number}`,
		people: [],
		organizations: [],
		links: {
			created: number,
			summary: `${summary} ${number}`,
			values: {reporter: {ids: [who]}},
		},
	};
}

/** Four requests that an import left under its own account, someone else's or nobody's, one of them under another summary. */
function createWorldWithRequests() {
	const ada = sourceAccount('ada');
	const there = {
		ada: destinationAccount('ada'),
		kim: destinationAccount('kim'),
		imported: destinationAccount('imported', {type: 'atlassian'}),
	};
	return createSites({
		source: {
			projects: [project('IT')],
			accounts: [ada],
			linkFields: [reporter],
			requests: [1, 2, 3, 4].map((number) => request(number, ada.id)),
			access: [{project: 'IT', customers: [ada.id]}],
		},
		destination: {
			projects: [project('IT')],
			accounts: Object.values(there),
			linkFields: [reporter],
			requests: [
				request(1, there.imported.id),
				request(2, there.imported.id),
				request(3, there.kim.id),
				request(4, there.imported.id, 'Mended'),
			],
		},
	});
}

async function startAtScope(size = usualSize) {
	const services = createUiServices({}, createWorldWithRequests());
	const app = await startUiApp(usualSize, services);
	await walkUi(app, 'scope');
	app.resize(size);
	return {app, services};
}

function screenOf(app: UiApp): string {
	return app.lines().join('\n');
}

const sizes = [
	{columns: 40, rows: 12},
	{columns: 80, rows: 24},
	{columns: 160, rows: 50},
] as const;

/** Goes to the tab of the plan with all requests; it is the one before the summary. */
async function openRequests(app: UiApp): Promise<void> {
	await app.press('left');
	await app.waitFor('[requests]');
}

async function see(app: UiApp, sign: string): Promise<string> {
	await app.press('enter');
	await app.waitFor('see the plan');
	await app.press('enter');
	await app.waitFor(sign);
	return screenOf(app);
}

test('placeholders are named and proposed pairs taken after scope, and the plan counts what becomes of requests', async () => {
	const {app} = await startAtScope();
	await app.press('a');
	await app.waitFor('Requests are left as they are; press l.');
	await app.press('l', 'a');
	await app.waitFor('Where an import did not know');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Scope › Old → New › IT → IT
		────────────────────────────────────────────────────────────────────────────────
		  Where an import did not know a person, it often set one account of its own.
		  Which accounts of New are such placeholders? Where one of them stands in a
		  request, the customer is set; the first one also stands for deleted
		  reporters. Type emails or account ids with commas between them; nothing
		  means none.
		  ›  imported@company.example














		────────────────────────────────────────────────────────────────────────────────
		 ⏎ name none   ^U ^W clear   esc back
	`);
	await app.press('no one!', 'enter');
	await app.waitFor('“one!” is neither an email nor the id of an account.');
	await app.press('ctrl+u', 'imported@acme.example', 'enter');
	await app.waitFor('a  placeholder accounts         imported@acme.example');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Scope › Old → New › IT → IT
		────────────────────────────────────────────────────────────────────────────────
		  Which customers?
		  ❯ Related to IT
		    All customers
		  Those on the customer lists of these projects, in their organizations, and
		  named anywhere in their requests, comments, workflows, permissions and
		  roles.

		  organizations                   always those related to IT
		  i  inactive customers           copied, and their access revoked at once
		  m  missing Atlassian accounts   not copied; listed as needing attention
		  p  pilot                        no, all of them
		  l  requests already there       linked to their customers where nobody else
		                                  is set
		  a  placeholder accounts         imported@acme.example
		  o  proposed pairs               only listed, not linked





		────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move  ⏎ choose  i inactive  m missing  p pilot  l requests  esc back  ? more
	`);
	expect(await see(app, 'Requests')).toMatchInlineSnapshot(`
		Plan › Old → New                                  nothing has been written yet
		────────────────────────────────────────────────────────────────────────────────
		  [summary]   customers   organizations   domains   left out   requests

		  1 customer
		  ████████████████████████████████████████████████████████████████████████████
		  █ 1 link

		  0 organizations

		  Memberships      none
		  Project links    none
		  Project access   1 add
		  Requests         2 to link, 1 only listed, 1 field left as it is

		  3 writes, less than 1 s. Nobody gets a mail.






		────────────────────────────────────────────────────────────────────────────────
		 ⏎ go on   ←→ tab   (c conflicts)   w save   esc back   ? keys
	`);

	// What only the plan depends on needs no other scan.
	const {attempt} = app.session.getSnapshot().scan;
	await app.press('escape', 'escape');
	await app.waitFor('Which customers?');
	await app.press('o');
	await app.waitFor('linked too, although they are not certain');
	expect(await see(app, 'Requests')).toContain(
		'3 to link, 1 field left as it is',
	);
	expect(app.session.getSnapshot().scan.attempt).toBe(attempt);
	app.close();
});

test('an account that the destination does not have is told at once after a scan, and by the scan before', async () => {
	const {app} = await startAtScope();
	await app.press('l', 'a', 'nobody@acme.example', 'enter', 'enter');
	await app.waitFor('unknown-placeholder');
	await app.press('escape', 'a', 'ctrl+u', 'enter');
	await see(app, 'Requests');
	await app.press('escape', 'escape', 'a', 'nobody@acme.example', 'enter');
	await app.waitFor('New has no account “nobody@acme.example”, or several.');
	await app.press('escape');
	expect(app.session.getSnapshot().choices.placeholders).toEqual([]);
	app.close();
});

test('requests that are to be linked after all are read', async () => {
	const {app} = await startAtScope();
	expect(await see(app, '[summary]')).not.toContain('Requests');
	await app.press('escape', 'escape', 'l');
	expect(await see(app, '[summary]')).toContain('Requests');
	app.close();
});

test('the smallest terminal has room for all choices of linking', async () => {
	const {app} = await startAtScope({columns: 40, rows: 12});
	await app.press('l');
	await app.waitFor('proposed pairs');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Scope › Old → New › IT → IT
		────────────────────────────────────────
		 ❯ Related to IT
		   All customers
		 i  inactive: copied, access revoked
		 m  missing Atlassian: only listed
		 p  pilot: no, all of them
		 l  requests there: linked
		 a  placeholder accounts: 0
		 o  proposed pairs: listed
		────────────────────────────────────────
		 ↑↓  ⏎ choose  p pilot  esc back  ? more
	`);
	app.close();
});

test('before anything is written, the plan shows each request with its fate and why', async () => {
	const {app, services} = await startAtScope();
	await app.press('l', 'a', 'imported@acme.example', 'enter');
	await see(app, 'Requests');
	await openRequests(app);
	await expect(await screensAt(app, sizes)).toMatchFileSnapshot(
		'tables/plan-requests.txt',
	);

	await app.press('o');
	await app.waitFor('Opened https://new.example/browse/IT-1');
	expect(services.kept.at(-1)).toBe('opened https://new.example/browse/IT-1');
	app.close();
});

test('the numbers on the plan are those of its requests, which are narrowed down, filtered and sorted as all rows are', async () => {
	const {app} = await startAtScope();
	await app.press('l', 'a', 'imported@acme.example', 'enter');
	const summary = await see(app, 'Requests');
	expect(summary).toContain('2 to link, 1 only listed, 1 field left as it is');
	await openRequests(app);
	await app.press('f');
	await app.waitFor('Show only');
	expect(
		app
			.lines()
			.filter((line) => line.includes(' outcome '))
			.map((line) => line.replace('❯', '').trim().split(/ {2,}/v)),
	).toEqual([
		['outcome', 'to link', '2'],
		['outcome', 'left', '1'],
		['outcome', 'only listed', '1'],
	]);
	await app.press('enter');
	await app.waitFor('only outcome to link');
	expect(screenOf(app)).not.toContain('IT-3');
	await app.press('escape', '/', 'kim', 'enter');
	expect(screenOf(app)).toContain('IT-3');
	expect(screenOf(app)).not.toContain('IT-1');
	await app.press('escape', 's', 's', 'S');
	await app.waitFor('Request ▼');
	expect(screenOf(app)).toMatch(/IT-4.*IT-3.*IT-2.*IT-1/sv);
	await app.press('ctrl+p');
	await app.waitFor('k…@a….example');
	expect(screenOf(app)).not.toContain('@acme');
	app.close();
});

test('the report says of the same requests what became of them', async () => {
	const {app} = await startAtScope();
	await app.press('l', 'a', 'imported@acme.example', 'enter');
	await see(app, 'Requests');
	await app.press('enter');
	await app.waitFor('Confirm › into');
	await app.press('New', 'enter');
	await app.waitFor('Copied ›');
	await app.press('enter');
	await app.waitFor('[summary]');
	await openRequests(app);
	await expect(await screensAt(app, sizes)).toMatchFileSnapshot(
		'tables/report-requests.txt',
	);
	await app.press('f');
	await app.waitFor('Show only');
	await app.press('enter');
	await app.waitFor('only outcome linked');
	await app.press('w');
	await app.waitFor('calls for IT-1');
	expect(screenOf(app)).toMatch(/done +link the request +IT-1/v);
	await app.press('escape', 'enter', 'enter');
	await app.waitFor('calls for IT-1');
	await app.press('escape', 'escape', 'o');
	await app.waitFor('Opened https://new.example/browse/IT-1');
	app.close();
});

test.each([
	{fate: 'to link', place: 0},
	{fate: 'only listed', place: 2},
	{fate: 'left', place: 3},
])(
	'a request that is $fate tells everything in words when it is opened',
	async ({fate, place}) => {
		const {app} = await startAtScope();
		await app.press('l', 'a', 'imported@acme.example', 'enter');
		await see(app, 'Requests');
		await openRequests(app);
		await app.press(...Array.from({length: place}, () => 'down'), 'enter');
		await app.waitFor('on the source');
		await expect(await screensAt(app, sizes)).toMatchFileSnapshot(
			`tables/plan-request-${fate.replace(' ', '-')}.txt`,
		);
		app.close();
	},
);

test('where no linking was chosen, the tab of requests says how to choose it', async () => {
	const {app} = await startAtScope();
	await see(app, '[summary]');
	await openRequests(app);
	await expect(await screensAt(app, sizes)).toMatchFileSnapshot(
		'tables/plan-requests-left.txt',
	);
	app.close();
});
