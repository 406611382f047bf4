import {type ProjectActivity} from './activity-snapshot.ts';
import {type RequestPair} from './pair-requests.ts';
import {
	type ActivityObstacle,
	type FieldPair,
	type LeftField,
	type PlannedEdit,
} from './planned-activity.ts';
import {type FieldValue} from './request-links.ts';
import {type Whereabout, type Whereabouts} from './whereabouts.ts';

/** What a comparison needs to know besides the two requests. */
export type ComparisonSetting = {
	readonly project: ProjectActivity;
	readonly whereabouts: Whereabouts;
	/** Ids of destination accounts; the first takes the place of deleted reporters. */
	readonly placeholders: readonly string[];
};

/** What comes of comparing one field of a request on both sites. */
export type FieldComparison = {
	readonly edit?: PlannedEdit;
	readonly left: readonly LeftField[];
	/** 1 where all that can be named are. */
	readonly present: number;
};

/** Someone whom the source names. */
type Named = {readonly id: string; readonly place: Whereabout};

const nobody: FieldValue = {ids: []};

/** Compares one field of a pair of requests. */
export function compareField(
	field: FieldPair,
	pair: RequestPair,
	setting: ComparisonSetting,
): FieldComparison {
	const source = pair.from.values[field.from.id];

	if (source === undefined) {
		return {left: [], present: 0};
	}

	const there = pair.to.values[field.to.id] ?? nobody;
	const leave = (why: ActivityObstacle, named: readonly string[]) =>
		named.length === 0
			? []
			: [
					{
						from: pair.from.key,
						to: pair.to.key,
						field: field.to.id,
						why,
						named,
						...heldBy(there),
					},
				];
	const {named, others, gone} = sortNamed(field, source, setting);
	const placeholder =
		field.to.kind === 'reporter' && gone.length > 0
			? setting.placeholders[0]
			: undefined;
	const obstacles = [
		...leave(
			'deleted',
			field.to.kind === 'reporter' && placeholder === undefined ? gone : [],
		),
		...leave('not-there', idsOf(named, 'not-there')),
		...leave('inactive', idsOf(named, 'inactive')),
	];
	const {linked, unlinked} = sortLinked(field, named, setting);
	const result = decide(
		{linked, placeholder},
		// Who is inactive there may be named there, though nobody can set him.
		{value: there, known: new Set([...others, ...placesOf(named)])},
		field,
		setting,
	);
	return {
		...(result.edit && {edit: result.edit}),
		present: Number(result.type === 'present'),
		left: [
			...obstacles,
			...leave('not-linked-to-project', unlinked),
			...leave(
				'other-value',
				result.type === 'other-value' ? result.named : [],
			),
		],
	};
}

/** Customers and organizations of the plan, accounts that are no customers, and deleted ones. */
function sortNamed(
	{to}: FieldPair,
	{ids, former = []}: FieldValue,
	{whereabouts}: ComparisonSetting,
): {
	readonly named: readonly Named[];
	readonly others: readonly string[];
	readonly gone: readonly string[];
} {
	const named: Named[] = [];
	const others: string[] = [];

	for (const id of ids) {
		if (former.includes(id)) {
			continue;
		}

		const place =
			to.kind === 'organizations'
				? whereabouts.organization(id)
				: whereabouts.customer(id);

		if (place === undefined) {
			others.push(id);
		} else {
			named.push({id, place});
		}
	}

	return {named, others, gone: former};
}

/** Jira takes only organizations that are linked to the project. */
function sortLinked(
	{to}: FieldPair,
	named: readonly Named[],
	{project, whereabouts}: ComparisonSetting,
): {readonly linked: readonly Named[]; readonly unlinked: readonly string[]} {
	const there = named.filter(({place}) => place.type === 'there');

	if (to.kind !== 'organizations') {
		return {linked: there, unlinked: []};
	}

	const isLinked = ({id, place}: Named) =>
		whereabouts.isLinked(id, project.project) ||
		(place.type === 'there' &&
			place.id !== undefined &&
			project.linked.has(place.id));
	return {
		linked: there.filter((one) => isLinked(one)),
		unlinked: there.filter((one) => !isLinked(one)).map(({id}) => id),
	};
}

type Decision = {readonly edit?: PlannedEdit} & (
	| {readonly type: 'nothing' | 'present' | 'edit'}
	| {readonly type: 'other-value'; readonly named: readonly string[]}
);

function decide(
	{
		linked,
		placeholder,
	}: {
		readonly linked: readonly Named[];
		readonly placeholder: string | undefined;
	},
	{
		value,
		known,
	}: {readonly value: FieldValue; readonly known: ReadonlySet<string>},
	{to}: FieldPair,
	{placeholders}: ComparisonSetting,
): Decision {
	const {ids, former = []} = value;
	const missing = linked.filter(({place}) => !ids.includes(idOf(place) ?? ''));
	const isPlaceholderMissing =
		placeholder !== undefined && !ids.includes(placeholder);

	if (linked.length === 0 && placeholder === undefined) {
		return {type: 'nothing'};
	}

	if (missing.length === 0 && !isPlaceholderMissing) {
		return {type: 'present'};
	}

	const keep = ids.filter(
		(id) => !former.includes(id) && !placeholders.includes(id),
	);
	const isForeign = keep.some((id) => !known.has(id));
	const isFull = !to.many && keep.length > 0;
	const add = missing.map(({id}) => id);

	if (isForeign || isFull) {
		// A deleted reporter whose request someone took over is nobody's business.
		return add.length === 0
			? {type: 'nothing'}
			: {type: 'other-value', named: add};
	}

	return {
		type: 'edit',
		edit: {
			field: to.id,
			...heldBy(value),
			keep,
			add: to.many ? add : add.slice(0, 1),
			...(isPlaceholderMissing && {placeholder}),
		},
	};
}

/** What a field of the destination holds, as a plan keeps it. */
function heldBy({
	ids,
	former = [],
}: FieldValue): Pick<PlannedEdit, 'before' | 'former'> {
	return {before: ids, ...(former.length > 0 && {former})};
}

function idsOf(
	named: readonly Named[],
	type: Whereabout['type'],
): readonly string[] {
	return named.filter(({place}) => place.type === type).map(({id}) => id);
}

function placesOf(named: readonly Named[]): readonly string[] {
	return named.flatMap(({place}) => idOf(place) ?? []);
}

function idOf(place: Whereabout): string | undefined {
	return place.type === 'not-there' ? undefined : place.id;
}
