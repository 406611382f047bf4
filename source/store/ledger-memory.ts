import {type Decision, type Decisions} from '../migration/choices.ts';
import {type RecordedEvent} from '../migration/events.ts';
import {type Memory} from '../migration/memory.ts';
import {type LedgerDatabase} from './ledger-database.ts';
import {fromLedger} from './ledger-json.ts';
import {type Links, type MemoryChanges} from './memory-changes.ts';
import {paged} from './paged.ts';

export function readMemory(database: LedgerDatabase, pair: number): Memory {
	return {
		customers: readLinks(database, 'customer', pair),
		toRevoke: readToRevoke(database, pair),
		organizations: readLinks(database, 'organization', pair),
		memberships: readMemberships(database, pair),
		decisions: readDecisions(database, pair),
	};
}

/** Keeps which source id became which destination id; a later one replaces an earlier one, and a known one costs no write. To be called within a write. */
export function keepLinks(
	database: LedgerDatabase,
	pair: number,
	{customers = [], organizations = []}: Links,
): void {
	for (const [source, destination] of customers) {
		// What was to be revoked was the account that the customer became before.
		database.run(
			`INSERT INTO customer (pair, source_id, destination_id) VALUES (?, ?, ?)
			ON CONFLICT DO UPDATE SET destination_id = excluded.destination_id, to_revoke = 0
			WHERE destination_id <> excluded.destination_id`,
			pair,
			source,
			destination,
		);
	}

	for (const [source, destination] of organizations) {
		database.run(
			`INSERT INTO organization (pair, source_id, destination_id) VALUES (?, ?, ?)
			ON CONFLICT DO UPDATE SET destination_id = excluded.destination_id
			WHERE destination_id <> excluded.destination_id`,
			pair,
			source,
			destination,
		);
	}
}

/** Forgets links, where they still are what is given. To be called within a write. */
export function forgetLinks(
	database: LedgerDatabase,
	pair: number,
	{customers = [], organizations = []}: Links,
): void {
	for (const [source, destination] of customers) {
		database.run(
			'DELETE FROM customer WHERE pair = ? AND source_id = ? AND destination_id = ?',
			pair,
			source,
			destination,
		);
	}

	for (const [source, destination] of organizations) {
		database.run(
			'DELETE FROM organization WHERE pair = ? AND source_id = ? AND destination_id = ?',
			pair,
			source,
			destination,
		);
	}
}

/** Keeps what the events of a step tell. To be called within a write. */
export function keepChanges(
	database: LedgerDatabase,
	pair: number,
	changes: MemoryChanges,
): void {
	const mark =
		'UPDATE customer SET to_revoke = ? WHERE pair = ? AND source_id = ?';
	keepLinks(database, pair, changes);

	for (const customer of changes.toRevoke) {
		database.run(mark, 1, pair, customer);
	}

	for (const customer of changes.revoked) {
		database.run(mark, 0, pair, customer);
	}
}

/** Keeps decisions; those on other organizations stay. To be called within a write. */
export function keepDecisions(
	database: LedgerDatabase,
	pair: number,
	decisions: Decisions,
): void {
	for (const [organization, decision] of Object.entries(decisions)) {
		database.run(
			`INSERT INTO decision (pair, organization, decision) VALUES (?, ?, ?)
			ON CONFLICT DO UPDATE SET decision = excluded.decision`,
			pair,
			organization,
			JSON.stringify(decision),
		);
	}
}

/** Forgets decisions that were taken back; organizations without one are passed over. To be called within a write. */
export function forgetDecisions(
	database: LedgerDatabase,
	pair: number,
	organizations: readonly string[],
): void {
	for (const organization of organizations) {
		database.run(
			'DELETE FROM decision WHERE pair = ? AND organization = ?',
			pair,
			organization,
		);
	}
}

function readLinks(
	database: LedgerDatabase,
	table: 'customer' | 'organization',
	pair: number,
): ReadonlyMap<string, string> {
	const rows = paged<LinkRow>((last) =>
		database.all(
			`SELECT source_id AS source, destination_id AS destination FROM ${table}
			WHERE pair = ? AND source_id > ? ORDER BY source_id LIMIT 10000`,
			pair,
			last?.source ?? '',
		),
	);
	const links = new Map<string, string>();

	for (const {source, destination} of rows) {
		links.set(source, destination);
	}

	return links;
}

type LinkRow = {readonly source: string; readonly destination: string};

function readToRevoke(
	database: LedgerDatabase,
	pair: number,
): ReadonlySet<string> {
	const rows = database.all<{readonly customer: string}>(
		'SELECT source_id AS customer FROM customer WHERE pair = ? AND to_revoke = 1',
		pair,
	);
	return new Set(rows.map(({customer}) => customer));
}

/** The steps of runs tell who was made a member. */
function readMemberships(
	database: LedgerDatabase,
	pair: number,
): Memory['memberships'] {
	const rows = paged<MembersRow>((last) =>
		database.all(
			`SELECT run.number AS run, step.number AS number, step.events AS events
			FROM run JOIN step ON step.run = run.id
			WHERE run.pair = ? AND (run.number, step.number) > (?, ?)
			AND step.events LIKE '%"members-added"%'
			ORDER BY run.number, step.number LIMIT 1000`,
			pair,
			last?.run ?? 0,
			last?.number ?? 0,
		),
	);
	const members = new Map<string, Set<string>>();

	for (const {events} of rows) {
		const recorded = fromLedger<readonly RecordedEvent[]>(
			events,
			database.path,
		);

		for (const event of recorded) {
			if (event.type === 'members-added') {
				addAll(members, event.organization, event.customers);
			}
		}
	}

	return members;
}

type MembersRow = {
	readonly run: number;
	readonly number: number;
	readonly events: string;
};

function addAll(
	members: Map<string, Set<string>>,
	organization: string,
	customers: readonly string[],
): void {
	const known = members.get(organization) ?? new Set();

	for (const customer of customers) {
		known.add(customer);
	}

	members.set(organization, known);
}

function readDecisions(database: LedgerDatabase, pair: number): Decisions {
	const rows = database.all<{
		readonly organization: string;
		readonly decision: string;
	}>('SELECT organization, decision FROM decision WHERE pair = ?', pair);
	return Object.fromEntries(
		rows.map(({organization, decision}) => [
			organization,
			fromLedger<Decision>(decision, database.path),
		]),
	);
}
