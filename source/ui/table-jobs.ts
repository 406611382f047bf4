import {type Errand} from './errands.ts';
import {type Subject} from './present/browser.ts';
import {type SessionState} from './session-state.ts';
import {type SteadyWork} from './steady-work.ts';
import {type TableId} from './tables-state.ts';

/** What there is to do for tables. */
export type TableJob =
	/** Rows of a table that is too long to look through at once. */
	| {
			readonly type: 'look-at-rows';
			readonly table: TableId;
			readonly rows: SteadyWork;
	  }
	| {
			readonly type: 'read-calls';
			readonly run: string;
			readonly subject: Subject;
	  }
	| {
			readonly type: 'compare';
			readonly earlier: string;
			readonly later: string;
	  }
	| {readonly type: 'errand'; readonly errand: Errand};

type KeyedJob = TableJob & {readonly key: string};

/** Work that tables ask for: rows to look through, calls to read, runs to compare, and errands. */
export function tableJobs(state: SessionState): readonly KeyedJob[] {
	const ids = Object.keys(state.tables) as readonly TableId[];
	return [
		...ids.flatMap((id) => rowJobs(state, id)),
		...callJobs(state),
		...comparisonJobs(state),
		...errandJobs(state),
	];
}

function rowJobs({tables}: SessionState, table: TableId): readonly KeyedJob[] {
	const {rows, counts, attempt} = tables[table];
	const works = [
		{what: 'rows', rows},
		{what: 'facets', rows: counts},
	] as const;
	return works.flatMap(({what, rows: work}): readonly KeyedJob[] =>
		work === undefined || work.isDone
			? []
			: [
					{
						key: `${what} ${table} ${attempt}`,
						type: 'look-at-rows',
						table,
						rows: work,
					},
				],
	);
}

function callJobs({tables, report}: SessionState): readonly KeyedJob[] {
	const {reading, attempt} = tables.report;
	const {run} = report;
	return reading === undefined || run === undefined
		? []
		: [
				{
					key: `read-calls ${attempt} ${reading.label}`,
					type: 'read-calls',
					run,
					subject: reading,
				},
			];
}

function comparisonJobs({comparison}: SessionState): readonly KeyedJob[] {
	const {earlier, later, comparing, attempt} = comparison;
	return comparing === undefined || earlier === undefined || later === undefined
		? []
		: [{key: `compare ${attempt}`, type: 'compare', earlier, later}];
}

function errandJobs({errands}: SessionState): readonly KeyedJob[] {
	const {errand, count} = errands;
	return errand === undefined
		? []
		: [{key: `errand ${count}`, type: 'errand', errand}];
}
