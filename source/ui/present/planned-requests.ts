import {ActivityNames} from '../../migration/activity/activity-names.ts';
import {
	explainObstacle,
	explainPairing,
} from '../../migration/activity/explain-activity.ts';
import {
	type LeftField,
	type PlannedActivity,
	type PlannedEdit,
	type PlannedRequest,
	type ProposedPair,
} from '../../migration/activity/planned-activity.ts';
import {type Plan} from '../../migration/plan.ts';
import {neutralise} from '../../text/neutralise.ts';
import {adviceOnPlan} from './advice.ts';
import {type BrowserRow, type BrowserTable} from './browser.ts';
import {type Column} from './columns.ts';
import {type Fact, factLines} from './facts.ts';
import {
	namesText,
	requestColumns,
	requestFact,
	requestSubject,
} from './request-rows.ts';
import {joinRows, rowsOf} from './row-sources.ts';

const columns: readonly Column[] = [
	{title: 'Fate', least: 11, share: 0},
	{...requestColumns.request, least: 9},
	{...requestColumns.field, least: 10},
	requestColumns.who,
	{title: 'Names now', least: 14, share: 2},
	requestColumns.problem,
	{title: 'On the source', least: 15, share: 0},
];

/** Requests that are on the destination already: those to link, those only proposed, and each field that is left as it is. */
export function plannedRequestsTable(plan: Plan): BrowserTable {
	const {activity} = plan;

	if (activity === undefined) {
		return {
			columns,
			rows: joinRows(),
			emptyText:
				'Requests on the destination are left as they are. To link them to their customers, go back to the scope and press l.',
		};
	}

	const rows = new PlannedRequestRows(plan);
	const {requests, proposed, left} = activity;
	return {
		columns,
		rows: joinRows(
			rowsOf(requests, (one) => rows.linked(one)),
			rowsOf(proposed, (one) => rows.proposed(one)),
			rowsOf(left, (one) => rows.left(one)),
		),
		facets: {outcome: (place) => [fateAt(activity, place)]},
		emptyText: 'No request on the destination has to be edited.',
	};
}

/** In the words of the summary and of the report. */
type RequestFate = 'to link' | 'only listed' | 'left';

function fateAt(
	{requests, proposed}: PlannedActivity,
	place: number,
): RequestFate {
	if (place < requests.length) {
		return 'to link';
	}

	return place < requests.length + proposed.length ? 'only listed' : 'left';
}

class PlannedRequestRows {
	readonly #plan: Plan;
	readonly #names: ActivityNames;

	constructor(plan: Plan) {
		this.#plan = plan;
		this.#names = new ActivityNames(plan);
	}

	linked({from, to, pairing, edits}: PlannedRequest): BrowserRow {
		const fields = edits.map((edit) => this.#names.fieldName(edit.field));
		return this.#row(
			{from, to},
			{
				fate: 'to link',
				field: namesText(fields),
				who: namesText(edits.flatMap((edit) => this.#names.setBy(edit))),
				now: nowText(edits.flatMap((edit) => this.#now(edit))),
				problem: '',
			},
			() => [
				{
					label: 'fate',
					text: 'linked: its customers are set where nobody else is',
				},
				...edits.flatMap((edit) => this.#editFacts(edit)),
				{label: 'pair', text: explainPairing(pairing)},
			],
		);
	}

	/** Nobody has compared the fields of such a pair. */
	proposed({from, to, pairing}: ProposedPair): BrowserRow {
		const problem = explainPairing(pairing);
		return this.#row(
			{from, to},
			{fate: 'only listed', field: '', who: '', now: '', problem},
			() => [
				{
					label: 'fate',
					text: 'only listed, not linked: these may be two requests',
				},
				{label: 'problem', text: problem, tone: 'warning'},
				{
					label: 'next step',
					text: 'Look at both. If all pairs that are only listed are right, go back to the scope and press o, to link them too.',
				},
			],
		);
	}

	left(one: LeftField): BrowserRow {
		const {destination, source} = this.#plan;
		const {problem, nextStep} = explainObstacle(one.why, {
			source: source.name,
			destination: destination.name,
			advice: adviceOnPlan(destination),
		});
		const field = namesText([this.#names.fieldName(one.field)]);
		const who = namesText(this.#names.here(one.field, one.named));
		const now = one.before === undefined ? '' : nowText(this.#now(one));
		return this.#row(
			one,
			{fate: 'left', field, who, now, problem: neutralise(problem)},
			() => [
				{label: 'fate', text: 'left as it is'},
				{label: 'field', text: field},
				...nowFacts(now),
				{label: 'who', text: who},
				{label: 'problem', text: neutralise(problem), tone: 'warning'},
				{label: 'next step', text: neutralise(nextStep)},
			],
		);
	}

	#row(
		{from, to}: Pick<PlannedRequest, 'from' | 'to'>,
		{
			fate,
			field,
			who,
			now,
			problem,
		}: {
			readonly fate: RequestFate;
			readonly field: string;
			readonly who: string;
			readonly now: string;
			readonly problem: string;
		},
		facts: () => readonly Fact[],
	): BrowserRow {
		return {
			cells: [fate, to, field, who, now, problem, from],
			subject: requestSubject(this.#plan.destination, to),
			details: (width) => factLines([requestFact(to, from), ...facts()], width),
		};
	}

	#editFacts(edit: PlannedEdit): readonly Fact[] {
		const names = this.#names;
		const then = [...names.there(edit.keep), ...names.setBy(edit)];
		return [
			{label: 'field', text: namesText([this.#names.fieldName(edit.field)])},
			...nowFacts(nowText(this.#now(edit))),
			{label: 'will name', text: namesText(then)},
		];
	}

	#now({
		before = [],
		former = [],
	}: Pick<LeftField, 'before' | 'former'>): readonly string[] {
		const present = before.filter((id) => !former.includes(id));
		return [
			...this.#names.there(present),
			...(former.length > 0 ? ['a former user'] : []),
		];
	}
}

function nowText(names: readonly string[]): string {
	return names.length === 0 ? 'nobody' : namesText(names);
}

/** None where the plan was saved before it kept this. */
function nowFacts(now: string): readonly Fact[] {
	return now === '' ? [] : [{label: 'names now', text: now}];
}
