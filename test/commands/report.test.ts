import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {parse} from 'csv-parse/sync';
import {beforeAll, describe, expect, test} from 'vitest';
import {withPractice} from '../helpers/practice-client.ts';
import {
	between,
	environmentFor,
	printedEvents,
	runProgram,
} from '../helpers/program.ts';
import {modeOf, temporaryHome} from '../store/temporary-home.ts';

let copied: {
	readonly environment: Readonly<Record<string, string>>;
	readonly run: string;
	readonly verdict: string;
};

beforeAll(async () => {
	const home = fs.mkdtempSync(path.join(os.tmpdir(), 'jsm-ferry-'));
	await withPractice({customers: 80}, async (sites) => {
		const environment = environmentFor(sites, home);
		const ended = await runProgram(
			[
				'copy',
				...between(sites),
				'--projects',
				'all',
				'--customers',
				'all',
				'--duplicates',
				'rename',
				'--yes',
				'--json',
			],
			{environment},
		);
		const {run, verdict} = printedEvents(ended).at(-1) as unknown as {
			readonly run: string;
			readonly verdict: string;
		};
		copied = {environment, run, verdict};
	});
	return () => {
		fs.rmSync(home, {recursive: true, force: true});
	};
});

async function report(...args: readonly string[]) {
	const {environment} = copied;
	return runProgram(['report', ...args], {environment});
}

/** The rows of a CSV file, its header first. */
function rowsOf(folder: string, name: string): readonly string[][] {
	const text = fs.readFileSync(path.join(folder, name), 'utf8');
	return parse(text);
}

describe('a report', () => {
	test('as text has the verdict, the numbers and who needs attention', async () => {
		const {exitCode, stdout, stderr} = await report();
		expect([exitCode, stderr]).toEqual([0, '']);
		const lines = stdout.split('\n');
		expect(lines[0]).toBe(`Report of run ${copied.run}: Northwind → Contoso`);
		expect(lines[1]).toBe(copied.verdict);
		expect(stdout).toMatch(/^ {2}Customers +80 chosen, /mv);
		expect(stdout).toMatch(
			/^ {2}jared@piedpiper\.example: Atlassian account on Northwind, portal-only on Contoso; both accounts remain\.\n {4}→ Upgrade/mv,
		);
	});

	test('as JSON is one document with every row', async () => {
		const {exitCode, stdout} = await report(copied.run, '--format', 'json');
		const {summary, customers, organizations} = JSON.parse(stdout) as {
			readonly summary: {readonly run: string};
			readonly customers: readonly unknown[];
			readonly organizations: readonly unknown[];
		};
		expect(exitCode).toBe(0);
		expect(summary.run).toBe(copied.run);
		expect(customers).toHaveLength(80);
		expect(organizations).toHaveLength(14);
	});

	test('as CSV is files with the columns of the contract before all others, private to the user', async () => {
		const folder = path.join(temporaryHome(), 'new', 'folder');
		const {exitCode, stdout, stderr} = await report(
			'--format',
			'csv',
			'--out',
			folder,
		);
		expect([exitCode, stdout]).toEqual([0, '']);
		const names = [
			'customers.csv',
			'organizations.csv',
			'memberships.csv',
			'project-access.csv',
			'RequiresAttention.csv',
			'left-out.csv',
			'deleted-content.csv',
			'left-source.csv',
		];
		expect(stderr).toBe(
			names.map((name) => `Written: ${path.join(folder, name)}\n`).join(''),
		);
		expect(fs.readdirSync(folder).toSorted()).toEqual(names.toSorted());
		expect(modeOf(folder)).toBe('700');
		expect(names.map((name) => modeOf(path.join(folder, name)))).toEqual(
			names.map(() => '600'),
		);
		const [columns, ...attention] = rowsOf(folder, 'RequiresAttention.csv');
		expect(columns?.slice(0, 6)).toEqual([
			'email',
			'name',
			'source account type',
			'destination account type',
			'problem',
			'next step',
		]);
		expect(attention.length).toBeGreaterThan(0);
		expect(attention.every((row) => row[4] !== '' && row[5] !== '')).toBe(true);
		expect(rowsOf(folder, 'customers.csv')).toHaveLength(81);
		expect(rowsOf(folder, 'organizations.csv')).toHaveLength(15);
	});

	test('as Markdown and HTML is one page that says the same', async () => {
		const markdown = await report('--format', 'md');
		expect(markdown.stdout).toContain(
			`# Northwind → Contoso, run ${copied.run}`,
		);
		expect(markdown.stdout).toContain('| Customers | 80 chosen,');
		const html = await report('--format', 'html');
		expect(html.stdout).toMatch(/^<!doctype html>/v);
		expect(html.stdout).toContain('<td>Customers</td><td>80 chosen,');
		expect(html.stdout).not.toMatch(/<script|https?:\/\//v);
	});

	test('of a run that never was is refused', async () => {
		const {exitCode, stdout, stderr} = await report('2001-01-01-a1');
		expect([exitCode, stdout, stderr]).toEqual([
			2,
			'',
			'There is no run "2001-01-01-a1".\nSee jsm-ferry runs.\n',
		]);
	});

	test('into a place that is no folder is refused', async () => {
		const {exitCode, stderr} = await report('--out', '/dev/null/x');
		expect([exitCode, stderr]).toEqual([
			2,
			'The report can’t be written to /dev/null/x (ENOTDIR).\nName another folder with --out.\n',
		]);
	});
});

test('runs lists what was run', async () => {
	const {environment, run, verdict} = copied;
	const listed = await runProgram(['runs', '--json'], {environment});
	expect(printedEvents(listed)).toMatchObject([
		{type: 'run-listed', id: run, verdict},
	]);
	const text = await runProgram(['runs'], {environment});
	expect(text.stdout).toMatch(
		new RegExp(`^${run}  .* Northwind → Contoso\n    All 80 chosen`, 'v'),
	);
});
