import fs from 'node:fs';
import path from 'node:path';
import {type Command} from 'commander';
import {parse} from 'csv-parse/sync';
import {stringify} from 'csv-stringify/sync';
import fc from 'fast-check';
import {beforeAll, expect, test} from 'vitest';
import {
	decisionColumns,
	parseDecisions,
} from '../../source/commands/decision-file.ts';
import {parseEmails} from '../../source/commands/email-file.ts';
import {createProgram, type Run} from '../../source/commands/program.ts';
import {readAddress} from '../../source/jira/address.ts';
import {connectDestination} from '../../source/jira/connect.ts';
import {readAll} from '../../source/migration/pages.ts';
import {openLedger} from '../../source/store/ledger.ts';
import {openSettings} from '../../source/store/settings.ts';
import {neutralise} from '../../source/text/neutralise.ts';
import {
	contoso,
	northwind,
	planOf,
	plannedCustomer,
} from '../contract/ledger-fixtures.ts';
import {createEngineClock} from '../helpers/engine-clock.ts';
import {runProgram} from '../helpers/program.ts';
import {type Reply, withServer} from '../helpers/server.ts';
import {createMemoryShell} from '../helpers/shell.ts';
import {now, temporaryHome} from '../store/temporary-home.ts';
import {expectCalm, expectCivil, inputs, seed, tryHostile} from './civil.ts';
import {
	hostileArguments,
	hostileJson,
	hostileTable,
	hostileText,
} from './inputs.ts';

const homeVariable = 'JSM_FERRY_HOME';
const limit = {timeout: 30_000 + inputs * 100};

beforeAll(() => {
	console.log(`${inputs} hostile inputs, HOSTILE_SEED=${seed}`);
});

test('arguments are understood or refused', limit, async () => {
	const environment = {[homeVariable]: temporaryHome()};
	await tryHostile(0.3, hostileArguments, async (words) => {
		const shell = createMemoryShell({environment});
		let run: Run | undefined;
		const printed: string[] = [];
		const write = (text: string) => {
			printed.push(text);
		};

		const program = createProgram({
			description: '',
			version: '0',
			app: async () => 0,
			demo: async () => 0,
			choose(chosen) {
				run = chosen;
			},
		});

		for (const command of withSubcommands(program)) {
			command.configureOutput({writeOut: write, writeErr: write});
		}

		try {
			await program.parseAsync(words, {from: 'user'});
			await run?.(shell);
		} catch (error) {
			expectCivil(error);
		}

		const {out, err} = shell.said();
		expectCalm([...printed, out, err].join(''));
	});
});

test('the program itself ends with the right code, calmly', limit, async () => {
	const environment = {[homeVariable]: temporaryHome()};
	await tryHostile(0.02, hostileArguments, async (words) => {
		const args = words.map((word) => word.toWellFormed());
		const {exitCode, stdout, stderr} = await runProgram(args, {environment});
		expect([0, 2, 3, 4, 5, 6, 7]).toContain(exitCode);
		expectCalm(stdout + stderr);
		expect(stderr).not.toMatch(/^ +at /mv);
	});
});

test('addresses are of this machine, or encrypted', limit, async () => {
	const address = fc.oneof(
		hostileText,
		fc.webUrl(),
		fc.tuple(hostileText, fc.webUrl()).map((parts) => parts.join('@')),
	);
	await tryHostile(0.15, address, (text) => {
		const found = readAddress(text);

		if (!('url' in found)) {
			return;
		}

		expect(found.url).toMatch(
			/^https:\/\/|^http:\/\/(?:localhost|127\.[\d.]+|\[::1\])(?::\d+)?$/v,
		);
		expect(new URL(found.url).origin).toBe(found.url);
	});
});

test(
	'tables of decisions and emails are read or refused by line',
	limit,
	async () => {
		await tryHostile(0.1, hostileTable(decisionColumns), (text) => {
			try {
				parseDecisions(text, 'decisions.csv');
			} catch (error) {
				expectCivil(error);
			}
		});
		await tryHostile(0.1, hostileTable(['account_id', 'email']), (text) => {
			try {
				const emails = parseEmails(text, 'emails.csv');
				expect(Object.getPrototypeOf(emails)).toBe(Object.prototype);
			} catch (error) {
				expectCivil(error);
			}
		});
	},
);

test('settings are used, or set aside', limit, async () => {
	const home = temporaryHome();
	const file = path.join(home, 'settings.json');
	await tryHostile(0.08, hostileJson, (text) => {
		fs.writeFileSync(file, text);

		try {
			const opened = openSettings(home, {now});
			const aside = opened.setAside;
			expect(opened.settings.read().version).toBe(1);
			expect(aside === undefined || fs.existsSync(aside.path)).toBe(true);
		} catch (error) {
			expectCivil(error);
		}
	});
	expect(Object.hasOwn(Object.prototype, 'version')).toBe(false);
});

test('ledger files are used, or set aside', limit, async () => {
	const whole = wholeLedger();
	const damaged = fc.oneof(
		fc.uint8Array({maxLength: 300}),
		fc
			.tuple(
				fc.nat({max: whole.length - 1}),
				fc.uint8Array({minLength: 1, maxLength: 200}),
			)
			.map(([at, bytes]) => withBytes(whole, at, bytes)),
		// The first page tells what the file is and which tables are in it.
		fc
			.tuple(fc.nat({max: 4095}), fc.uint8Array({minLength: 1, maxLength: 4}))
			.map(([at, bytes]) => withBytes(whole, at, bytes)),
		fc.nat({max: whole.length}).map((length) => whole.subarray(0, length)),
	);
	await tryHostile(0.03, damaged, (bytes) => {
		const home = fs.mkdtempSync(path.join(temporaryRoot(), 'ledger-'));
		const file = path.join(home, 'ledger.sqlite');
		fs.writeFileSync(file, bytes);

		try {
			const ledger = openLedger(file, {now});

			try {
				for (const {id} of ledger.runs()) {
					ledger.run(id);
					ledger.steps(id);
				}

				const pair = ledger.forPair(northwind, contoso);
				pair.memory();
				pair.startRun(planOf());
			} finally {
				ledger.close();
			}
		} catch (error) {
			expectCivil(error);
		} finally {
			fs.rmSync(home, {recursive: true});
		}
	});
});

test('answers are taken, or told as what they are', limit, async () => {
	const answer = fc.record({
		status: fc.oneof(
			{weight: 3, arbitrary: fc.constant(200)},
			{weight: 1, arbitrary: fc.integer({min: 200, max: 599})},
		),
		body: fc.oneof(
			hostileJson,
			hostileText,
			fc.constant('<html>\u{1B}[2J</html>'),
			fc.constant('['.repeat(50_000)),
		),
		retryAfter: fc.option(
			fc.constantFrom('0', '-1', '1e9', 'soon', '99999999999', 'Infinity'),
		),
	});
	let current: Reply = () => undefined;
	const introduction = JSON.stringify({
		baseUrl: 'https://x',
		deploymentType: 'Cloud',
		serverTitle: '\u{1B}[31mRed',
	});
	const first: Reply = (response) => {
		response.end(introduction);
	};

	const routes = {
		'GET /rest/api/3/serverInfo': first,
		'*': ((response, visit) => {
			current(response, visit);
		}) as Reply,
	};
	await withServer(routes, async ({url}) => {
		await tryHostile(0.2, answer, async ({status, body, retryAfter}) => {
			current = (response) => {
				response.writeHead(
					status,
					retryAfter === null ? {} : {'retry-after': retryAfter},
				);
				response.end(body);
			};

			await expectSettled(url);
		});
	});
});

test(
	'cells are text to a spreadsheet, and lines stay lines',
	limit,
	async () => {
		await tryHostile(0.02, fc.array(hostileText, {minLength: 1}), (cells) => {
			const calm = cells.map((cell) => neutralise(cell));
			// The name of this option is the library's.
			// eslint-disable-next-line @typescript-eslint/naming-convention
			const text = stringify([calm], {escape_formulas: true});
			expectCalm(text);
			const [row = []] = parse(text);

			for (const cell of row) {
				expect(cell).not.toMatch(/^[\t\r+\-=@]/v);
			}
		});
	},
);

function withSubcommands(command: Command): readonly Command[] {
	return [command, ...command.commands.flatMap((one) => withSubcommands(one))];
}

/** Connects and reads a list, which ends well or in words. */
async function expectSettled(url: string): Promise<void> {
	try {
		const {site, close} = await connectDestination({
			url,
			email: 'ada@acme.example',
			token: 'some-secret-token',
			clock: createEngineClock(),
			random: () => 0.5,
		});

		try {
			await readAll(site.organizations());
			await readAll(site.accounts());
			await site.createOrganization('Acme');
		} finally {
			close();
		}
	} catch (error) {
		expectCivil(error);
	}
}

let root: string | undefined;

function temporaryRoot(): string {
	root ??= temporaryHome();
	return root;
}

function wholeLedger(): Uint8Array {
	const file = path.join(temporaryRoot(), 'whole.sqlite');
	const ledger = openLedger(file, {now});
	const pair = ledger.forPair(northwind, contoso);
	pair.startRun(planOf({customers: [plannedCustomer(1)]}));
	pair.remember({customers: [['1', '2']]});
	pair.decide({1: {type: 'skip'}});
	ledger.close();
	return fs.readFileSync(file);
}

function withBytes(
	whole: Uint8Array,
	at: number,
	bytes: Uint8Array,
): Uint8Array {
	const changed = Uint8Array.from(whole);
	changed.set(bytes.subarray(0, whole.length - at), at);
	return changed;
}
