import {type IndexedName} from '../world/request-index.ts';
import {type RequestRecord} from '../world/requests.ts';
import {type World} from '../world/world.ts';
import {jqlField} from './fields.ts';
import {
	type Comparison,
	type Condition,
	JqlError,
	type Ordering,
	type Query,
} from './query.ts';

/** What a query needs besides the requests. */
export type JqlContext = {
	readonly world: World;
	readonly now: Date;
	readonly caller: string;
};

type Test = (request: RequestRecord) => boolean;

/**
The positions of the requests that match, in the order the query asks for. Changes after `asOf` are not seen. A query
without any restriction is refused, as `/search/jql` does (documented).
*/
export function searchRequests(
	query: Query,
	context: JqlContext,
	asOf: number,
): Int32Array {
	const {condition} = query;
	if (!condition) {
		throw new JqlError(
			'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
		);
	}

	const {requests} = context.world;
	const matches = compile(condition, context);
	const ranks = orderingRanks(query.orderings, context.world);
	const found: Array<{
		readonly index: number;
		readonly ranked: readonly number[];
	}> = [];
	for (const index of candidates(condition, context, asOf)) {
		const request = requests.at(index, asOf);
		if (matches(request)) {
			found.push({index, ranked: ranks.map((rank) => rank(request))});
		}
	}

	found.sort((one, other) => compareRanks(one.ranked, other.ranked));
	return Int32Array.from(found, ({index}) => index);
}

/**
Positions of requests among which all that match are.

@yields Those of the projects a query is limited to, or those that name whom it asks for, or all there are.
*/
function* candidates(
	condition: Condition,
	context: JqlContext,
	asOf: number,
): Generator<number> {
	const {requests} = context.world;
	const projects = projectsNamed(condition);
	const names =
		projects === undefined ? whomItNames(condition, context) : undefined;

	if (names !== undefined) {
		yield* requests.naming(names, asOf);
		return;
	}

	for (const projectKey of projects ?? [undefined]) {
		yield* requests.indexes(projectKey, asOf);
	}
}

/** People and organizations one of which every request that matches names; undefined where others match too. */
function whomItNames(
	condition: Condition,
	context: JqlContext,
): readonly IndexedName[] | undefined {
	switch (condition.type) {
		case 'and': {
			return condition.conditions
				.map((each) => whomItNames(each, context))
				.find((names) => names !== undefined);
		}

		case 'or': {
			const each = condition.conditions.map((one) => whomItNames(one, context));
			return each.includes(undefined)
				? undefined
				: each.flatMap((names) => names ?? []);
		}

		case 'not': {
			return undefined;
		}

		case 'comparison': {
			const {indexed} = jqlField(context.world, condition.field);
			return condition.operator === 'in' && indexed !== undefined
				? valuesWanted(condition, context).flatMap((value) => indexed(value))
				: undefined;
		}
	}
}

/** The projects a query is limited to, so that the requests of the others need not be looked at. */
function projectsNamed(condition: Condition): readonly string[] | undefined {
	if (condition.type === 'and') {
		return condition.conditions
			.map((each) => projectsNamed(each))
			.find((keys) => keys !== undefined);
	}

	return condition.type === 'comparison' &&
		condition.field === 'project' &&
		condition.operator === 'in'
		? [...new Set(condition.values.map((value) => value.toUpperCase()))]
		: undefined;
}

function compile(condition: Condition, context: JqlContext): Test {
	switch (condition.type) {
		case 'and': {
			const tests = condition.conditions.map((each) => compile(each, context));
			return (request) => tests.every((test) => test(request));
		}

		case 'or': {
			const tests = condition.conditions.map((each) => compile(each, context));
			return (request) => tests.some((test) => test(request));
		}

		case 'not': {
			const test = compile(condition.condition, context);
			return (request) => !test(request);
		}

		case 'comparison': {
			return compileComparison(condition, context);
		}
	}
}

function compileComparison(
	{field: name, operator, values}: Comparison,
	context: JqlContext,
): Test {
	const field = jqlField(context.world, name);
	if (name === 'project') {
		checkProjects(context.world, values);
	}

	if (operator === 'in') {
		const wanted = new Set(valuesWanted({values}, context));
		return (request) =>
			field.values(request).some((value) => wanted.has(value));
	}

	if (operator === 'empty') {
		return (request) => field.values(request).length === 0;
	}

	if (operator === 'contains') {
		const sought = values[0]!.toLowerCase();
		return (request) =>
			field.values(request).some((value) => value.includes(sought));
	}

	const {rank} = field;
	if (!rank) {
		throw new JqlError(
			`The operator '${operator}' is not supported by the '${name}' field.`,
		);
	}

	const bound = field.isMoment
		? momentOf(values[0]!, context.now)
		: Number(values[0]!.slice(values[0]!.lastIndexOf('-') + 1));
	const compare = comparisons[operator];
	return (request) => compare(rank(request), bound);
}

function valuesWanted(
	{values}: Pick<Comparison, 'values'>,
	{caller}: JqlContext,
): readonly string[] {
	return values.map((value) =>
		(value === 'currentUser()' ? caller : value).toLowerCase(),
	);
}

const comparisons = {
	'<': (one: number, other: number) => one < other,
	'<=': (one: number, other: number) => one <= other,
	'>': (one: number, other: number) => one > other,
	'>=': (one: number, other: number) => one >= other,
} as const;

function checkProjects({projects}: World, values: readonly string[]): void {
	const unknown = values.find((value) => !projects.find(value.toUpperCase()));
	if (unknown !== undefined) {
		throw new JqlError(
			`The value '${unknown}' does not exist for the field 'project'.`,
		);
	}
}

/** A moment in JQL: `2025-01-31`, `2025-01-31 18:30`, milliseconds of the epoch, or back from now like `-7d`. */
function momentOf(text: string, now: Date): number {
	const back = /^-(?<amount>\d{1,6})(?<unit>[dhmw])$/v.exec(text)?.groups;
	if (back) {
		return now.getTime() - Number(back['amount']) * unitMs.get(back['unit']!)!;
	}

	if (/^\d{10,15}$/v.test(text)) {
		return Number(text);
	}

	const isDate = /^\d{4}[\-\/]\d\d[\-\/]\d\d(?:[ T]\d\d:\d\d)?$/v.test(text);
	const [date = '', time = '00:00'] = text
		.replaceAll('/', '-')
		.split(/[ T]/v, 2);
	const moment = isDate ? Date.parse(`${date}T${time}Z`) : NaN;
	if (Number.isNaN(moment)) {
		throw new JqlError(
			`Date value '${text}' is invalid. Valid formats include: 'yyyy-MM-dd HH:mm' and '-5d'.`,
		);
	}

	return moment;
}

const unitMs: ReadonlyMap<string, number> = new Map([
	['m', 60_000],
	['h', 3_600_000],
	['d', 86_400_000],
	['w', 604_800_000],
]);

/** What requests are sorted by, first things first. Without an order the newest come first, as in Jira. */
function orderingRanks(
	orderings: readonly Ordering[],
	world: World,
): ReadonlyArray<(request: RequestRecord) => number> {
	const usual: readonly Ordering[] = [{field: 'created', isDescending: true}];
	return (orderings.length > 0 ? orderings : usual).map(
		({field: name, isDescending}) => {
			const {rank} = jqlField(world, name);
			if (!rank) {
				throw new JqlError(`The field '${name}' does not support sorting.`);
			}

			return isDescending ? (request) => -rank(request) : rank;
		},
	);
}

function compareRanks(
	one: readonly number[],
	other: readonly number[],
): number {
	const position = one.findIndex((rank, index) => rank !== other[index]);
	return position === -1 ? 0 : one[position]! - other[position]!;
}
