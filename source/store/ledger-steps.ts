import {type RecordedEvent} from '../migration/events.ts';
import {type StepRecord} from '../migration/ports.ts';
import {type Step} from '../migration/step.ts';
import {type LedgerDatabase, type Survival} from './ledger-database.ts';
import {fromLedger} from './ledger-json.ts';
import {keepChanges} from './ledger-memory.ts';
import {memoryChanges} from './memory-changes.ts';
import {paged} from './paged.ts';

/** Records a step before it is sent. Returns its number; a run's steps count from 1. */
export function sendStep(
	database: LedgerDatabase,
	{run, pair}: {readonly run: string; readonly pair: number},
	step: Step,
): number {
	const row = database.write(survivalOf(step), () =>
		database.first<{readonly number: number}>(
			`INSERT INTO step (run, number, step)
			SELECT id, 1 + coalesce((SELECT max(number) FROM step WHERE run = id), 0), ?
			FROM run WHERE id = ? AND pair = ?
			RETURNING number`,
			JSON.stringify(step),
			run,
			pair,
		),
	);

	if (row === undefined) {
		throw new Error(`The pair has no run ${run}`);
	}

	return row.number;
}

/** Records what became of a step, together with what it tells about ids. */
export function answerStep(
	database: LedgerDatabase,
	{
		run,
		pair,
		number,
	}: {readonly run: string; readonly pair: number; readonly number: number},
	events: readonly RecordedEvent[],
): void {
	const changes = memoryChanges(events);
	// Which organization a renamed one became can't be seen on the sites; forgotten, it would be made again.
	const survival = changes.organizations.length > 0 ? 'power-cut' : 'kill';

	database.write(survival, () => {
		const changed = database.run(
			`UPDATE step SET events = ?
			WHERE run = (SELECT id FROM run WHERE id = ? AND pair = ?)
			AND number = ? AND events IS NULL`,
			JSON.stringify(events),
			run,
			pair,
			number,
		);

		if (changed === 0) {
			throw new Error(`The pair has no open step ${number} of run ${run}`);
		}

		keepChanges(database, pair, changes);
	});
}

/**
Reads the steps of a run, oldest first.

@yields Records; those without events are open.
*/
export function* readSteps(
	database: LedgerDatabase,
	run: string,
): Generator<StepRecord, void, void> {
	const rows = paged<StepRow>((last) =>
		database.all(
			`SELECT number, step, events FROM step
			WHERE run = ? AND number > ? ORDER BY number LIMIT 1000`,
			run,
			last?.number ?? 0,
		),
	);

	for (const row of rows) {
		yield toRecord(row, database.path);
	}
}

/** What a step told or, while its outcome is unknown, the step itself. */
export type StepOutcome =
	| {readonly events: readonly RecordedEvent[]}
	| {readonly events?: undefined; readonly step: Step};

/** Steps whose outcomes the ledger hands over as one text: parsed in one go, and garbage before anyone has to move it. */
const outcomesInPage = 200;

/**
Reads what became of the steps of a run, oldest first. A step with an outcome is not read itself: of a million steps, that is most of the time.

@yields An outcome for each step.
*/
export function* readOutcomes(
	database: LedgerDatabase,
	run: string,
): Generator<StepOutcome, void, void> {
	const pages = paged<OutcomePage>((last) =>
		database.all(
			`SELECT max(number) AS last, '[' || group_concat(outcome, ',' ORDER BY number) || ']' AS outcomes
			FROM (
				SELECT number, coalesce(events, step) AS outcome FROM step
				WHERE run = ? AND number > ? ORDER BY number LIMIT ${outcomesInPage}
			)
			HAVING count(*) > 0`,
			run,
			last?.last ?? 0,
		),
	);

	for (const {outcomes} of pages) {
		yield* fromLedger<readonly Outcome[]>(outcomes, database.path).map(
			(outcome) => toOutcome(outcome),
		);
	}
}

/** Reads the steps of a run that have an id of the source in them, of a range of numbers; the ends count in. The ledger looks for it as text, which is much faster than reading every step. */
export function readStepsNaming(
	database: LedgerDatabase,
	run: string,
	id: string,
	{from, to}: {readonly from: number; readonly to: number},
): readonly StepRecord[] {
	return database
		.all<StepRow>(
			`SELECT number, step, events FROM step
			WHERE run = ? AND number BETWEEN ? AND ? AND instr(step, ?) > 0
			ORDER BY number`,
			run,
			from,
			to,
			JSON.stringify(id),
		)
		.map((row) => toRecord(row, database.path));
}

/** What a step's record must survive before the step is sent. To repeat a step that was forgotten is harmless, but for these. */
function survivalOf(step: Step): Survival {
	switch (step.kind) {
		case 'create-organization': {
			// Repeated, it is answered with what it made the first time, and takes that for somebody else's (R11).
			return 'power-cut';
		}

		case 'revoke-access': {
			// With its account's creation forgotten too, the account looks as if it had been deactivated before.
			return 'power-cut';
		}

		case 'create-customer': {
			// An account made for an inactive customer looks as if it had been there before, and would keep its access (R6).
			return step.isRevokedNext === true ? 'power-cut' : 'kill';
		}

		case 'add-members':
		case 'link-organization':
		case 'add-project-customers':
		case 'edit-request': {
			return 'kill';
		}
	}
}

type StepRow = {
	readonly number: number;
	readonly step: string;
	readonly events?: string;
};

type OutcomePage = {
	/** Number of the last step on it. */
	readonly last: number;
	readonly outcomes: string;
};

/** Events are a list, a step is none. */
type Outcome = readonly RecordedEvent[] | Step;

function toOutcome(outcome: Outcome): StepOutcome {
	return isEvents(outcome) ? {events: outcome} : {step: outcome};
}

function isEvents(outcome: Outcome): outcome is readonly RecordedEvent[] {
	return Array.isArray(outcome);
}

function toRecord({number, step, events}: StepRow, path: string): StepRecord {
	return {
		number,
		step: fromLedger<Step>(step, path),
		...(events !== undefined && {
			events: fromLedger<readonly RecordedEvent[]>(events, path),
		}),
	};
}
