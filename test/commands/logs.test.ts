import fs from 'node:fs';
import path from 'node:path';
import {Buffer} from 'node:buffer';
import {expect, test} from 'vitest';
import {withFront} from '../helpers/front.ts';
import {withPractice} from '../helpers/practice-client.ts';
import {
	type LoginPair,
	between,
	environmentFor,
	printedEvents,
	runProgram,
} from '../helpers/program.ts';
import {json, silence} from '../helpers/server.ts';
import {modeOf, temporaryHome} from '../store/temporary-home.ts';

const first = {scenario: 'first-steps'};

async function copy(sites: LoginPair, home: string, signal?: AbortSignal) {
	return runProgram(
		[
			'copy',
			...between(sites),
			'--projects',
			'all',
			'--duplicates',
			'rename',
			'--yes',
			'--json',
		],
		{environment: environmentFor(sites, home), signal},
	);
}

/** Every file below a folder, by its path there. */
function filesBelow(folder: string): ReadonlyMap<string, string> {
	const names = fs.readdirSync(folder, {recursive: true, encoding: 'utf8'});
	return new Map(
		names
			.filter((name) => fs.statSync(path.join(folder, name)).isFile())
			.map((name) => [
				name,
				fs.readFileSync(path.join(folder, name), 'latin1'),
			]),
	);
}

function filesWith(
	files: ReadonlyMap<string, string>,
	forms: readonly string[],
): readonly string[] {
	return files
		.entries()
		.filter(([, text]) => forms.some((form) => text.includes(form)))
		.map(([name]) => name)
		.toArray();
}

/** A token as it may be found in a file. */
function formsOf({email, token}: LoginPair['source']): readonly string[] {
	return [
		token,
		Buffer.from(token).toString('base64').replaceAll('=', ''),
		Buffer.from(`${email}:${token}`).toString('base64').replaceAll('=', ''),
		encodeURIComponent(token),
	];
}

test('a run leaves a short log and a full one, private to the user, each call with its request id', async () => {
	await withPractice(first, async (sites) => {
		const home = temporaryHome();
		const ended = await copy(sites, home);
		const {run, verdict} = printedEvents(ended).at(-1) as unknown as {
			readonly run: string;
			readonly verdict: string;
		};
		const folder = path.join(home, 'logs');
		const names = [`${run}-calls.log`, `${run}.log`];
		expect(fs.readdirSync(folder).toSorted()).toEqual(names.toSorted());
		expect(modeOf(folder)).toBe('700');
		expect(names.map((name) => modeOf(path.join(folder, name)))).toEqual([
			'600',
			'600',
		]);
		const [calls = '', short = ''] = names.map((name) =>
			fs.readFileSync(path.join(folder, name), 'utf8'),
		);
		expect(short).toContain(`Run ${run} has begun.`);
		expect(short).toContain(verdict);
		const {host} = new URL(sites.destination.url);
		expect(calls).toMatch(
			new RegExp(
				String.raw`^\S+Z ${RegExp.escape(host)} #\d+ -> POST /rest/servicedeskapi/customer`,
				'mv',
			),
		);
		const sent = calls.match(/ -> /gv)?.length;
		const answered = calls.match(/ <- \d{3} after \d+ ms, request \S+$/gmv);
		expect(answered).toHaveLength(sent ?? 0);
	});
});

test('a call is logged before it leaves', async () => {
	await withPractice(first, async (sites) => {
		const home = temporaryHome();
		const stop = new AbortController();
		const arrived = Promise.withResolvers<void>();
		const routes = {
			'POST /rest/servicedeskapi/customer'(
				...visit: Parameters<typeof silence>
			) {
				silence(...visit);
				arrived.resolve();
			},
		};
		let running: Promise<unknown> | undefined;
		await withFront(sites.destination, routes, async (destination) => {
			running = copy({...sites, destination}, home, stop.signal);
			await arrived.promise;
			const [calls = ''] = filesBelow(path.join(home, 'logs'))
				.entries()
				.filter(([name]) => name.endsWith('-calls.log'))
				.map(([, text]) => text);
			// Each site counts its own calls.
			const call = / (?<call>\S+ #\d+) -> POST \S+\/customer/v.exec(calls)
				?.groups?.['call'];
			expect(call).toBeDefined();
			expect(calls).not.toContain(` ${call} <-`);
			stop.abort();
		});
		await running;
	});
});

test('no token is in any file, even where a site repeats what it was sent', async () => {
	await withPractice(first, async (sites) => {
		const home = temporaryHome();
		const {email, token} = sites.destination;
		const basic = Buffer.from(`${email}:${token}`).toString('base64');
		const gossip = json(
			{errorMessage: `Basic ${basic} (${token}) may not do that.`},
			403,
		);
		const routes = {'POST /rest/servicedeskapi/customer': gossip};
		await withFront(sites.destination, routes, async (destination) => {
			const {exitCode, stdout, stderr} = await copy(
				{...sites, destination},
				home,
			);
			expect(exitCode).toBe(4);
			const environment = environmentFor({...sites, destination}, home);
			for (const format of ['text', 'json', 'csv', 'md', 'html']) {
				await runProgram(
					[
						'report',
						'--format',
						format,
						'--out',
						path.join(home, 'reports', format),
					],
					{environment},
				);
			}

			await runProgram(['support', '--out', home], {environment});
			const files = new Map(filesBelow(home));
			expect(files.keys().some((name) => name.includes('support'))).toBe(true);
			files.set('standard output', stdout).set('standard error', stderr);
			const forms = [sites.source, sites.destination].flatMap((login) =>
				formsOf(login),
			);
			expect(filesWith(files, forms)).toEqual([]);
			// It was said, and only the token is missing.
			expect(stdout).toContain('may not do that.');
		});
	});
});

test('a support bundle names nobody', async () => {
	await withPractice(first, async (sites) => {
		const home = temporaryHome();
		await copy(sites, home);
		const environment = environmentFor(sites, home);
		const {exitCode} = await runProgram(['support', '--out', home], {
			environment,
		});
		expect(exitCode).toBe(0);
		const folder = fs
			.readdirSync(home)
			.find((name) => name.startsWith('jsm-ferry-support-'));
		const files = filesBelow(path.join(home, folder!));
		expect(files.keys().toArray().toSorted()).toEqual([
			'calls.log',
			'run.json',
		]);
		const all = files.values().toArray().join('\n');
		const {host} = new URL(sites.destination.url);
		expect(all).not.toMatch(/@|%40/v);

		for (const name of ['Acme', 'Initech', 'Smith', 'Contoso', host]) {
			expect(all).not.toContain(name);
		}

		expect(files.get('calls.log')).toMatch(/ destination #\d+ -> POST /v);
		expect(JSON.parse(files.get('run.json')!)).toMatchObject({
			ending: 'finished',
			failures: [],
		});
	});
});
