import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test, vi} from 'vitest';
import {loadPlan} from '../../source/commands/plan-file.ts';
import {type Desk, atDesk, environmentOf} from '../helpers/command-desk.ts';
import {modeOf} from '../store/temporary-home.ts';

// Each test copies between two servers.
vi.setConfig({testTimeout: 60_000});

const firstSteps = {scenario: 'first-steps'};
const choices = ['--projects', 'all', '--duplicates', 'rename'];

/** Plans and saves the plan. Returns the file. */
async function savePlan({run, sites, home}: Desk): Promise<string> {
	const file = path.join(home, 'plan.json');
	const args = ['plan', ...sites, ...choices, '--out', file];
	const {exitCode} = await run(args);
	expect(exitCode).toBe(0);
	return file;
}

test('R14: a saved plan is copied, without saying anything again', async () => {
	await atDesk(firstSteps, async (desk) => {
		const file = await savePlan(desk);
		const {exitCode, out} = await desk.run(['copy', '--plan', file, '--yes']);
		expect(out).toContain('7 chosen customers and 3 organizations are on');
		expect(exitCode).toBe(0);
	});
});

test('R14: a plan is private, and nothing else is left beside it', async () => {
	await atDesk(firstSteps, async (desk) => {
		const file = await savePlan(desk);
		await savePlan(desk);
		expect(modeOf(file)).toBe('600');
		const files = readdirSync(path.dirname(file));
		expect(files.filter((name) => name.startsWith('plan'))).toEqual([
			'plan.json',
		]);
	});
});

test('R14: without a change, the same plan is saved again byte for byte', async () => {
	await atDesk(firstSteps, async (desk) => {
		const first = readFileSync(await savePlan(desk), 'utf8');
		expect(readFileSync(await savePlan(desk), 'utf8')).toBe(first);
	});
});

test('R14: a plan that is out of date is refused with the rows that changed', async () => {
	await atDesk(firstSteps, async (desk) => {
		const {run, source, destination} = desk;
		const file = await savePlan(desk);
		destination.someoneElse.createCustomer('bill@initech.example', 'Bill');
		const [globex] = source.world.organizations.named('Globex', 'exact');
		source.someoneElse.removeMembers(
			globex!.facts.id,
			globex!.members.accountIds(),
		);
		destination.resetCalls();

		const text = await run(['copy', '--plan', file, '--yes']);
		expect(text.exitCode).toBe(3);
		expect(text.out).toMatch(
			/! customer bill@initech\.example: fate create → link/v,
		);
		expect(text.out).toMatch(/! organization Globex: fate link → create/v);
		expect(text.err).toContain('out of date');
		expect(text.err).toContain('Nothing was written');

		const json = await run(['copy', '--plan', file, '--yes', '--json']);
		expect(json.exitCode).toBe(3);
		expect(json.events.at(-1)).toMatchObject({
			type: 'plan-refused',
			changes: expect.arrayContaining([
				expect.objectContaining({
					sign: '!',
					what: 'customer',
					subject: 'bill@initech.example',
				}),
			]) as unknown,
		});
		expect(destination.calls().writes).toBe(0);
	});
});

test('R14: a plan of a project that is gone is out of date', async () => {
	await atDesk(firstSteps, async (desk) => {
		const file = await savePlan(desk);
		const plan = readFileSync(file, 'utf8');
		writeFileSync(file, plan.replaceAll('"key":"IT"', '"key":"GONE"'));
		const {exitCode, err} = await desk.run(['copy', '--plan', file, '--yes']);
		expect(exitCode).toBe(3);
		expect(err).toContain('no service project GONE');
	});
});

test('R14: a plan with open conflicts is saved, but not carried out', async () => {
	await atDesk(firstSteps, async ({run, sites, home}) => {
		const file = path.join(home, 'open.json');
		const planned = await run([
			'plan',
			...sites,
			'--projects',
			'IT',
			'--out',
			file,
		]);
		expect(planned.exitCode).toBe(3);
		const {exitCode, err} = await run(['copy', '--plan', file, '--yes']);
		expect(exitCode).toBe(3);
		expect(err).toContain('not decided');
	});
});

test('R14: choices beside a plan are refused', async () => {
	await atDesk(firstSteps, async ({run, home}) => {
		const file = path.join(home, 'plan.json');

		for (const choice of [
			['--projects', 'IT'],
			['--duplicates', 'skip'],
			['--limit', '5'],
			['--map', 'A=B'],
		]) {
			const {exitCode, err} = await run(['copy', '--plan', file, ...choice]);
			expect(exitCode).toBe(2);
			expect(err).toContain('--plan');
			expect(err).toContain(choice[0]);
		}
	});
});

test('R14: a plan is for its own sites only', async () => {
	await atDesk(firstSteps, async (desk) => {
		const file = await savePlan(desk);
		const {source, destination} = desk;
		const turned = await desk.run(
			['copy', '--plan', file, '--yes', '--to', source.url],
			{environment: environmentOf(desk.home, {source, destination: source})},
		);
		expect(turned.exitCode).toBe(2);
		expect(turned.err).toContain('another site');

		const named = ['--from', source.url, '--to', destination.url];
		const same = await desk.run(['copy', '--plan', file, '--yes', ...named]);
		expect(same.exitCode).toBe(0);
	});
});

test('R14: a plan from elsewhere gets no login for a site that is new here', async () => {
	await atDesk(firstSteps, async (desk) => {
		const file = await savePlan(desk);
		const foreign = path.join(desk.home, 'foreign.json');
		const text = readFileSync(file, 'utf8');
		const {source, destination} = desk;
		writeFileSync(
			foreign,
			text.replaceAll(destination.url, 'https://thief.example'),
		);
		source.resetCalls();
		const {exitCode, err} = await desk.run(['copy', '--plan', foreign]);
		expect(exitCode).toBe(2);
		expect(err).toBe(
			'The plan is for https://thief.example, a site that was not used here before.\nIf it is yours, say so with --to https://thief.example; the login is sent there.\n',
		);
		expect(source.calls().reads).toBe(0);
	});
});

const envelope = '"format":"jsm-ferry-plan"';

test.for([
	['not there', undefined, 'can’t be read'],
	['empty', '', 'is no plan'],
	['no JSON', '\u{1B}[2J{', 'is no plan'],
	['a list', '[]', 'is no plan'],
	['null', 'null', 'is no plan'],
	['foreign', '{"version":1}', 'is no plan'],
	['deep', '['.repeat(100_000), 'is no plan'],
	['newer', `{${envelope},"version":2}`, 'newer jsm-ferry (version 2'],
	['empty of content', `{${envelope},"version":1}`, 'is damaged at'],
	['of no version', `{${envelope},"version":"1"}`, 'is damaged at version'],
	['hostile', `{${envelope},"version":1,"__proto__":{}}`, 'is damaged at'],
] as const)(
	'R14: a file that is %s is refused in one sentence',
	async ([, text, words]) => {
		await atDesk(firstSteps, async ({run, home, source}) => {
			const file = path.join(home, 'plan.json');

			if (text !== undefined) {
				writeFileSync(file, text);
			}

			const {exitCode, err} = await run(['copy', '--plan', file, '--yes']);
			expect(exitCode).toBe(2);
			expect(err).toContain(words);
			expect(err.trim().split('\n')).toHaveLength(2);
			expect(source.calls().reads).toBe(0);
		});
	},
);

test('R14: any part of a plan that is of the wrong kind is named', async () => {
	await atDesk(firstSteps, async (desk) => {
		const file = await savePlan(desk);
		const plan = readFileSync(file, 'utf8');
		writeFileSync(file, plan.replace('"fate":"create"', '"fate":"destroy"'));
		const {exitCode, err} = await desk.run(['copy', '--plan', file, '--yes']);
		expect(exitCode).toBe(2);
		expect(err).toMatch(/is damaged at customers\.\d+\.fate/v);
	});
});

test('a plan that can’t be written says so', async () => {
	await atDesk(firstSteps, async ({run, sites, home}) => {
		const {exitCode, err} = await run([
			'plan',
			...sites,
			...choices,
			'--out',
			home,
		]);
		expect(exitCode).toBe(2);
		expect(err).toContain('can’t be written');
	});
});

test('R14: a saved plan has a line for each request, which tells whom its fields name now', async () => {
	const world = {scenario: 'large', customers: 40, organizations: 4};
	await atDesk({...world, requests: 120}, async ({run, sites, home}) => {
		const file = path.join(home, 'plan.json');
		const linking = ['--activity', 'link', '--out', file];
		const {exitCode} = await run(['plan', ...sites, ...choices, ...linking]);
		expect(exitCode).toBe(0);
		const text = readFileSync(file, 'utf8');
		const lines = new Set(text.split(/,?\n/v));
		const {activity} = loadPlan(file);
		const {requests, left, proposed, there} = activity!;
		expect(proposed.length).toBeGreaterThan(0);

		const rows = [...requests, ...left, ...proposed];
		expect(rows.filter((row) => !lines.has(JSON.stringify(row)))).toEqual([]);
		const known = new Set(there?.map(({id}) => id));
		const named = [...requests.flatMap(({edits}) => edits), ...left].flatMap(
			({before = [], former = []}) =>
				before.filter((id) => !former.includes(id)),
		);
		expect(named).not.toEqual([]);
		expect(named.filter((id) => !known.has(id))).toEqual([]);
	});
});
