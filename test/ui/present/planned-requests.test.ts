import {expect, test} from 'vitest';
import {type ActivitySnapshot} from '../../../source/migration/activity/activity-snapshot.ts';
import {type RequestPair} from '../../../source/migration/activity/pair-requests.ts';
import {
	type Pairing,
	type PlannedRequest,
} from '../../../source/migration/activity/planned-activity.ts';
import {type LinkField} from '../../../source/migration/activity/request-links.ts';
import {type Choices} from '../../../source/migration/choices.ts';
import {type Plan} from '../../../source/migration/plan.ts';
import {planCopy} from '../../../source/migration/plan-copy.ts';
import {FacetCounts} from '../../../source/ui/facet-counts.ts';
import {LazyRows} from '../../../source/ui/lazy-rows.ts';
import {everything} from '../../../source/ui/present/browser.ts';
import {textOfLine} from '../../../source/ui/present/line.ts';
import {requestParts} from '../../../source/ui/present/plan-numbers.ts';
import {planTable} from '../../../source/ui/present/plan-tables.ts';
import {
	customer,
	destinationAccount,
	destinationOrganization,
	project,
	projectPair,
	sourceOrganization,
} from '../../helpers/engine-people.ts';
import {planInput} from '../../helpers/engine-snapshots.ts';

const ada = customer('ada');
const bob = customer('bob');
const cam = customer('cam');
const dan = customer('dan', {status: 'inactive'});
const gone = customer('gone', {
	status: 'deleted',
	name: 'Former user',
	email: undefined,
});
const acme = sourceOrganization('Acme', {projects: ['IT']});
const there = {
	ada: destinationAccount('ada'),
	bob: destinationAccount('bob', {status: 'inactive'}),
	cam: destinationAccount('cam'),
	kim: destinationAccount('kim'),
	imported: destinationAccount('imported', {type: 'atlassian'}),
	importer: destinationAccount('importer', {
		type: 'app',
		name: 'Importer\u{1B}[2J',
		email: undefined,
	}),
};
const acmeThere = destinationOrganization('Acme', {projects: ['IT']});

const fields = [
	{name: 'Reporter', kind: 'reporter'},
	{name: 'Participants', kind: 'participants'},
	{name: 'Organizations', kind: 'organizations'},
] as const;

const linkFields = fields.map((one): LinkField => ({
	...one,
	id: one.kind,
	type: one.kind,
	many: one.kind !== 'reporter',
}));

type Values = Readonly<
	Record<string, readonly string[] | {readonly former: string}>
>;

/** A pair of requests with the ids that the fields of both hold. */
function pair(
	number: number,
	[source, destination]: readonly [Values, Values],
	{pairing = 'confirmed', key = 'IT'}: {pairing?: Pairing; key?: string} = {},
): RequestPair {
	const request = (side: string, values: Values) => ({
		key: `${side}${key}-${number}`,
		created: number,
		summary: 'Broken',
		authored: [],
		values: Object.fromEntries(
			Object.entries(values).map(([id, value]) => [
				id,
				'former' in value
					? {ids: [value.former], former: [value.former]}
					: {ids: value},
			]),
		),
	});
	return {
		from: request('OLD-', source),
		to: request('', destination),
		pairing,
	};
}

/** Every fate, each with another reason. */
const pairs = [
	pair(1, [
		{reporter: [ada.id], participants: [ada.id, cam.id]},
		{reporter: {former: 'whoever'}, participants: [there.cam.id]},
	]),
	pair(2, [{reporter: [ada.id]}, {reporter: [there.kim.id]}]),
	pair(3, [{reporter: {former: gone.id}}, {reporter: [there.importer.id]}]),
	pair(4, [{reporter: [bob.id], participants: [dan.id]}, {}]),
	pair(5, [{reporter: [ada.id]}, {reporter: [there.ada.id]}]),
	pair(6, [{reporter: [ada.id]}, {}], {pairing: 'renumbered'}),
	pair(7, [{reporter: [ada.id]}, {}], {pairing: 'reworded'}),
	pair(8, [
		{organizations: [acme.id], participants: [ada.id], reporter: [ada.id]},
		{reporter: {former: 'whoever'}},
	]),
	pair(9, [{reporter: [ada.id]}, {reporter: [there.imported.id]}]),
];
const closed = pair(1, [{reporter: [ada.id]}, {}], {key: 'HR'});

const activity: ActivitySnapshot = {
	fields: linkFields.map((one) => ({from: one, to: one, certainty: 'certain'})),
	fieldsWithout: [],
	projects: [
		{project: 'IT', pairs, canEdit: true},
		{project: 'HR', pairs: [closed], canEdit: false},
	].map((one) => ({
		...one,
		read: {source: one.pairs.length, destination: one.pairs.length},
		linked: new Set([acmeThere.id]),
	})),
};

function planWith(choices: Partial<Choices> = {}): Plan {
	const input = planInput({
		source: {
			customers: [ada, bob, cam, dan],
			organizations: [acme],
			leftOut: {agents: [], apps: [], deleted: [gone]},
		},
		destination: {
			accounts: Object.values(there),
			details: [acmeThere],
			projects: [project('IT'), project('HR')],
		},
		projects: [projectPair('IT'), projectPair('HR')],
		choices: {activity: 'link', ...choices},
	});
	return planCopy({...input, activity});
}

function rowsOf(plan: Plan) {
	const rows = new LazyRows(planTable(plan, 'requests'));
	return rows.slice(0, rows.count);
}

/** What the rows of a request say when they are opened. */
function detailsOf(plan: Plan, request: string): readonly string[] {
	return rowsOf(plan)
		.filter(({cells}) => cells[1] === request)
		.map(({details}) =>
			details(200)
				.map((line) => textOfLine(line).replaceAll(/ {2,}/gv, ' ').trim())
				.join('\n'),
		);
}

test.each<Partial<Choices>>([
	{},
	{proposed: 'link'},
	{placeholders: ['imported@acme.example']},
	{proposed: 'link', placeholders: ['imported@acme.example', 'qm:x']},
])('with %o the numbers of the summary are those of the rows', (choices) => {
	const plan = planWith(choices);
	const counts = new FacetCounts(planTable(plan, 'requests'), everything);
	counts.work(1000);
	const counted = new Map(
		counts.values.map(({value, count}) => [value, count]),
	);
	const [linked, listed, left] = requestParts(plan.activity!);
	expect(linked!.count).toBeGreaterThan(0);
	expect(left!.count).toBeGreaterThan(0);
	expect(counted.get('to link')).toBe(linked!.count);
	expect(counted.get('only listed') ?? 0).toBe(listed!.count);
	expect(counted.get('left')).toBe(left!.count);
	const fates = Map.groupBy(rowsOf(plan), ({cells}) => cells[0]);
	expect(
		new Map(fates.entries().map(([fate, rows]) => [fate, rows.length])),
	).toEqual(counted);
});

test('a request tells each field with whom it names now and whom it will name', () => {
	expect(detailsOf(planWith(), 'IT-1')).toMatchInlineSnapshot(`
		[
		  request IT-1, on the source OLD-IT-1
		fate linked: its customers are set where nobody else is
		field Reporter
		names now a former user
		will name ada@acme.example
		field Participants
		names now cam@acme.example
		will name cam@acme.example, ada@acme.example
		pair same key, created time and summary,
		]
	`);
	expect(rowsOf(planWith())[0]?.cells).toMatchInlineSnapshot(`
		[
		  "to link",
		  "IT-1",
		  "Reporter, Participants",
		  "ada@acme.example",
		  "a former user, cam@acme.example",
		  "",
		  "OLD-IT-1",
		]
	`);
});

test('a request names nobody where none of its fields names anyone', () => {
	const cellsOf = (request: string) =>
		rowsOf(planWith({proposed: 'link'})).find(({cells}) => cells[1] === request)
			?.cells;
	expect(cellsOf('IT-8')?.slice(2, 5)).toEqual([
		'Reporter, Participants, Organizations',
		'ada@acme.example, Acme',
		'a former user',
	]);
	expect(cellsOf('IT-6')?.slice(2, 5)).toEqual([
		'Reporter',
		'ada@acme.example',
		'nobody',
	]);
});

test('every row that is not linked tells why', () => {
	const rows = rowsOf(planWith()).filter(({cells}) => cells[0] !== 'to link');
	expect(rows.map(({cells}) => cells.join(' | ')).join('\n'))
		.toMatchInlineSnapshot(`
		only listed | IT-6 |  |  |  | another key; same created time and summary | OLD-IT-6
		only listed | IT-7 |  |  |  | another summary; same key and created time | OLD-IT-7
		left | IT-2 | Reporter | ada@acme.example | kim@acme.example | Someone set another value on New; it is not overwritten. | OLD-IT-2
		left | IT-3 | Reporter | Former user | Importer␛[2J | The reporter was deleted on Old. | OLD-IT-3
		left | IT-4 | Reporter | bob@acme.example | nobody | Not on New. | OLD-IT-4
		left | IT-4 | Participants | dan@acme.example | nobody | The account is inactive on New; Jira takes no inactive account into a field. | OLD-IT-4
		left | IT-9 | Reporter | ada@acme.example | imported@acme.example | Someone set another value on New; it is not overwritten. | OLD-IT-9
		left | HR-1 | Reporter | ada@acme.example | nobody | This login may not edit requests of the project on New without mail to those who take part. | OLD-HR-1
	`);
});

test('the account that stands for deleted reporters is called by its email, an app by its name, made harmless', () => {
	const [details] = detailsOf(
		planWith({
			placeholders: ['imported@acme.example', there.importer.id],
		}),
		'IT-3',
	);
	expect(details).toMatchInlineSnapshot(`
		request IT-3, on the source OLD-IT-3
		fate linked: its customers are set where nobody else is
		field Reporter
		names now Importer␛[2J
		will name imported@acme.example
		pair same key, created time and summary
	`);
});

test('what to do about a deleted reporter is said in keys', () => {
	const [details] = detailsOf(planWith(), 'IT-3');
	expect(details).toContain('press a');
	expect(details).not.toContain('--placeholder');
});

test('a plan that was saved before it kept whom fields name shows their ids', () => {
	const plan = planWith();
	const {there: _, ...older} = plan.activity!;
	const left = older.left.map(({before, ...one}) => one);
	const rows = rowsOf({...plan, activity: {...older, left}});
	const cellsOf = (request: string) =>
		rows.find(({cells}) => cells[1] === request)?.cells;
	expect(cellsOf('IT-1')?.[4]).toBe(`a former user, ${there.cam.id}`);
	expect(cellsOf('IT-2')?.[4]).toBe('');
});

test('of 100,000 requests only those on screen are made into rows, and filters count them all', () => {
	let made = 0;
	const plan = planWith();
	const [first] = plan.activity!.requests;
	const requests = Array.from(
		{length: 100_000},
		(_, index): PlannedRequest => ({
			...first!,
			to: `IT-${index}`,
			get pairing() {
				made++;
				return 'confirmed' as const;
			},
		}),
	);
	const table = planTable(
		{...plan, activity: {...plan.activity!, requests}},
		'requests',
	);
	const rows = new LazyRows(table);
	expect(rows.slice(50_000, 50_020)).toHaveLength(20);
	expect(rows.at(99_999)?.cells[1]).toBe('IT-99999');
	expect(made).toBe(21);
	const linked = new LazyRows(table, {
		text: '',
		facets: {outcome: 'to link'},
	});
	linked.work(rows.count + 1);
	expect(linked.count).toBe(100_000);
});
