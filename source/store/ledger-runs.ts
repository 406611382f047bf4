import {type Plan} from '../migration/plan.ts';
import {type Reading} from '../migration/reading.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {type LedgerDatabase} from './ledger-database.ts';
import {fromLedger} from './ledger-json.ts';
import {type SQLInputValue} from './load-sqlite.ts';
import {readPlan, writePlan} from './plan-parts.ts';
import {dayOf, runId} from './run-id.ts';
import {type RunOverview, type StoredRun} from './run-overview.ts';

/** Opens a run and keeps its plan. Returns the run's id. */
export function startRun(
	database: LedgerDatabase,
	pair: number,
	plan: Plan,
	now: Date,
): string {
	return database.write('power-cut', () => {
		const sameDay = database.first<{readonly count: number}>(
			'SELECT count(*) AS count FROM run WHERE substr(id, 1, 10) = ?',
			dayOf(now),
		);
		const id = runId(now, sameDay?.count ?? 0);
		database.run(
			'INSERT INTO run (id, pair, started_at) VALUES (?, ?, ?)',
			id,
			pair,
			now.toISOString(),
		);
		writePlan(database, id, plan);
		return id;
	});
}

/** Closes a run for now. Closed again, it keeps the later summary. */
export function finishRun(
	database: LedgerDatabase,
	{run, pair}: {readonly run: string; readonly pair: number},
	summary: RunSummary,
	now: Date,
): void {
	const changed = database.write('power-cut', () =>
		database.run(
			'UPDATE run SET finished_at = ?, summary = ? WHERE id = ? AND pair = ?',
			now.toISOString(),
			JSON.stringify(summary),
			run,
			pair,
		),
	);

	if (changed === 0) {
		throw new Error(`The pair has no run ${run}`);
	}
}

/** All runs, newest first. */
export function listRuns(database: LedgerDatabase): readonly RunOverview[] {
	return select(database, '').map(({overview}) => overview);
}

export function listRunsOfPair(
	database: LedgerDatabase,
	source: string,
	destination: string,
): readonly RunOverview[] {
	const condition = 'WHERE pair.source = ? AND pair.destination = ?';
	return select(database, condition, source, destination).map(
		({overview}) => overview,
	);
}

export function findLastRun(database: LedgerDatabase): RunOverview | undefined {
	const condition = 'WHERE run.number = (SELECT max(number) FROM run)';
	return select(database, condition)[0]?.overview;
}

/**
Reads a run with its plan, part by part.

@yields How far it has come, after each part.
*/
export function* readRun(
	database: LedgerDatabase,
	id: string,
): Generator<Reading, StoredRun | undefined, void> {
	const [found] = select(database, 'WHERE run.id = ?', id);

	if (found === undefined) {
		return undefined;
	}

	const plan = yield* readPlan(database, id);
	return {...found.overview, summary: found.summary, plan};
}

type FoundRun = {
	readonly overview: RunOverview;
	readonly summary?: RunSummary;
};

type RunRow = {
	readonly id: string;
	readonly startedAt: string;
	readonly finishedAt?: string;
	readonly summary?: string;
	readonly sourceId: string;
	readonly sourceUrl: string;
	readonly sourceName: string;
	readonly destinationId: string;
	readonly destinationUrl: string;
	readonly destinationName: string;
	readonly steps: number;
	readonly openSteps: number;
	readonly undoEnding?: string;
	readonly undoVerdict?: string;
	readonly undoLeft?: number;
};

function select(
	database: LedgerDatabase,
	condition: string,
	...values: readonly SQLInputValue[]
): readonly FoundRun[] {
	// A run's steps are numbered without gaps, so the last number counts them without reading them. Left to itself, SQLite reads every step to find the open ones.
	const rows = database.all<RunRow>(
		`SELECT run.id, run.started_at AS startedAt, run.finished_at AS finishedAt, run.summary,
			source.id AS sourceId, source.url AS sourceUrl, source.name AS sourceName,
			destination.id AS destinationId, destination.url AS destinationUrl, destination.name AS destinationName,
			(SELECT coalesce(max(step.number), 0) FROM step WHERE step.run = run.id) AS steps,
			(SELECT count(*) FROM step INDEXED BY open_step WHERE step.run = run.id AND events IS NULL) AS openSteps,
			CASE WHEN undo.run IS NOT NULL THEN coalesce(undo.summary ->> 'ending', 'begun') END AS undoEnding,
			undo.summary ->> 'verdict' AS undoVerdict,
			json_array_length(undo.summary, '$.kept') + (undo.summary ->> 'failed') AS undoLeft
		FROM run
		LEFT JOIN act AS undo ON undo.run = run.id AND undo.kind = 'undo'
		JOIN pair ON pair.number = run.pair
		JOIN site AS source ON source.id = pair.source
		JOIN site AS destination ON destination.id = pair.destination
		${condition}
		ORDER BY run.number DESC`,
		...values,
	);
	return rows.map((row) => toRun(row, database.path));
}

function toRun(row: RunRow, path: string): FoundRun {
	const summary =
		row.summary === undefined
			? undefined
			: fromLedger<RunSummary>(row.summary, path);
	const {ending, verdict, exitCode, customers, organizations} = summary ?? {};
	return {
		summary,
		overview: {
			id: row.id,
			source: {id: row.sourceId, url: row.sourceUrl, name: row.sourceName},
			destination: {
				id: row.destinationId,
				url: row.destinationUrl,
				name: row.destinationName,
			},
			startedAt: row.startedAt,
			finishedAt: row.finishedAt,
			ending,
			verdict,
			exitCode,
			...(summary !== undefined && {customers, organizations}),
			steps: row.steps,
			openSteps: row.openSteps,
			...(row.undoEnding !== undefined && {
				undo: row.undoEnding === 'finished' ? 'finished' : 'begun',
			}),
			...(row.undoVerdict !== undefined && {undoVerdict: row.undoVerdict}),
			...(row.undoLeft !== undefined && {undoLeft: row.undoLeft}),
		},
	};
}
