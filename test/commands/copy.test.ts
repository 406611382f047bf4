import {describe, expect, test} from 'vitest';
import {recordExchanges} from '../contract/openapi/recorded.ts';
import {
	expectedMembers,
	foundMembers,
	organizationsThatGained,
} from '../helpers/expected-members.ts';
import {seeSite} from '../helpers/jira-js.ts';
import {
	type LoginPair,
	between,
	environmentFor,
	printedEvents,
	runProgram,
	startPractice,
	startPracticeAs,
} from '../helpers/program.ts';

const size = ['--customers', '500', '--organizations', '40'];

async function copy(
	sites: LoginPair,
	environment: Readonly<Record<string, string>>,
	...choices: readonly string[]
) {
	return runProgram(
		[
			'copy',
			...between(sites),
			'--projects',
			'all',
			'--customers',
			'all',
			...choices,
			'--yes',
			'--json',
		],
		{environment},
	);
}

async function writesOn({url}: LoginPair['destination']): Promise<number> {
	const answer = await fetch(`${url}/_practice/calls`);
	const {writes} = (await answer.json()) as {readonly writes: number};
	return writes;
}

async function mailsOf({url}: LoginPair['destination']): Promise<unknown> {
	const answer = await fetch(`${url}/_practice/outbox`);
	return answer.json();
}

/** How many were counted by what became of them, each as often as it was counted. */
function counted(totals: unknown): number {
	const {chosen, there, ...outcomes} = totals as Readonly<
		Record<string, number>
	>;
	return Object.values(outcomes).reduce((sum, count) => sum + count, 0);
}

describe('a copy of 500 customers and 40 organizations', () => {
	test(
		'accounts for each once, fills each organization as it should be, and copies nothing twice',
		{timeout: 60_000},
		async () => {
			const recording = recordExchanges();
			const sites = await startPracticeAs(recording, ...size);
			const environment = environmentFor(sites);
			const source = await seeSite(sites.source);
			const before = await seeSite(sites.destination);

			const first = await copy(sites, environment, '--duplicates', 'rename');
			const after = await seeSite(sites.destination);

			expect(first.stderr).toBe('');
			expect(first.exitCode).toBe(0);
			const finished = printedEvents(first).at(-1);
			expect(finished).toMatchObject({
				type: 'run-finished',
				exitCode: 0,
				customers: {chosen: 500, failed: 0},
				organizations: {chosen: 40, failed: 0},
			});
			expect(finished?.['verdict']).toMatch(
				/^All 500 chosen customers and 40 organizations are .*; 0 unexplained\.$/v,
			);
			expect(counted(finished?.['customers'])).toBe(500);
			expect(counted(finished?.['organizations'])).toBe(40);
			const seen = {source, before, after};
			expect(foundMembers(seen)).toEqual(expectedMembers(seen));
			expect(organizationsThatGained(seen)).toEqual([]);
			expect(await mailsOf(sites.destination)).toEqual([]);

			const writes = await writesOn(sites.destination);
			const second = await copy(sites, environment, '--duplicates', 'rename');

			expect(second.exitCode).toBe(0);
			expect(printedEvents(second).at(-1)).toMatchObject({
				type: 'run-finished',
				customers: {chosen: 500, created: 0, linked: 0, failed: 0},
				organizations: {chosen: 40, unchanged: 40},
				memberships: {added: 0},
				projectLinks: {added: 0},
				projectAccess: {added: 0},
			});
			expect(await writesOn(sites.destination)).toBe(writes);
			expect(await seeSite(sites.destination)).toEqual(after);
			expect(recording.expectValid()).toContain(
				'POST /rest/servicedeskapi/customer',
			);
		},
	);

	test('--duplicates stop ends before the first write', async () => {
		const sites = await startPractice(...size);
		const stopped = await copy(sites, environmentFor(sites));
		expect(stopped.exitCode).toBe(3);
		expect(stopped.stderr).toMatch(
			/^\d+ organizations collide with others and are not decided; nothing was written\.\nDecide with --decisions/v,
		);
		expect(printedEvents(stopped).at(-1)).toMatchObject({
			type: 'planned',
			organizations: {chosen: 40},
		});
		expect(await writesOn(sites.destination)).toBe(0);
	});
});
