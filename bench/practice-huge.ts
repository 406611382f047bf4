/*
Measures `jsm-ferry practice --scenario huge --json` as built: npm run bench:practice. What a page costs is told in
processor time of the sites, which other work on the machine hardly changes.
*/
import {Buffer} from 'node:buffer';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import pMap from 'p-map';

type Login = {
	readonly url: string;
	readonly email: string;
	readonly token: string;
};

const bars = {readySeconds: 3, megabytes: 300, pagesPerSecond: 200};
const pages = 2000;
const perPage = 1000;

process.exitCode = await main();

async function main(): Promise<number> {
	const begun = performance.now();
	const program = path.join(import.meta.dirname, '../dist/jsm-ferry.js');
	const child = spawn(
		process.execPath,
		[program, 'practice', '--json', '--scenario', 'huge', '--burst', '1000000'],
		{stdio: ['ignore', 'pipe', 'ignore']},
	);

	try {
		const [line] = (await once(
			createInterface({input: child.stdout}),
			'line',
		)) as [string];
		const readySeconds = (performance.now() - begun) / 1000;
		const {source} = JSON.parse(line) as {readonly source: Login};
		const pid = child.pid!;
		const idle = usageOf(pid);
		const served = await readPages(source);
		const busy = usageOf(pid);
		const processorSeconds = busy.processorSeconds - idle.processorSeconds;
		return print([
			['ready after, s', readySeconds, bars.readySeconds, 'most'],
			['memory when ready, MB', idle.megabytes, bars.megabytes, 'most'],
			['peak memory, MB', busy.peakMegabytes, bars.megabytes, 'most'],
			[
				`pages of ${perPage} a second of one core`,
				pages / processorSeconds,
				bars.pagesPerSecond,
				'least',
			],
			[
				'pages a second by the clock, reader included',
				pages / served.seconds,
				0,
				'least',
			],
			['kilobytes a page', served.bytes / pages / 1000, 0, 'least'],
		]);
	} finally {
		child.kill();
	}
}

/** Reads all million accounts twice over, a few pages at a time. */
async function readPages({
	url,
	email,
	token,
}: Login): Promise<{readonly seconds: number; readonly bytes: number}> {
	const credentials = Buffer.from(`${email}:${token}`).toString('base64');
	const headers = {authorization: `Basic ${credentials}`};
	const begun = performance.now();
	const sizes = await pMap(
		Array.from({length: pages}, (_, index) => (index % 1000) * perPage),
		async (startAt) => {
			const response = await fetch(
				`${url}/rest/api/3/users/search?startAt=${startAt}&maxResults=${perPage}`,
				{headers},
			);
			if (response.status !== 200) {
				throw new Error(`A page was answered ${response.status}.`);
			}

			const body = await response.arrayBuffer();
			return body.byteLength;
		},
		{concurrency: 4},
	);
	return {
		seconds: (performance.now() - begun) / 1000,
		bytes: sizes.reduce((sum, size) => sum + size, 0),
	};
}

/** From the files Linux keeps for each process. */
function usageOf(pid: number): {
	readonly megabytes: number;
	readonly peakMegabytes: number;
	readonly processorSeconds: number;
} {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const megabytes = (name: string) =>
		Number(
			new RegExp(String.raw`^${name}:\s+(\d+) kB`, 'mv').exec(status)?.[1],
		) / 1024;
	// The name of the program comes second, in parentheses; ticks are hundredths of a second.
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ', 2)[1]!;
	const [user, system] = fields.split(' ').slice(11, 13);
	return {
		megabytes: megabytes('VmRSS'),
		peakMegabytes: megabytes('VmHWM'),
		processorSeconds: (Number(user) + Number(system)) / 100,
	};
}

type Row = readonly [
	what: string,
	value: number,
	bar: number,
	kind: 'most' | 'least',
];

/** Prints a line for each number and returns the exit code: 1 where a bar is missed. */
function print(rows: readonly Row[]): number {
	const isMet = ([, value, bar, kind]: Row) =>
		kind === 'most' ? value < bar : value > bar;
	for (const row of rows) {
		const [what, value, bar, kind] = row;
		const goal = bar === 0 ? '' : ` (at ${kind} ${bar})`;
		process.stdout.write(
			`${isMet(row) ? ' ' : '!'} ${what}: ${value.toFixed(1)}${goal}\n`,
		);
	}

	return rows.every((row) => isMet(row)) ? 0 : 1;
}
