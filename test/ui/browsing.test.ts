import {expect, test} from 'vitest';
import {type PastRun} from '../../source/ui/services.ts';
import {type UiApp, startUiApp, usualSize} from '../helpers/ui-app.ts';
import {walkUi} from '../helpers/ui-journey.ts';
import {createUiServices} from '../helpers/ui-services.ts';

/** Goes to a tab of the report, which is opened at its summary. */
async function openTab(app: UiApp, tab: string): Promise<void> {
	for (let turn = 0; turn < 10; turn++) {
		if (app.lines().some((line) => line.includes(`[${tab}]`))) {
			return;
		}

		await app.press('right');
	}

	throw new Error(`There is no tab ${tab}:\n${app.lines().join('\n')}`);
}

async function atReport(tab: string): Promise<UiApp> {
	const app = await startUiApp(usualSize);
	await walkUi(app, 'report');
	await openTab(app, tab);
	return app;
}

/** The body of the screen, under its title. */
function bodyOf(app: UiApp): string {
	return app.lines().slice(2, -2).join('\n').trimEnd();
}

test.each([
	'customers',
	'organizations',
	'memberships',
	'attention',
	'errors',
	'left source',
	'left out',
	'what next',
])('the tab %s of the report looks as it should', async (tab) => {
	const app = await atReport(tab);
	await expect(bodyOf(app)).toMatchFileSnapshot(
		`tables/${tab.replace(' ', '-')}.txt`,
	);
	app.close();
});

test('f narrows the customers down to one outcome, together with the filter, and esc shows all again', async () => {
	const app = await atReport('customers');
	const all = bodyOf(app);
	await app.press('f');
	await app.waitFor('Show only');
	await expect(bodyOf(app)).toMatchFileSnapshot('tables/facets.txt');
	await app.press('enter');
	await app.waitFor('only outcome created');
	expect(bodyOf(app)).not.toContain('linked');
	await app.press('/', 'ada', 'enter');
	await app.waitFor('ada@');
	await expect(bodyOf(app)).toMatchFileSnapshot('tables/narrowed.txt');
	await app.press('escape');
	expect(bodyOf(app)).toBe(all);
	app.close();
});

test('a customer is found by the organization he is in', async () => {
	const app = await atReport('customers');
	await app.press('f', 'end', 'enter');
	await app.waitFor('only domain');
	await app.press('f');
	await app.waitFor('Show only');
	expect(bodyOf(app)).toMatch(/organization +Dune +1/v);
	app.close();
});

test('s sorts by one column after the other, S the other way round', async () => {
	const app = await atReport('customers');
	const emails = () =>
		app
			.lines()
			.map((line) => /\b(?<name>\w+)@/v.exec(line)?.groups?.['name'])
			.filter((name) => name !== undefined);
	await app.press('s', 's');
	await app.waitFor('Email ▲');
	expect(emails()).toEqual(['ada', 'ben', 'cleo', 'dora', 'gina']);
	await app.press('S');
	await app.waitFor('Email ▼');
	expect(emails()).toEqual(['gina', 'dora', 'cleo', 'ben', 'ada']);
	await app.press('s', 's', 's');
	expect(app.lines().join('\n')).not.toMatch(/[▲▼]/v);
	app.close();
});

test('from an organization to a member, to a single call, and back to the same places', async () => {
	const app = await atReport('organizations');
	await app.press('down', 'down', 'down');
	const organizations = bodyOf(app);
	await app.press('enter');
	await app.waitFor('id there');
	const details = bodyOf(app);
	await app.press('enter');
	await app.waitFor('organizations › members of Dune');
	const members = bodyOf(app);
	await app.press('w');
	await app.waitFor('add members');
	await expect(bodyOf(app)).toMatchFileSnapshot('tables/calls.txt');
	await app.press('escape');
	expect(bodyOf(app)).toBe(members);
	await app.press('escape');
	expect(bodyOf(app)).toBe(details);
	await app.press('escape');
	expect(bodyOf(app)).toBe(organizations);
	app.close();
});

test('the call that created a customer is told with its request id', async () => {
	const app = await atReport('customers');
	await app.press('enter');
	await app.waitFor('chosen as');
	await app.press('enter');
	await app.waitFor('create customer');
	await app.press('enter');
	await app.waitFor('request id');
	await expect(bodyOf(app)).toMatchFileSnapshot('tables/call.txt');
	app.close();
});

test('a row is copied, and its page is opened on the destination', async () => {
	const services = createUiServices();
	const app = await startUiApp(usualSize, services);
	await walkUi(app, 'report');
	await openTab(app, 'customers');
	await app.press('c');
	await app.waitFor('Copied to the clipboard.');
	await app.press('o');
	await app.waitFor('Opened https://');
	expect(services.kept.at(-2)).toMatch(/^copied created\tada@/v);
	expect(services.kept.at(-1)).toMatch(
		/^opened https:\/\/[^\/]+\/jira\/people\/.+/v,
	);
	app.close();
});

test('where there is neither clipboard nor browser, the file and the address are shown', async () => {
	const services = createUiServices({
		copyText: async () => '/home/row.txt',
		openPage: async () => false,
	});
	const app = await startUiApp({columns: 120, rows: 24}, services);
	await walkUi(app, 'report');
	await openTab(app, 'customers');
	await app.press('y');
	await app.waitFor('wrote /home/row.txt');
	await app.press('o');
	await app.waitFor('No browser here: https://');
	app.close();
});

test('nothing is retried where nothing failed, and the key says so', async () => {
	const app = await atReport('errors');
	await app.press('r');
	await app.waitFor('Nothing failed in this run.');
	app.close();
});

test('two runs that came out alike are told to be', async () => {
	const runs: PastRun[] = [];
	const services = createUiServices({pastRuns: () => runs});
	let copied = '';
	const app = await startUiApp(usualSize, {
		...services,
		report: async (run, advise, signal) =>
			services.report(run === 'earlier' ? copied : run, advise, signal),
	});
	await walkUi(app, 'report');
	copied = app.session.getSnapshot().report.run ?? '';
	runs.push(pastRun(copied, 1), pastRun('earlier', 0));
	await app.press('escape', 'escape');
	await app.waitFor('Reports');
	app.session.dispatch({type: 'home-chosen', choice: 'runs'});
	await app.waitFor('The newest first');
	await app.press('/', 'no such run');
	await app.waitFor('Nothing matches the filter.');
	await app.press('escape');
	await app.waitFor('Verdict of earlier');
	await app.press('d');
	await app.waitFor(`Compare ${copied} with which run?`);
	await app.press('down', 'd');
	await app.waitFor(`Reports › earlier → ${copied}`);
	await app.waitFor('memberships     alike');
	await app.press('right');
	await app.waitFor('The customers of both runs came out alike.');
	app.close();
});

function pastRun(id: string, day: number): PastRun {
	return {
		id,
		source: 'Old',
		destination: 'New',
		startedAt: new Date(Date.UTC(2026, 10, 20 + day)),
		verdict: `Verdict of ${id}`,
		isUnfinished: false,
	};
}
