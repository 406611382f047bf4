import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {type Login} from '../../source/jira/transport.ts';
import {withFront} from '../helpers/front.ts';
import {withPractice} from '../helpers/practice-client.ts';
import {between, environmentFor, runProgram} from '../helpers/program.ts';
import {deadUrl, html, json, withServer} from '../helpers/server.ts';
import {temporaryHome} from '../store/temporary-home.ts';

const homeVariable = 'JSM_FERRY_HOME';
const emailVariable = 'JSM_FERRY_FROM_EMAIL';
const first = {scenario: 'first-steps'};

type Sites = {readonly source: Login; readonly destination: Login};

/** What a person is told when a copy is refused: the exit code and both sentences. */
async function refusal(
	sites: Sites,
	...choices: readonly string[]
): Promise<readonly [number | undefined, ...string[]]> {
	const {exitCode, stdout, stderr} = await runProgram(
		[
			'copy',
			...between(sites),
			'--projects',
			'all',
			'--duplicates',
			'rename',
			'--yes',
			'--json',
			...choices,
		],
		{environment: environmentFor(sites)},
	);
	expect(stdout).not.toContain('run-started');
	expect(stderr).not.toMatch(/^ +at /mv);
	return [exitCode, ...stderr.trimEnd().split('\n')];
}

/** A file with this text that is gone after the test. */
function file(text: string): string {
	const name = path.join(temporaryHome(), 'input.csv');
	fs.writeFileSync(name, text);
	return name;
}

test('a Node that is too old is told in one sentence, whatever is asked', async () => {
	const old =
		"Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.11.0'}})";
	const {exitCode, stdout, stderr} = await runProgram(['copy'], {
		nodeOptions: ['--import', `data:text/javascript,${old}`],
	});
	expect([exitCode, stdout, stderr]).toEqual([
		2,
		'',
		'jsm-ferry needs Node 22.13 or newer; this is 20.11.0.\nInstall a newer one from https://nodejs.org.\n',
	]);
});

test('a program that was updated while it ran says so', async () => {
	const gone =
		"import {registerHooks} from 'node:module'; registerHooks({resolve: (name, from, next) => next(name.includes('/runs-') ? './gone.js' : name, from)})";
	const {exitCode, stdout, stderr} = await runProgram(['runs'], {
		nodeOptions: ['--import', `data:text/javascript,${gone}`],
	});
	expect([exitCode, stdout, stderr]).toEqual([
		1,
		'',
		'jsm-ferry was updated or removed while it ran.\nStart it again; a run that was under way can be resumed.\n',
	]);
});

describe('an address', () => {
	test.each([
		[
			// eslint-disable-next-line unicorn/prefer-https -- it is what is refused
			'http://acme.atlassian.net',
			// eslint-disable-next-line unicorn/prefer-https -- as above
			'--from "http://acme.atlassian.net" is not encrypted.',
			'Use https; plain http is only for practice sites on this machine.',
		],
		[
			'ac me',
			'--from "ac me" is no address of a Jira site.',
			'It looks like acme.atlassian.net; the name of a saved site will do too.',
		],
		[
			'https://me:secret@acme.atlassian.net',
			'The address after --from holds a login.',
			'Leave it out of the address, and renew that token if it was a real one.',
		],
	])('like %s is refused before anything is asked', async (url, ...words) => {
		await withPractice(first, async ({source, destination}) => {
			const from = {...source, url};
			expect(await refusal({source: from, destination})).toEqual([2, ...words]);
			expect(destination.calls()).toMatchObject({reads: 0, writes: 0});
		});
	});

	test('at which nobody listens is told, with the side', async () => {
		await withPractice(first, async ({source, destination}) => {
			const url = await deadUrl();
			const words = [
				`${url} gives no answer (ECONNREFUSED).`,
				'Check the address and the network.',
			];
			expect(await refusal({source: {...source, url}, destination})).toEqual([
				5,
				...words,
			]);
			expect(
				await refusal({source, destination: {...destination, url}}),
			).toEqual([6, ...words]);
			expect(destination.calls().writes).toBe(0);
		});
	});

	test.each([
		['a page at every address', {'*': html(200)}],
		['nothing but pages of errors', {'*': html(404)}],
		['another kind of JSON', {'*': json({hello: 'world'})}],
		['no such resource', {}],
		[
			'a redirect to a login page',
			{'*': html(302, {location: 'https://login.example/'})},
		],
		[
			'Jira of a company’s own servers',
			{'*': json({baseUrl: 'https://jira', deploymentType: 'Server'})},
		],
	])('with %s is no Jira Cloud site', async (_, routes) => {
		await withPractice(first, async ({source, destination}) => {
			await withServer(routes, async ({url}) => {
				const words = [
					`${url} is not a Jira Cloud site: something else answers there.`,
					'Check the address; it looks like https://name.atlassian.net.',
				];
				expect(await refusal({source: {...source, url}, destination})).toEqual([
					5,
					...words,
				]);
				expect(
					await refusal({source, destination: {...destination, url}}),
				).toEqual([6, ...words]);
			});
			expect(destination.calls().writes).toBe(0);
		});
	});

	test('that is missing is asked for, and so are email and token', async () => {
		const wordsFor = async (args: readonly string[], email = '') => {
			const home = {[homeVariable]: temporaryHome()};
			const {exitCode, stderr} = await runProgram(['copy', ...args], {
				environment: {...home, [emailVariable]: email},
			});
			return [exitCode, stderr.split('\n', 1)[0]];
		};

		const from = ['--from', 'acme'];
		expect(await wordsFor([])).toEqual([2, 'The source is missing.']);
		expect(await wordsFor(from)).toEqual([
			2,
			'The email of the login to the source is missing.',
		]);
		expect(await wordsFor(from, 'me@acme.example')).toEqual([
			2,
			'The API token for the source is missing.',
		]);
	});
});

describe('a login', () => {
	test('with a wrong token is refused by the site whose it is', async () => {
		await withPractice(first, async ({source, destination}) => {
			const token = 'wrong-token-of-somebody';
			const next =
				'Check email and API token; tokens are made at https://id.atlassian.com/manage-profile/security/api-tokens. This token came from the environment.';
			const [code, problem, nextStep] = await refusal({
				source: {...source, token},
				destination,
			});
			expect([code, nextStep]).toEqual([5, next]);
			expect(problem).toMatch(
				new RegExp(
					String.raw`^${RegExp.escape(source.url)} refused the login\.`,
					'v',
				),
			);
			const [code2, problem2] = await refusal({
				source,
				destination: {...destination, token},
			});
			expect(code2).toBe(6);
			expect(problem2).toContain(destination.url);
			expect(destination.calls().writes).toBe(0);
		});
	});

	test('that may not create customers is refused before the scan', async () => {
		await withPractice(first, async ({source, destination}) => {
			const {url, logins} = destination;
			expect(
				await refusal({source, destination: {url, ...logins.agent}}),
			).toEqual([
				6,
				'The login may not create customers on Contoso: that takes a Jira administrator.',
				'Use the token of a Jira administrator, or have the right granted.',
			]);
			expect(destination.calls().writes).toBe(0);
		});
	});

	test('without an agent licence sees no service project', async () => {
		await withPractice(first, async ({source, destination}) => {
			const {url, logins} = source;
			const [code, problem] = await refusal({
				source: {url, ...logins.customer},
				destination,
			});
			expect(code).toBe(5);
			expect(problem).toMatch(/^The login lacks a permission on /v);
			expect(destination.calls().writes).toBe(0);
		});
	});
});

describe('the sites', () => {
	test('have to be two', async () => {
		await withPractice(first, async ({destination}) => {
			expect(await refusal({source: destination, destination})).toEqual([
				2,
				'Source and destination are the same site, Contoso.',
				'Choose two different sites.',
			]);
			// The same site under another address.
			const url = destination.url.replace('127.0.0.1', 'localhost');
			expect(
				await refusal({source: {...destination, url}, destination}),
			).toEqual([
				2,
				'Source and destination are the same site, Contoso.',
				'Choose two different sites.',
			]);
			expect(destination.calls().writes).toBe(0);
		});
	});

	test('need a service project to copy from, and those that are named', async () => {
		await withPractice(first, async ({source, destination}) => {
			const desks = 'GET /rest/servicedeskapi/servicedesk';
			const none = json({values: [], isLastPage: true, start: 0, size: 0});
			await withFront(source, {[desks]: none}, async (empty) => {
				expect(await refusal({source: empty, destination})).toEqual([
					2,
					'Northwind shows this login no service project.',
					'Use the token of an agent of the service projects to copy from.',
				]);
			});
			const sites = {source, destination};
			expect(await refusal(sites, '--projects', 'IT,NOPE,NADA')).toEqual([
				2,
				'Northwind has no service project NOPE, NADA.',
				'It has IT.',
			]);
			expect(await refusal(sites, '--map', 'IT=NOPE')).toEqual([
				2,
				'Contoso has no service project NOPE.',
				'It has IT.',
			]);
			expect(destination.calls().writes).toBe(0);
		});
	});

	test('need somebody to copy', async () => {
		await withPractice(first, async ({source, destination, from}) => {
			const desks = '/rest/servicedeskapi/servicedesk';
			const {body} = await from.get<{values: Array<{id: string}>}>(desks);
			const nothing = json({values: [], isLastPage: true});
			const nobody = {
				'GET /rest/api/3/users/search': json([]),
				'GET /rest/servicedeskapi/organization': nothing,
				[`GET ${desks}/${body.values[0]!.id}/customer`]: nothing,
				'GET /rest/api/3/project/IT/role': json({}),
				'POST /rest/api/3/search/jql': json({issues: [], isLast: true}),
			};
			await withFront(source, nobody, async (empty) => {
				expect(
					await refusal({source: empty, destination}, '--customers', 'all'),
				).toEqual([
					2,
					'The source has no customers.',
					'Check that it is the right site and that the login may browse users.',
				]);
				expect(await refusal({source: empty, destination})).toEqual([
					2,
					'No customer of the source is related to IT.',
					'Choose other service projects, or all customers with --customers all.',
				]);
			});
			expect(destination.calls().writes).toBe(0);
		});
	});
});

describe('a file', () => {
	const header = 'kind,source_id,name,decision,new_name,destination_id\n';
	const row = (...cells: readonly string[]) => `${cells.join(',')}\n`;
	const good = row('organization', '1', 'Acme Inc.', 'skip', '', '');

	test.each([
		[
			'without its columns',
			'kind,name\n',
			', line 1: the column source_id, decision, new_name, destination_id is missing.',
		],
		[
			'with an unknown decision',
			header + good + row('organization', '2', 'x', 'burn', '', ''),
			', line 3: the decision "burn" is none of rename, merge, map, skip.',
		],
		[
			'that decides twice',
			header + good + '\n' + good,
			', line 4: the organization 1 is decided further up.',
		],
		[
			'with a rename without a name',
			header + row('organization', '1', 'x', 'rename', '', ''),
			', line 2: rename needs a new_name of at most 200 characters.',
		],
		[
			'with an organization that is not there',
			header + row('organization', '987654', 'x', 'skip', '', ''),
			', line 2: no organization of the chosen projects has the source_id 987654.',
		],
		[
			'with several wrong lines',
			header +
				row('customer', '1', 'x', 'skip', '', '') +
				good +
				row('organization', '2', 'x', 'map', '', ''),
			' has 2 wrong lines. line 2: the kind "customer" is unknown; line 4: map needs a destination_id.',
		],
		[
			'with a quote that is never closed',
			header + 'organization,"1\n',
			' is no table: Quote Not Closed: the parsing is finished with an opening quote at line 2.',
		],
	])('of decisions %s is refused with its line', async (_, text, words) => {
		await withPractice(first, async ({source, destination}) => {
			const name = file(text);
			const [code, problem, nextStep] = await refusal(
				{source, destination},
				'--decisions',
				name,
			);
			expect([code, problem]).toEqual([2, `${name}${words}`]);
			expect(nextStep).toMatch(/\.$|^The first line has to be: kind/v);
			expect(destination.calls().writes).toBe(0);
		});
	});

	test('of emails is refused with its line', async () => {
		await withPractice(first, async ({source, destination}) => {
			const name = file('account_id,email\nqm:1:2,nobody\n');
			expect(await refusal({source, destination}, '--emails', name)).toEqual([
				2,
				`${name}, line 2: "nobody" is no email.`,
				'Correct the line; nothing was written.',
			]);
			expect(destination.calls().writes).toBe(0);
		});
	});

	test('that is not there is named', async () => {
		await withPractice(first, async (sites) => {
			expect(
				await refusal(sites, '--decisions', '/nowhere/at-all.csv'),
			).toEqual([
				2,
				'The file /nowhere/at-all.csv after --decisions can’t be read (ENOENT).',
				'Check its name and permissions.',
			]);
		});
	});
});

describe('without --yes and without a terminal', () => {
	test('nothing is copied, and that is said', async () => {
		await withPractice(first, async (sites) => {
			const {exitCode, stderr} = await runProgram(
				[
					'copy',
					...between(sites),
					'--projects',
					'all',
					'--duplicates',
					'rename',
					'--json',
				],
				{environment: environmentFor(sites)},
			);
			expect([exitCode, stderr]).toEqual([
				2,
				'Nothing was written, since nobody confirmed the plan.\nAdd --yes to copy without being asked.\n',
			]);
			expect(sites.destination.calls().writes).toBe(0);
		});
	});

	test('the screens say that they need a terminal', async () => {
		const {exitCode, stdout, stderr} = await runProgram([]);
		expect([exitCode, stdout, stderr]).toEqual([
			2,
			'',
			'The screens need a terminal, and this is none.\nStart jsm-ferry in a terminal, or use its commands: see jsm-ferry --help.\n',
		]);
	});
});
