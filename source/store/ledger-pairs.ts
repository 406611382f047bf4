import {type LedgerDatabase} from './ledger-database.ts';
import {type Pair} from './pair.ts';

/** The pair's number in the file; a new pair gets one. The sites' names and addresses are kept as last seen. */
export function pairNumber(
	database: LedgerDatabase,
	{source, destination}: Pair,
): number {
	return database.write('kill', () => {
		for (const {id, url, name} of [source, destination]) {
			database.run(
				`INSERT INTO site (id, url, name) VALUES (?, ?, ?)
				ON CONFLICT DO UPDATE SET url = excluded.url, name = excluded.name
				WHERE url <> excluded.url OR name <> excluded.name`,
				id,
				url,
				name,
			);
		}

		database.run(
			'INSERT INTO pair (source, destination) VALUES (?, ?) ON CONFLICT DO NOTHING',
			source.id,
			destination.id,
		);
		return numberOf(database, source.id, destination.id);
	});
}

/** Whether any pair has a site at that address. */
export function hasMet(database: LedgerDatabase, url: string): boolean {
	return (
		database.first('SELECT 1 AS met FROM site WHERE url = ?', url) !== undefined
	);
}

function numberOf(
	database: LedgerDatabase,
	source: string,
	destination: string,
): number {
	const row = database.first<{readonly number: number}>(
		'SELECT number FROM pair WHERE source = ? AND destination = ?',
		source,
		destination,
	);

	if (row === undefined) {
		throw new Error('A pair that was just kept has a number');
	}

	return row.number;
}
