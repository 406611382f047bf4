import {expect, onTestFinished, test} from 'vitest';
import {type AppServices} from '../../source/ui/services.ts';
import {type UiApp, startUiApp, usualSize} from '../helpers/ui-app.ts';
import {walkUi} from '../helpers/ui-journey.ts';
import {createUiServices} from '../helpers/ui-services.ts';

async function start(overrides: Partial<AppServices>): Promise<UiApp> {
	const app = await startUiApp(usualSize, createUiServices(overrides));
	onTestFinished(() => {
		app.close();
	});
	return app;
}

test('a site that refuses says why, and the login can be changed', async () => {
	const app = await start({
		async connect() {
			throw new Error('Old refused the login.');
		},
	});
	await walkUi(app, 'source');
	await app.press('enter');
	await app.waitFor('✗ Old refused the login.');
	expect(app.lines()[3]).toBe('    Try again.');
	await app.press('enter');
	await app.waitFor('The site: acme');
	expect(app.lines()[2]).toBe('  address   › https://old.example');
	await app.press('escape');
	await app.waitFor('Copy from which site?');
});

test('a scan that breaks off is tried again', async () => {
	let tries = 0;
	const services = createUiServices();
	const app = await start({
		...services,
		async *prepare(request, signal) {
			tries += 1;

			if (tries === 1) {
				throw new Error('Old gives no answer.');
			}

			return yield* services.prepare(request, signal);
		},
	});
	await walkUi(app, 'scope');
	await app.press('enter');
	await app.waitFor('✗ Old gives no answer.');
	expect(app.lines().at(-1)).toBe(' r try again   esc back   ? keys');
	await app.press('r');
	await app.waitFor('see the plan');
});

test('why a key did nothing is told only as long as it is true', async () => {
	const {promise: mayRead, resolve: read} = Promise.withResolvers<undefined>();
	const services = createUiServices();
	const app = await start({
		...services,
		async *prepare(request, signal) {
			await mayRead;
			return yield* services.prepare(request, signal);
		},
	});
	await walkUi(app, 'scope');
	await app.press('enter');
	await app.waitFor('Reading both sites');
	await app.press('enter');
	await app.waitFor('── Both sites are still being read. ─');
	read(undefined);
	await app.waitFor('see the plan');
	expect(app.lines().join('\n')).not.toContain('still being read');
	app.close();
});

test('a copy that could not begin is tried again, and what failed is said at the end', async () => {
	const app = await start({
		// eslint-disable-next-line require-yield
		async *copy() {
			throw new Error('Another run of this pair is under way.');
		},
	});
	await walkUi(app, 'confirm');
	await app.press('New', 'enter');
	await app.waitFor('✗ Another run of this pair is under way.');
	expect(app.lines()[0]).toBe(' Broken off › Old → New');
	expect(app.lines().at(-1)).toBe(' r try again   esc home   ? keys');
	await app.press('ctrl+c');
	expect(app.session.getSnapshot().ending).toEqual({
		exitCode: 6,
		lastWords: ['Another run of this pair is under way.', 'Try again.'],
	});
});

test('a decision that can’t be kept is said at once', async () => {
	const app = await start({
		decide() {
			throw new Error('The ledger can’t be written.');
		},
	});
	await walkUi(app, 'conflicts');
	await app.press('a', 'end', 'enter');
	await app.waitFor('── The ledger can’t be written. ─');
});

test('members of an organization that can’t be read leave the search open', async () => {
	const app = await start({
		async details() {
			throw new Error('New gives no answer.');
		},
	});
	await walkUi(app, 'conflicts');
	await app.press('enter', 'down', 'down', 'enter');
	await app.waitFor('search ›');
	await app.press('faci', 'enter');
	await app.waitFor('✗ New gives no answer.');
	expect(app.lines().join('\n')).toContain('search › faci');
});

test('a report that can’t be written says so, and the report is still there', async () => {
	const app = await start({
		async exportReport() {
			throw new Error('The disk is full.');
		},
	});
	await walkUi(app, 'report');
	await app.press('x', 'enter');
	await app.waitFor('✗ The disk is full.');
	await app.press('enter');
	await app.waitFor('[summary]');
});

test('a report is written, and its place is among the last words', async () => {
	const app = await start({});
	await walkUi(app, 'report');
	await app.press('x', 'down', 'enter');
	await app.waitFor('✓ Written to');
	await app.press('enter', 'q');
	expect(app.session.getSnapshot().ending?.lastWords.at(-1)).toMatch(
		/^Report: \/reports\/.*\.html$/v,
	);
});

test('home says what was set aside, and knows unfinished runs', async () => {
	const app = await start({
		notices: () => ['The settings could not be read; they begin empty.'],
		pastRuns: () => [
			{
				id: '2026-11-22-a7',
				source: 'Old',
				destination: 'New',
				startedAt: new Date('2026-11-22T16:40:00Z'),
				isUnfinished: true,
			},
		],
	});
	expect(app.lines()[2]).toBe(
		'  ! The settings could not be read; they begin empty.',
	);
	expect(app.lines()[4]).toBe(
		'             Broken off in the middle: a resume first asks what had happened.',
	);
	expect(app.lines()[6]).toBe('  ❯ Resume the stopped run   run 2026-11-22-a7');
});
