import {type LedgerDatabase} from './ledger-database.ts';

/** What a person did with one item on the list of a run. */
export type TickChange = {
	readonly run: string;
	readonly item: string;
	readonly isDone: boolean;
};

/** Ids of what a person has ticked off on the list of a run. */
export function readTicks(
	database: LedgerDatabase,
	run: string,
): ReadonlySet<string> {
	const rows = database.all<{readonly item: string}>(
		'SELECT item FROM tick WHERE run = ?',
		run,
	);
	return new Set(rows.map(({item}) => item));
}

/** Ticks an item off, or takes that back. */
export function keepTick(
	database: LedgerDatabase,
	{run, item, isDone}: TickChange,
	now: Date,
): void {
	database.write('power-cut', () =>
		isDone
			? database.run(
					`INSERT INTO tick (run, item, ticked_at) SELECT id, ?, ? FROM run WHERE id = ?
					ON CONFLICT DO NOTHING`,
					item,
					now.toISOString(),
					run,
				)
			: database.run('DELETE FROM tick WHERE run = ? AND item = ?', run, item),
	);
}
