import {type Figure} from '../figure.ts';
import {operations} from '../least-calls.ts';
import {unlimited} from '../measured-copy.ts';
import {
	type Calls,
	type PracticeSites,
	callsOf,
	forgetCalls,
	withPractice,
} from '../practice.ts';
import {type Program, newHome, runProgram} from '../program.ts';

/** Lists of which a second run reads every page; anything else would be asked per thing. */
const indexes = new Set<string>(
	[
		'cloudId',
		'serverInfo',
		'myself',
		'permissions',
		'licence',
		'group',
		'fields',
		'accounts',
		'requests',
		'roles',
		'role',
		'project',
		'permissionScheme',
		'workflowScheme',
		'workflows',
		'projects',
		'projectCustomers',
		'linked',
		'organizations',
		'members',
	].map((name) => operations[name as keyof typeof operations]),
);

/** A copy, and the same again when nothing is new. Memory of the first is that of a whole copy. */
export const again: Figure = {
	name: 'again',
	title: 'A whole copy, and the second run when nothing is new',
	async measure({program, isQuick}) {
		const customers = isQuick ? 100 : 100_000;
		const options = {
			scenario: isQuick ? 'flaky' : 'large',
			customers,
			organizations: isQuick ? 20 : 1000,
			requests: 1000,
			burst: unlimited,
		};
		return withPractice(program.script, options, async (sites) => {
			const home = newHome(program);
			const first = await copy(program, sites, home);
			const second = await copy(program, sites, home);
			const others = Object.entries(second.calls).filter(
				([operation]) => !indexes.has(operation),
			);
			return [
				{
					what: `peak memory of a whole copy, ${customers} customers`,
					value: first.peak,
					unit: 'MB',
					...(!isQuick && {bar: {most: 250}}),
					isTimed: true,
					from: `${first.seconds.toFixed(0)} s, ${first.cpu.toFixed(0)} s of processor time`,
				},
				{
					what: 'second run: writes',
					value: second.writes,
					unit: 'calls',
					bar: {most: 0},
					isTimed: false,
				},
				{
					what: 'second run: calls that read no page of an index',
					value: others.reduce((sum, [, count]) => sum + count, 0),
					unit: 'calls',
					bar: {most: 0},
					isTimed: false,
					from: others.map(([name, count]) => `${name} ${count}`).join(', '),
				},
				{
					what: 'second run: peak memory',
					value: second.peak,
					unit: 'MB',
					isTimed: true,
					from: `${second.seconds.toFixed(0)} s, ${second.reads} pages`,
				},
			] as const;
		});
	},
};

async function copy(program: Program, sites: PracticeSites, home: string) {
	await forgetCalls(sites.source);
	await forgetCalls(sites.destination);
	const finished = await runProgram(program, {
		command: 'copy',
		sites,
		home,
		arguments: ['--projects', 'all', '--customers', 'all', '--yes'],
	});
	const source = await callsOf(sites.source);
	const destination = await callsOf(sites.destination);
	return {
		...finished,
		reads: source.reads + destination.reads,
		writes: source.writes + destination.writes,
		calls: addCalls(source.byOperation, destination.byOperation),
	};
}

function addCalls(one: Calls, other: Calls): Calls {
	const sum: Record<string, number> = {...one};

	for (const [name, count] of Object.entries(other)) {
		sum[name] = (sum[name] ?? 0) + count;
	}

	return sum;
}
