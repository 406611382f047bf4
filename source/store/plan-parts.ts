import {gunzipSync, gzipSync} from 'node:zlib';
import {type Plan} from '../migration/plan.ts';
import {toLines, withLine} from './json-lines.ts';
import {type LedgerDatabase} from './ledger-database.ts';
import {paged} from './paged.ts';
import {StoreError} from './store-error.ts';

/** Characters of JSON in a part: enough to compress well, little enough to hold beside the plan. */
const partSize = 1024 * 1024;

/** Keeps a run's plan, part by part, so that the memory needed besides the plan does not grow with it. */
export function writePlan(
	database: LedgerDatabase,
	run: string,
	plan: Plan,
): void {
	let number = 0;

	for (const text of batches(toLines(plan))) {
		number++;
		database.run(
			'INSERT INTO plan_part (run, number, lines) VALUES (?, ?, ?)',
			run,
			number,
			gzipSync(text),
		);
	}
}

/**
Reads a run's plan, part by part.

@yields Nothing, after each part.
@throws StoreError `ledger-damaged` when it can't be what was written.
*/
export function* readPlan(
	database: LedgerDatabase,
	run: string,
): Generator<undefined, Plan, void> {
	try {
		let plan: unknown;

		for (const line of readLines(database, run)) {
			plan = withLine(plan, line);
			yield undefined;
		}

		return plan as Plan;
	} catch (error) {
		if (error instanceof StoreError) {
			throw error;
		}

		const {path} = database;
		const reason = `the plan of ${run}`;
		throw new StoreError(
			{code: 'ledger-damaged', path, reason},
			{cause: error},
		);
	}
}

function* batches(lines: Iterable<string>): Generator<string, void, void> {
	let text = '';

	for (const line of lines) {
		text += `${line}\n`;

		if (!(text.length >= partSize)) {
			continue;
		}

		yield text;
		text = '';
	}

	yield text;
}

function* readLines(
	database: LedgerDatabase,
	run: string,
): Generator<string, void, void> {
	const parts = paged<PartRow>((last) =>
		database.all(
			'SELECT number, lines FROM plan_part WHERE run = ? AND number > ? ORDER BY number LIMIT 1',
			run,
			last?.number ?? 0,
		),
	);

	for (const {lines} of parts) {
		yield* unzip(lines)
			.split('\n')
			.filter((line) => line !== '');
	}
}

/** In one piece, which is given back at once: memory outside of the heap that waits to be collected makes V8 look through all of it, and with a plan in it that takes longer than anything else here. */
function unzip(lines: Uint8Array): string {
	const bytes = gunzipSync(lines, {chunkSize: 2 * partSize});
	const text = bytes.toString();
	(bytes.buffer as ArrayBuffer).transfer(0);
	return text;
}

type PartRow = {readonly number: number; readonly lines: Uint8Array};
