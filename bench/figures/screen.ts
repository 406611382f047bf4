import {execFileSync} from 'node:child_process';
import process from 'node:process';
import {type Figure} from '../figure.ts';
import {type PracticeSites, withPractice} from '../practice.ts';
import {type Program, environmentFor, newHome, runProgram} from '../program.ts';
import {median} from '../stopwatch.ts';
import {Terminal} from '../terminal.ts';
import {watch} from '../watch.ts';

/** Writes a second that the sites take, for each operation. */
const burst = 500;

/** What the screen costs: the same copy with it and without. */
export const screen: Figure = {
	name: 'screen',
	title: 'The price of the screen: the same copy with it and without',
	async measure({program, isQuick}) {
		const customers = isQuick ? 60 : 10_000;
		const rounds = isQuick ? 1 : 3;
		const found = {with: [] as Copy[], without: [] as Copy[]};

		for (let round = 0; round < rounds; round++) {
			found.without.push(await onNewSites(program, customers, copyInText));
			found.with.push(await onNewSites(program, customers, copyOnScreen));
		}

		const of = (way: keyof typeof found, what: keyof Copy) =>
			median(found[way].map((copy) => copy[what]));
		const ratio = (what: keyof Copy) => of('with', what) / of('without', what);
		const numbers = (what: keyof Copy) =>
			`${of('with', what).toFixed(1)} s / ${of('without', what).toFixed(1)} s`;
		return [
			{
				what: `time with the screen / without, ${burst} writes a second, ${customers} customers`,
				value: ratio('seconds'),
				unit: '×',
				bar: {most: 1.1},
				isTimed: true,
				from: `${numbers('seconds')}; ${of('with', 'writesPerSecond').toFixed(0)} and ${of('without', 'writesPerSecond').toFixed(0)} writes a second`,
			},
			{
				what: 'processor time with the screen / without',
				value: ratio('cpu'),
				unit: '×',
				isTimed: true,
				from: numbers('cpu'),
			},
			{
				what: 'most redraws in a second while it copies',
				value: Math.max(...found.with.map(({redraws}) => redraws)),
				unit: 'times',
				bar: {most: 15},
				isTimed: true,
			},
			{
				what: 'clearings of the whole screen while it copies',
				value: Math.max(...found.with.map(({clearings}) => clearings)),
				unit: 'times',
				bar: {most: 0},
				isTimed: false,
			},
		];
	},
};

type Copy = {
	/** From the beginning of the run to its end, as the ledger has it. */
	readonly seconds: number;
	readonly cpu: number;
	readonly writesPerSecond: number;
	/** Zero without a screen. */
	readonly redraws: number;
	readonly clearings: number;
};

type Way = (
	program: Program,
	sites: PracticeSites,
	home: string,
) => Promise<Pick<Copy, 'cpu'> & Partial<Pick<Copy, 'redraws' | 'clearings'>>>;

/** Without organizations nothing has to be decided, so the way through the screens is short. */
async function onNewSites(
	program: Program,
	customers: number,
	copy: Way,
): Promise<Copy> {
	const options = {
		scenario: 'flaky',
		customers,
		organizations: 0,
		requests: 0,
		burst,
	};
	return withPractice(program.script, options, async (sites) => {
		const home = newHome(program);
		const {cpu, redraws = 0, clearings = 0} = await copy(program, sites, home);
		const run = lastRun(program, sites, home);
		const seconds =
			(Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000;
		const writesPerSecond = run.steps / seconds;
		return {seconds, cpu, writesPerSecond, redraws, clearings};
	});
}

const copyInText: Way = async (program, sites, home) =>
	runProgram(program, {
		command: 'copy',
		sites,
		home,
		arguments: ['--projects', 'all', '--customers', 'all', '--yes'],
	});

/** From home to the verdict, as an admin goes. */
const copyOnScreen: Way = async ({script}, sites, home) => {
	const terminal = new Terminal([script], environmentFor(sites, home));
	const usage = watch(terminal.pid, () => terminal.isOver);

	try {
		for (const [text, keys] of journey(sites)) {
			await terminal.waitFor(text);
			terminal.press(keys);
		}

		await terminal.waitFor('Copying ›');
		terminal.forgetFrames();
		await terminal.waitFor('0 unexplained');
	} finally {
		terminal.kill();
	}

	const {mostInSecond, clears} = terminal.countFrames();
	return {...(await usage), redraws: mostInSecond, clearings: clears};
};

/** What the screen shows, and the keys that are pressed then. */
function journey({
	source,
	destination,
}: PracticeSites): ReadonlyArray<readonly [string, string]> {
	const enter = '\r';
	const down = '\u{1B}[B';
	return [
		['New copy', enter],
		['Source', source.url],
		[source.url, enter],
		['Atlassian account there', source.email],
		[source.email, enter],
		['made at', enter],
		['✓ browse users', enter],
		['Destination', destination.url],
		[destination.url, enter],
		['Atlassian account there', destination.email],
		[destination.email, enter],
		['made at', enter],
		['customer notifications', enter],
		['Copy from which', 'a'],
		['[x]', enter],
		['Which customers?', down],
		['Every customer', enter],
		['see the plan', enter],
		['nothing has been written', enter],
		['type its name', 'Contoso'],
		['› Contoso', enter],
	];
}

type ListedRun = {
	readonly startedAt: string;
	readonly finishedAt: string;
	readonly steps: number;
};

function lastRun(
	{script}: Program,
	sites: PracticeSites,
	home: string,
): ListedRun {
	const printed = execFileSync(process.execPath, [script, 'runs', '--json'], {
		env: {...process.env, ...environmentFor(sites, home)},
	});
	const [line = ''] = printed.toString().split('\n', 1);
	return JSON.parse(line) as ListedRun;
}
