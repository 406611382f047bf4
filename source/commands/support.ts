import path from 'node:path';
import process from 'node:process';
import {type RecordedEvent} from '../migration/events.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {type LedgerFile} from '../store/ledger.ts';
import {callLines} from '../store/run-logs.ts';
import {type StoredRun} from '../store/run-overview.ts';
import {neutralise} from '../text/neutralise.ts';
import {type ExitCode, exitCodes} from './command-error.ts';
import {writeFiles} from './report-files.ts';
import {type Shell} from './shell.ts';
import {findRun, loadReport} from './stored-report.ts';
import {withWorkplace} from './with-sites.ts';

/** `jsm-ferry support`: a folder to hand to others. It is made from facts that name nobody, rather than by blacking out texts that do. */
export async function supportCommand(
	id: string | undefined,
	{out, version}: {readonly out: string; readonly version: string},
	shell: Shell,
): Promise<ExitCode> {
	return withWorkplace(shell, async ({ledger, home}) => {
		const run = findRun(ledger, id);
		const {summary} = loadReport(ledger, run.id);
		const facts = {
			startedAt: run.startedAt,
			version,
			node: process.version,
			system: process.platform,
			cpu: process.arch,
			...numbersOf(summary),
			failures: failuresOf(ledger, run),
		};
		const folder = path.join(out, `jsm-ferry-support-${run.id}`);
		const files = [
			{name: 'run.json', pieces: [`${JSON.stringify(facts, undefined, 2)}\n`]},
			{name: 'calls.log', pieces: redactedCalls(home, run)},
		];

		for (const file of await writeFiles(files, folder, shell.scrubber)) {
			shell.err(`Written: ${neutralise(file)}\n`);
		}

		return exitCodes.done;
	});
}

/** The verdict and the words of an error name sites, so they are left out. */
function numbersOf({verdict, error, autoJoined, ...numbers}: RunSummary) {
	return {
		...numbers,
		autoJoined: autoJoined?.length ?? 0,
		...(error && {
			error: {
				code: error.code,
				operation: error.operation,
				status: error.status,
				requestId: error.requestId,
			},
		}),
	};
}

/** Each failure without whose it was and without the site's own words, which may quote names. */
function failuresOf(ledger: LedgerFile, {id}: StoredRun) {
	return Iterator.from(ledger.steps(id))
		.flatMap(({number, step, events = []}) =>
			events
				.filter((event) => isFailure(event))
				.map(({type, failure}) => {
					const {code, status, requestId} = failure;
					const {kind} = step;
					return {step: number, kind, type, code, status, requestId};
				}),
		)
		.toArray();
}

type FailureEvent = Extract<RecordedEvent, {readonly failure: unknown}>;

function isFailure(event: RecordedEvent): event is FailureEvent {
	return 'failure' in event;
}

/** The full log, with the sides in place of the sites and without queries, which may hold emails. */
function* redactedCalls(
	home: string,
	{id, source, destination}: StoredRun,
): Generator<string> {
	const sides = new Map([
		[new URL(source.url).host, 'source'],
		[new URL(destination.url).host, 'destination'],
	]);

	for (const line of callLines(home, id)) {
		const [time = '', host = '', ...rest] = line.split(' ');
		const words = [time, sides.get(host) ?? 'site', ...rest].join(' ');
		const [call = '', ...query] = words.split('?');
		yield query.length === 0 ? `${call}\n` : `${call}?…\n`;
	}
}
