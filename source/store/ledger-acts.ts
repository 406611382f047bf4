import {type ActBook, type ActRecord} from '../migration/ports.ts';
import {type UndoKind} from '../migration/undo-step.ts';
import {type LedgerDatabase, type Survival} from './ledger-database.ts';
import {fromLedger} from './ledger-json.ts';
import {forgetLinks} from './ledger-memory.ts';
import {type Links, linksGone} from './memory-changes.ts';
import {paged} from './paged.ts';

/** What may be done with a run after the copy. */
export type ActKind = 'undo' | 'invite' | 'follow-up';

/** An act of one run. */
export type ActKey = {
	readonly run: string;
	readonly pair: number;
	readonly kind: ActKind;
};

/** A book that can also forget what a run found. */
export type OpenedBook<ActStep, ActEvent, ActSummary> = ActBook<
	ActStep,
	ActEvent,
	ActSummary
> & {forget(links: Links): void};

/** Opens what the ledger keeps of an act. The pair has to be that of the run. */
export function openBook<
	ActStep,
	ActEvent extends {readonly type: string},
	ActSummary,
>(
	database: LedgerDatabase,
	key: ActKey,
	now: () => Date,
): OpenedBook<ActStep, ActEvent, ActSummary> {
	return {
		begin() {
			database.write('power-cut', () => {
				beginAct(database, key, now());
			});
		},
		stepSent: (step) => sendActStep(database, key, step),
		stepAnswered(number, events) {
			answerActStep(database, key, number, events);
		},
		steps: () => readActSteps(database, key),
		finish(summary) {
			finishAct(database, key, summary, now());
		},
		forget(links) {
			database.write('power-cut', () => {
				forgetLinks(database, key.pair, links);
			});
		},
	};
}

function beginAct(
	database: LedgerDatabase,
	{run, pair, kind}: ActKey,
	now: Date,
): void {
	database.run(
		`INSERT INTO act (run, kind, started_at)
		SELECT id, ?, ? FROM run WHERE id = ? AND pair = ?
		ON CONFLICT DO NOTHING`,
		kind,
		now.toISOString(),
		run,
		pair,
	);
}

function sendActStep(
	database: LedgerDatabase,
	{run, kind}: ActKey,
	step: unknown,
): number {
	const row = database.write(survivalOf(step), () =>
		database.first<{readonly number: number}>(
			`INSERT INTO act_step (run, kind, number, step)
			SELECT run, kind, 1 + coalesce((SELECT max(number) FROM act_step WHERE run = act.run AND kind = act.kind), 0), ?
			FROM act WHERE run = ? AND kind = ?
			RETURNING number`,
			JSON.stringify(step),
			run,
			kind,
		),
	);

	if (row === undefined) {
		throw new Error(`The ${kind} of run ${run} has not begun`);
	}

	return row.number;
}

/** An invitation that was forgotten would be sent again, and a deletion that was forgotten be missed; so each is on the disk before it leaves. The fields of a request are only set to the same values again, and there may be tens of thousands of these. */
function survivalOf(step: unknown): Survival {
	const isRepeatable =
		typeof step === 'object' &&
		step !== null &&
		'kind' in step &&
		step.kind === ('restore-request' satisfies UndoKind);
	return isRepeatable ? 'kill' : 'power-cut';
}

function answerActStep(
	database: LedgerDatabase,
	{run, pair, kind}: ActKey,
	number: number,
	events: ReadonlyArray<{readonly type: string}>,
): void {
	database.write('kill', () => {
		const changed = database.run(
			`UPDATE act_step SET events = ?
			WHERE run = ? AND kind = ? AND number = ? AND events IS NULL`,
			JSON.stringify(events),
			run,
			kind,
			number,
		);

		if (changed === 0) {
			throw new Error(`The ${kind} of run ${run} has no open step ${number}`);
		}

		forgetLinks(database, pair, linksGone(events));
	});
}

function* readActSteps<ActStep, ActEvent>(
	database: LedgerDatabase,
	{run, kind}: ActKey,
): Generator<ActRecord<ActStep, ActEvent>, void, void> {
	const rows = paged<{
		readonly number: number;
		readonly step: string;
		readonly events?: string;
	}>((last) =>
		database.all(
			`SELECT number, step, events FROM act_step
			WHERE run = ? AND kind = ? AND number > ? ORDER BY number LIMIT 1000`,
			run,
			kind,
			last?.number ?? 0,
		),
	);

	for (const {number, step, events} of rows) {
		yield {
			number,
			step: fromLedger<ActStep>(step, database.path),
			...(events !== undefined && {
				events: fromLedger<readonly ActEvent[]>(events, database.path),
			}),
		};
	}
}

function finishAct(
	database: LedgerDatabase,
	{run, kind}: ActKey,
	summary: unknown,
	now: Date,
): void {
	const changed = database.write('power-cut', () =>
		database.run(
			'UPDATE act SET finished_at = ?, summary = ? WHERE run = ? AND kind = ?',
			now.toISOString(),
			JSON.stringify(summary),
			run,
			kind,
		),
	);

	if (changed === 0) {
		throw new Error(`The ${kind} of run ${run} has not begun`);
	}
}
