import {expect, onTestFinished, test} from 'vitest';
import {type AppServices} from '../../source/ui/services.ts';
import {
	type SiteListener,
	refuseWrite,
	siteError,
} from '../helpers/memory-site-faults.ts';
import {type UiApp, startUiApp, usualSize} from '../helpers/ui-app.ts';
import {walkUi} from '../helpers/ui-journey.ts';
import {createUiServices} from '../helpers/ui-services.ts';
import {createUiWorld} from '../helpers/ui-world.ts';

/** A copy that is paused before its first write, with these faults ahead. */
async function startPaused(...faults: readonly SiteListener[]): Promise<UiApp> {
	const world = createUiWorld();
	const services = createUiServices({}, world);
	const copy: AppServices['copy'] = (plan, signal) => {
		world.destination.pace().pause();

		for (const fault of faults) {
			world.destination.onCall(fault);
		}

		return services.copy(plan, signal);
	};

	const app = await startUiApp(usualSize, {...services, copy});
	onTestFinished(() => {
		app.close();
	});
	await walkUi(app, 'confirm');
	await app.press('New', 'enter');
	await app.waitFor('Copying ›');
	await app.press('p');
	await app.waitFor('paused: nothing is sent; reading goes on');
	return app;
}

const refusal = siteError('refused', {
	detail: 'No such customer.',
	status: 400,
	requestId: 'trace-7',
});

test('a copy is paused, slowed down, sped up and resumed', async () => {
	const app = await startPaused();
	expect(app.lines().at(-1)).toContain('p resume   - slower   (+ faster)');
	await app.press('-', '-');
	await app.waitFor('reading goes on; then at 50 %');
	await app.press('-', '-');
	await app.waitFor('then at 10 %');
	await app.press('-');
	await app.waitFor('── This is the slowest; p pauses. ─');
	await app.press('+');
	await app.waitFor('then at 25 %');
	await app.press('p');
	await app.waitFor('Copied ›');
	expect(app.lines().join('\n')).not.toContain('paused');
});

test('a copy that is stopped while it is paused stops at once', async () => {
	const app = await startPaused();
	await app.press('ctrl+c');
	await app.waitFor('Stopped ›');
	expect(app.session.getSnapshot().copy.stage).toMatchObject({
		summary: {ending: 'stopped', exitCode: 130},
	});
});

test('an error is chosen with the arrows and opened, with everything known about it', async () => {
	const app = await startPaused(
		refuseWrite(1, refusal),
		refuseWrite(2, siteError('forbidden', {status: 403})),
	);
	await app.press('p');
	await app.waitFor('Copied ›');
	expect(app.lines().at(-1)).toBe(
		' ⏎ report   r try failed again   ↑↓ errors   esc home   ? keys',
	);
	await app.press('home');
	await app.waitFor('❯ ✗');
	await app.press('enter');
	await app.waitFor('request id');
	const facts = app.lines().slice(2, 10);
	// Times are those of the computer's time zone.
	expect(facts.filter((row) => !row.includes(' when '))).toMatchInlineSnapshot(`
		[
		  "  what            Dune",
		  "  tried           create the organization",
		  "  problem         The destination refused it.",
		  "  the site said   No such customer.",
		  "  status          400",
		  "  request id      trace-7",
		  "  next step       See what the site said.",
		]
	`);
	await app.press('escape');
	await app.waitFor('❯ ✗');
	await app.press('escape', 'enter');
	await app.waitFor('Report ›');
});

test('what failed is tried again once the copy has ended', async () => {
	const app = await startPaused(refuseWrite(1, refusal));
	await app.press('p');
	await app.waitFor('Copied ›');
	expect(app.session.getSnapshot().copy.stage).toMatchObject({
		summary: {exitCode: 4},
	});
	await app.press('r');
	await app.waitFor('no errors');
	await app.waitFor('Copied ›');
	expect(app.session.getSnapshot().copy.stage).toMatchObject({
		summary: {exitCode: 0, unexplained: 0},
	});
});

test('a retry that is asked for during the copy begins by itself at its end', async () => {
	const app = await startPaused(refuseWrite(1, refusal));
	app.session.dispatch({type: 'retry-asked', isWanted: true});
	await app.waitFor('What failed is tried again as soon as the rest is done.');
	await app.press('p');
	await app.waitFor('Copied ›');
	await app.waitFor('no errors');
	const {copy} = app.session.getSnapshot();
	expect(copy.stage).toMatchObject({summary: {exitCode: 0}});
	expect(copy.attempt).toBe(2);
});
