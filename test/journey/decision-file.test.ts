import {readdir, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {expect, test, vi} from 'vitest';
import {screenOf, startDemo, walk} from '../helpers/demo-journey.ts';
import {temporaryHome} from '../helpers/pty-program.ts';

vi.setConfig({testTimeout: 60_000});

/** Stands for an editor: it has the terminal until a line was typed there, which says what it does to the file. */
const editor = String.raw`
import {readFileSync, writeFileSync} from 'node:fs';
import {createInterface} from 'node:readline';
const [file] = process.argv.slice(2);
const cells = (row) => row.split(',');
console.log('The editor has the terminal. File: ' + file);
createInterface({input: process.stdin}).once('line', (command) => {
	const [header, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
	const edit = {
		mistakes: (row) => row.includes('Hooli') ? 'burn' : row.includes('Soylent') ? 'map' : 'skip',
		corrections: (row) => row.includes('Hooli') ? 'rename,Hooli of the North' : 'skip',
		failure: () => process.exit(3),
	}[command.trim()];
	const edited = rows.map((row) => {
		const [kind, id, name] = cells(row);
		const [decision, newName = ''] = edit(row).split(',');
		return [kind, id, name, decision, newName, ''].join(',');
	});
	writeFileSync(file, [header, ...edited, ''].join('\n'));
	process.exit();
});
`;

async function startWithEditor() {
	const home = await temporaryHome();
	const script = path.join(home, 'editor.mjs');
	await writeFile(script, editor);
	const app = await startDemo({
		home,
		env: [`VISUAL='${process.execPath}' ${script}`, 'EDITOR=false'],
	});
	await walk(app, 'conflicts');
	await app.waitFor('shared     ');
	await app.waitUntilGone('counting…');
	return {app, home};
}

/** The path of the file is the machine's, and long. */
function steady(screen: string): string {
	return screen
		.split('\n')
		.filter((row) => !/│ (?:\/|.*\.csv|.*Edit)/v.test(row))
		.join('\n')
		.replaceAll(/\d{2}:\d{2}/gv, '20:40');
}

test('decisions are written to a table, edited outside, and read back: with errors by line first, then right', async () => {
	const {app, home} = await startWithEditor();
	app.press('e');
	await app.waitFor('not there yet');
	app.press('end', 'enter');
	await app.waitFor('Write the file first.');
	app.press('home', 'enter');
	await app.waitFor('changed today');
	await app.waitFor('❯ Edit');
	expect(steady(screenOf(app))).toMatchInlineSnapshot(`
		Conflicts › Northwind → Contoso                                 0 of 6 settled
		────────────────────────────────────────────────────────────────────────────────
		    Organizations          │ All conflicts as a table
		    ? Polar Robotics GmbH  │ changed today 20:40
		    ? Soylent              │ Each row is answered in its column “decision”:
		    ? Stark Industries   ≈ │ rename (and new_name), merge, map (and
		    ? Wayne Enterprises    │ destination_id) or skip. Left empty, it stays as
		    6 still to settle      │ it is.
		                           │
		                           │   Write       it anew; edits there are lost
		                           │   Read back   and take its answers over
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

	app.press('enter');
	await app.waitFor('The editor has the terminal.');
	expect(app.isAlternate()).toBe(false);
	expect(app.isCursorVisible()).toBe(true);
	app.press('mistakes', 'enter');
	await app.waitFor('❯ Read back');
	expect(app.isAlternate()).toBe(true);
	expect(app.isCursorVisible()).toBe(false);

	app.press('enter');
	await app.waitFor('2 lines are wrong');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Northwind → Contoso                                 0 of 6 settled
		────────────────────────────────────────────────────────────────────────────────
		    Organizations          │ Nothing was taken over: 2 lines are wrong.
		  ❯ ? Acme Inc.            │
		    ? Hooli                │ line 3   the decision "burn" is none of rename,
		    ? Polar Robotics GmbH  │          merge, map, skip.
		    ? Soylent              │ line 5   map needs a destination_id.
		    ? Stark Industries   ≈ │
		    ? Wayne Enterprises    │
		    6 still to settle      │
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
		 ⏎ correct them   esc back   ? keys
	`);

	app.press('enter');
	await app.waitFor('❯ Edit');
	app.press('enter');
	await app.waitFor('The editor has the terminal.');
	app.press('corrections', 'enter');
	await app.waitFor('❯ Read back');
	app.press('enter');
	await app.waitFor('6 of 6 settled');
	expect(screenOf(app)).toMatchInlineSnapshot(`
		Conflicts › Northwind → Contoso                                 6 of 6 settled
		────────────────────────────────────────────────────────────────────────────────
		    Organizations          │ All 6 conflicts settled: 1 rename, 5 skip. Each
		    ✓ Acme Inc.       skip │ can still be decided anew.
		    ✓ Hooli         rename │
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
		── 6 answers taken over from the file. ─────────────────────────────────────────
		 ⏎ go on   u take back 6   / filter   e CSV   ↑↓ move   esc back   ? more
	`);
	app.press('u');
	await app.waitFor('0 of 6 settled');

	const folder = path.join(home, 'demo', 'decisions');
	const [file = '', ...others] = await readdir(folder);
	const {mode} = await stat(path.join(folder, file));
	expect([others, (mode % 0o1000).toString(8)]).toEqual([[], '600']);
});

test('an editor that fails leaves screen and keys as they were', async () => {
	const {app} = await startWithEditor();
	app.press('e');
	await app.waitFor('not there yet');
	app.press('down', 'enter');
	await app.waitFor('The editor has the terminal.');
	app.press('failure', 'enter');
	await app.waitFor('error (3)');
	expect(app.isAlternate()).toBe(true);
	expect(app.isCursorVisible()).toBe(false);
	app.press('enter');
	await app.waitFor('❯ Write');
	app.press('escape');
	await app.waitFor('⏎ decide');
	app.press('down');
	await app.waitFor('❯ ? Hooli');
	app.press('ctrl+c');
	expect(await app.exit()).toBe(0);
});
