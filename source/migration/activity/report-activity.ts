import {type Advice, type Explanation, explainFailure} from '../explain.ts';
import {type Plan} from '../plan.ts';
import {type RunState} from '../run-state.ts';
import {ActivityNames} from './activity-names.ts';
import {explainObstacle} from './explain-activity.ts';
import {
	type LeftField,
	type PlannedEdit,
	type PlannedRequest,
} from './planned-activity.ts';
import {type LinkKind} from './request-links.ts';

/** What became of one field of a request that was on the destination already. */
export type ActivityRow = Partial<Explanation> & {
	/** Key on the destination. */
	readonly request: string;
	/** Key on the source. */
	readonly from: string;
	/** The name of the field on the destination, untrusted. */
	readonly field: string;
	readonly kind?: LinkKind;
	/** Emails, or names of customers who hide theirs, or names of organizations; untrusted. */
	readonly named: readonly string[];
	readonly outcome: 'linked' | 'left' | 'failed' | 'waiting';
};

type Edit = {readonly request: PlannedRequest; readonly edit: PlannedEdit};

/** A row for each field that was to be set and, behind them, for each that was left alone; each is made when it is looked at. */
export class ActivityRows {
	readonly total: number;
	readonly #plan: Plan;
	readonly #state: RunState;
	readonly #advice: Advice | undefined;
	readonly #edits: readonly Edit[];
	readonly #left: readonly LeftField[];
	readonly #names: ActivityNames;

	constructor(plan: Plan, state: RunState, advice?: Advice) {
		const {requests = [], left = []} = plan.activity ?? {};
		this.#plan = plan;
		this.#state = state;
		this.#advice = advice;
		this.#edits = requests.flatMap((request) =>
			request.edits.map((edit) => ({request, edit})),
		);
		this.#left = left;
		this.#names = new ActivityNames(plan);
		this.total = this.#edits.length + left.length;
	}

	/** Undefined where there is no such place. */
	at(place: number): ActivityRow | undefined {
		const edit = this.#edits[place];
		const left = this.#left[place - this.#edits.length];
		return edit === undefined
			? left && this.#leftRow(left)
			: this.#editRow(edit);
	}

	/** What became of the field, without everything else of its row. */
	outcome(place: number): ActivityRow['outcome'] {
		const edit = this.#edits[place];
		return edit === undefined ? 'left' : whatBecame(edit, this.#state).outcome;
	}

	*[Symbol.iterator](): Generator<ActivityRow, void, void> {
		for (let place = 0; place < this.total; place++) {
			yield this.at(place)!;
		}
	}

	#editRow({request, edit}: Edit): ActivityRow {
		return {
			...this.#fieldOf(edit.field),
			named: this.#names.setBy(edit),
			request: request.to,
			from: request.from,
			...whatBecame({request, edit}, this.#state),
		};
	}

	#leftRow({from, to, field, named, why}: LeftField): ActivityRow {
		const {source, destination} = this.#plan;
		return {
			...this.#fieldOf(field),
			named: this.#names.here(field, named),
			request: to,
			from,
			outcome: 'left',
			...explainObstacle(why, {
				source: source.name,
				destination: destination.name,
				advice: this.#advice,
			}),
		};
	}

	#fieldOf(id: string): Pick<ActivityRow, 'field' | 'kind'> {
		const kind = this.#names.field(id)?.kind;
		return {
			field: this.#names.fieldName(id),
			...(kind !== undefined && {kind}),
		};
	}
}

/** A field whose customers could not be made, or that someone set meanwhile, is not among those set. */
function whatBecame(
	{request: {to}, edit: {field}}: Edit,
	state: RunState,
): Pick<ActivityRow, 'outcome'> & Partial<Explanation> {
	const failure = state.requestFailure(to);

	if (failure !== undefined) {
		return {outcome: 'failed', ...explainFailure(failure)};
	}

	const edits = state.requestEdits(to);

	if (edits === undefined) {
		return {outcome: 'waiting'};
	}

	return edits.some((edit) => edit.field === field)
		? {outcome: 'linked'}
		: {
				outcome: 'left',
				...explainFailure({code: 'changed-meanwhile'}),
			};
}
