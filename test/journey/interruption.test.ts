import {expect, test, vi} from 'vitest';
import {startDemo, walk} from '../helpers/demo-journey.ts';
import {temporaryHome} from '../helpers/pty-program.ts';

vi.setConfig({testTimeout: 60_000});

test('a copy that is stopped and quit goes on from home, and nothing is copied twice', async () => {
	const home = await temporaryHome();
	const app = await startDemo({home});
	await walk(app, 'copying');
	await app.waitFor(/Customers .* [1-9]\d* of 176/v);

	app.press('ctrl+c');
	// That it stops after what is in flight is shown too briefly to be waited for.
	await app.waitFor('Stopped ›');
	await app.waitFor('⏎ report');
	const written = writesDone(app.lines());
	expect(written).toBeLessThan(443);
	app.press('ctrl+c');
	expect(await app.exit()).toBe(130);
	expect(app.isAlternate()).toBe(false);
	const words = app.everything().join(' ');
	expect(words).toContain('Stopped');
	expect(words).toContain('To go on: jsm-ferry demo');

	const later = await startDemo({home}, '❯ Resume the stopped run');
	later.press('enter');
	await later.waitFor('Destination › Contoso');
	await later.waitFor('✓ address');
	later.press('enter');
	await later.waitFor('Copied ›');
	await later.waitFor('0 unexplained');
	expect(writesDone(later.lines())).toBe(443);
	later.press('enter');
	await later.waitFor('176 created');
});

test('the second Ctrl-C ends at once, and a resume first asks what had happened', async () => {
	const home = await temporaryHome();
	const app = await startDemo({home});
	await walk(app, 'copying');
	await app.waitFor(/Customers .* [1-9]\d* of 176/v);
	app.press('ctrl+c', 'ctrl+c');
	expect(await app.exit()).toBe(130);
	expect(app.everything().at(0)).toBe('Ended at once, with calls in flight.');

	const later = await startDemo({home}, '❯ Resume the stopped run');
	expect(later.lines().join('\n')).toContain('Broken off in the middle');
	later.press('enter');
	await later.waitFor('✓ address');
	later.press('enter');
	await later.waitFor('Copied ›');
	await later.waitFor('0 unexplained');
	expect(later.lines().join('\n')).toContain('had been cut off');
});

test('leaving during a copy is asked first, and the copy goes on meanwhile', async () => {
	const app = await startDemo();
	await walk(app, 'copying');
	await app.waitFor(/Organizations .* of/v);
	app.press('escape');
	await app.waitFor('❯ Back to the copy under way');
	app.press('q');
	await app.waitFor('❯ Stay');
	app.press('enter');
	await app.waitFor('Back to the copy under way');
	app.press('home', 'enter');
	await app.waitFor(/Customers .* [1-9]\d* of 176/v);
	app.press('escape');
	await app.waitFor('❯ Back to the copy under way');
	app.press('q');
	await app.waitFor('❯ Stay');
	app.press('down', 'enter');
	expect(await app.exit()).toBe(130);
	expect(app.everything().join(' ')).toContain('To go on: jsm-ferry demo');
});

test('a terminal that changes its size during a copy shows one whole frame, and no ghosts', async () => {
	const app = await startDemo();
	await walk(app, 'copying');
	const sizes = [
		[120, 40],
		[64, 20],
		[40, 12],
		[100, 14],
		[80, 24],
	] as const;
	await app.waitFor(/Customers .* [1-9]\d* of 176/v);

	for (const [columns, rows] of sizes) {
		app.resize(columns, rows);
		const rule = '─'.repeat(columns);
		// A frame may be looked at while it is being drawn; a ghost would stay.
		await app.waitUntil(
			() =>
				app.lines()[1] === rule &&
				app.lines()[rows - 2] === rule &&
				app.lines().filter((line) => line.includes('─')).length === 2,
			`a frame of ${columns} columns and ${rows} rows, without ghosts`,
		);
		const lines = app.lines();
		expect(lines).toHaveLength(rows);
		expect(lines.filter((line) => line.includes('Customers'))).toHaveLength(1);
		expect(
			lines.filter((line) => /Copying|Checking|Copied/v.test(line)),
		).toHaveLength(1);
		expect(lines.at(-1)).toMatch(/\? (?:keys|more)/v);
	}

	await app.waitFor('Copied ›');
});

/** The sum of what all phases have done. */
function writesDone(lines: readonly string[]): number {
	return lines
		.filter((line) => line.includes(' of '))
		.map((line) => line.split(/\s+/v))
		.map((words) => Number(words[words.indexOf('of') - 1]))
		.reduce((sum, done) => sum + done, 0);
}
