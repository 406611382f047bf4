import {type Figure} from '../figure.ts';
import {operations} from '../least-calls.ts';
import {unlimited} from '../measured-copy.ts';
import {callsOf, withPractice} from '../practice.ts';
import {type Program, newHome, runProgram} from '../program.ts';

/** Requests a page, as Jira gives them where comments are read too. */
const requestsPerPage = 100;

/** Finding out who is related to projects: the part that grows with requests. */
export const related: Figure = {
	name: 'related',
	title: 'Finding related customers in requests and their comments',
	async measure({program, isQuick}) {
		const [few, many, most] = isQuick
			? [100, 1000, 3000]
			: [10_000, 100_000, 300_000];
		const small = await scan(program, few);
		const large = await scan(program, many);
		const largest = await scan(program, most);
		return [
			{
				what: `calls that read requests / least possible, ${many} requests`,
				value: large.calls / large.least,
				unit: '×',
				bar: {most: 1.02},
				isTimed: false,
				from: `${large.calls} / ${large.least}`,
			},
			{
				what: `peak memory, ${many} requests / ${few}`,
				value: large.peak / small.peak,
				unit: '×',
				...(!isQuick && {bar: {most: 1.1}}),
				isTimed: true,
				from: `${large.peak.toFixed(0)} MB / ${small.peak.toFixed(0)} MB; ${large.seconds.toFixed(0)} s`,
			},
			// What is compiled in the first seconds takes memory too. Where that is all, it ends there.
			{
				what: `peak memory, ${most} requests / ${many}`,
				value: largest.peak / large.peak,
				unit: '×',
				isTimed: true,
				from: `${largest.peak.toFixed(0)} MB / ${large.peak.toFixed(0)} MB; ${largest.seconds.toFixed(0)} s`,
			},
		];
	},
};

async function scan(program: Program, requests: number) {
	const projects = 3;
	return withPractice(
		program.script,
		{
			scenario: 'flaky',
			customers: 1000,
			organizations: 20,
			requests,
			burst: unlimited,
		},
		async (sites) => {
			const finished = await runProgram(program, {
				command: 'plan',
				sites,
				home: newHome(program),
				arguments: ['--projects', 'all', '--customers', 'related'],
			});
			const {byOperation} = await callsOf(sites.source);
			return {
				...finished,
				calls: readingOf(byOperation),
				// The last page of each project may be a short one.
				least: Math.ceil(requests / requestsPerPage) + projects - 1,
			};
		},
	);
}

/** Calls that read requests or what is in them. */
function readingOf(calls: Readonly<Record<string, number>>): number {
	return Object.entries(calls)
		.filter(
			([name]) => name === operations.requests || name.includes('/api/3/issue'),
		)
		.reduce((sum, [, count]) => sum + count, 0);
}
