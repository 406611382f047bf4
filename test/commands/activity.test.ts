import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {
	between,
	environmentFor,
	printedEvents,
	runProgram,
	startPractice,
} from '../helpers/program.ts';
import {temporaryHome} from '../store/temporary-home.ts';

const size = [
	'--scenario',
	'large',
	'--customers',
	'60',
	'--organizations',
	'4',
	'--requests',
	'100',
	'--burst',
	'100000',
];

test('copy --activity link links requests that are there, and the report says which', async () => {
	const sites = await startPractice(...size);
	const environment = environmentFor(sites);
	const choices = ['--projects', 'all', '--duplicates', 'merge'];
	const link = ['--activity', 'link', '--proposed', 'link'];
	const placeholder = ['--placeholder', 'imported@contoso.example'];
	const wrong = await runProgram(
		['plan', ...between(sites), ...choices, ...link, '--placeholder', 'nobody'],
		{environment},
	);
	expect(wrong.exitCode).toBe(2);
	expect(wrong.stderr).toContain('has no account "nobody"');
	const plan = await runProgram(
		['plan', ...between(sites), ...choices, ...link, ...placeholder],
		{environment},
	);
	expect(plan.stdout).toMatch(/\d requests to edit: \d/v);
	expect(plan.stdout).toContain('Field Approvers → Genehmiger');
	const copied = await runProgram(
		[
			'copy',
			...between(sites),
			...choices,
			...link,
			...placeholder,
			'--yes',
			'--json',
		],
		{environment},
	);
	expect(copied.exitCode, copied.stderr).toBe(0);
	const events = printedEvents(copied);
	const planned = events.find(({type}) => type === 'planned');
	const finished = events.at(-1);
	const {requests} = planned?.['activity'] as {readonly requests: number};
	expect(requests).toBeGreaterThan(20);
	expect(finished?.['activity']).toMatchObject({
		planned: requests,
		linked: requests,
		failed: 0,
	});
	const folder = temporaryHome();
	const report = await runProgram(
		['report', '--format', 'csv', '--out', folder],
		{environment},
	);
	expect(report.exitCode, report.stderr).toBe(0);
	const rows = readFileSync(path.join(folder, 'activity.csv'), 'utf8');
	expect(rows).toContain(',linked,');
	const outbox = await fetch(`${sites.destination.url}/_practice/outbox`);
	expect(await outbox.json()).toEqual([]);
});
