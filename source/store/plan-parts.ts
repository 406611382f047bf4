import {Buffer} from 'node:buffer';
import {gunzipSync, gzipSync} from 'node:zlib';
import {type Plan} from '../migration/plan.ts';
import {type Reading} from '../migration/reading.ts';
import {toLines, withLine} from './json-lines.ts';
import {type LedgerDatabase} from './ledger-database.ts';
import {paged} from './paged.ts';
import {StoreError} from './store-error.ts';

/** Bytes of JSON in a part: enough to compress well, little enough to hold beside the plan. */
const partSize = 1024 * 1024;

/** Keeps a run's plan, part by part, so that the memory needed besides the plan does not grow with it. */
export function writePlan(
	database: LedgerDatabase,
	run: string,
	plan: Plan,
): void {
	let number = 0;

	for (const lines of batches(toLines(plan))) {
		number++;
		database.run(
			'INSERT INTO plan_part (run, number, lines) VALUES (?, ?, ?)',
			run,
			number,
			gzipSync(lines),
		);
	}
}

/**
Reads a run's plan, part by part.

@yields How far it has come, after each few hundred rows.
@throws StoreError `ledger-damaged` when it can't be what was written.
*/
export function* readPlan(
	database: LedgerDatabase,
	run: string,
): Generator<Reading, Plan, void> {
	try {
		let plan: unknown;

		const total = countParts(database, run);

		for (const {number, lines} of readParts(database, run)) {
			for (const line of toPlanLines(lines)) {
				plan = withLine(plan, line);
				yield {stage: 'plan', done: number, total};
			}
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

/**
Puts lines together in one piece of memory, which is used for every part: texts of a whole part each would wait to be collected, many times as much as is needed.

@yields What is in it, until the next is asked for.
*/
function* batches(lines: Iterable<string>): Generator<Uint8Array, void, void> {
	let buffer = Buffer.allocUnsafe(partSize);
	let length = 0;

	for (const line of lines) {
		const needed = Buffer.byteLength(line) + 1;

		if (length > 0 && length + needed > buffer.length) {
			yield buffer.subarray(0, length);
			length = 0;
		}

		if (needed > buffer.length) {
			buffer = Buffer.allocUnsafe(needed);
		}

		length += buffer.write(line, length);
		length += buffer.write('\n', length);
	}

	yield buffer.subarray(0, length);
}

function readParts(database: LedgerDatabase, run: string): Iterable<PartRow> {
	return paged<PartRow>((last) =>
		database.all(
			'SELECT number, lines FROM plan_part WHERE run = ? AND number > ? ORDER BY number LIMIT 1',
			run,
			last?.number ?? 0,
		),
	);
}

/** Parts are numbered from 1. */
function countParts(database: LedgerDatabase, run: string): number {
	const row = database.first<{readonly parts?: number}>(
		'SELECT max(number) AS parts FROM plan_part WHERE run = ?',
		run,
	);
	return row?.parts ?? 0;
}

function toPlanLines(part: Uint8Array): readonly string[] {
	return unzip(part)
		.split('\n')
		.filter((line) => line !== '');
}

/** In one piece, which is given back at once: memory outside of the heap that waits to be collected makes V8 look through all of it, and with a plan in it that takes longer than anything else here. */
function unzip(part: Uint8Array): string {
	const bytes = gunzipSync(part, {chunkSize: 2 * partSize});
	const text = bytes.toString();
	bytes.buffer.transfer(0);
	return text;
}

type PartRow = {readonly number: number; readonly lines: Uint8Array};
