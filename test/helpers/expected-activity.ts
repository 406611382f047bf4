import {type PracticeSite} from '../../source/practice/practice-sites.ts';
import {type Person} from '../../source/practice/world/person.ts';
import {
	type RequestFields,
	type RequestRecord,
} from '../../source/practice/world/requests.ts';

/** The fields that activity is about, by what they hold in the world of a practice site. */
const peopleFields = [
	'reporter',
	'participants',
	'approvers',
	'contact',
	'stakeholders',
	'owners',
] as const satisfies ReadonlyArray<keyof RequestFields>;

export const linkedFields = [...peopleFields, 'organizations'] as const;

type LinkedFieldName = (typeof linkedFields)[number];

/** Values of the linked fields of one request, each as a list. */
export type LinkedValues = Readonly<
	Record<LinkedFieldName, ReadonlyArray<string | number>>
>;

export type ExpectationSetting = {
	/** Whether what is only proposed is taken. */
	readonly isProposedTaken: boolean;
	/** Ids of destination accounts. */
	readonly placeholders: readonly string[];
	/** The destination's requests before the copy. */
	readonly before: ReadonlyMap<string, LinkedValues>;
};

export function valuesOf(request: RequestRecord): LinkedValues {
	return Object.fromEntries(
		linkedFields.map((name) => {
			const value = request[name];
			return [
				name,
				value === undefined ? [] : typeof value === 'string' ? [value] : value,
			] as const;
		}),
	) as LinkedValues;
}

/** Every request of a site, by its key. */
export function requestsOf({
	world,
}: PracticeSite): ReadonlyMap<string, RequestRecord> {
	return new Map(
		world.requests
			.indexes(undefined, Infinity)
			.map((index) => world.requests.at(index))
			.map((request) => [request.key, request] as const),
	);
}

/** All values of a site, by the key of the request. */
export function allValues(
	site: PracticeSite,
): ReadonlyMap<string, LinkedValues> {
	return new Map(
		requestsOf(site)
			.entries()
			.map(([key, request]) => [key, valuesOf(request)] as const),
	);
}

/**
What requests of the destination should hold after a copy of all projects that links activity, computed from the worlds of both sites alone.
*/
export function expectedValues(
	source: PracticeSite,
	destination: PracticeSite,
	setting: ExpectationSetting,
): ReadonlyMap<string, LinkedValues> {
	const originals = originalsOf(source, destination, setting);
	return new Map(
		setting.before.entries().map(([key, values]) => {
			const original = originals.get(key);
			return [
				key,
				original === undefined
					? values
					: linked(original, values, {source, destination, setting}),
			] as const;
		}),
	);
}

/** The request that each one of the destination was made from, where two of key, created time and summary show it. */
function originalsOf(
	source: PracticeSite,
	destination: PracticeSite,
	{isProposedTaken}: ExpectationSetting,
): ReadonlyMap<string, RequestRecord> {
	const byMoment = Map.groupBy(
		requestsOf(source).values(),
		({projectKey, createdAt}) => `${projectKey} ${createdAt}`,
	);
	const found = new Map<string, RequestRecord>();

	for (const [key, copy] of requestsOf(destination)) {
		const alike = byMoment.get(`${copy.projectKey} ${copy.createdAt}`) ?? [];
		const [original] = alike;

		if (original === undefined) {
			continue;
		}

		if (alike.length > 1) {
			throw new Error(`The world is not fit for this: ${key} has twins`);
		}

		const isSameKey = original.key === key;
		const isSameSummary = original.summary === copy.summary;
		const isCertain = isSameKey && isSameSummary;

		if (isCertain || (isProposedTaken && (isSameKey || isSameSummary))) {
			found.set(key, original);
		}
	}

	return found;
}

type Sites = {
	readonly source: PracticeSite;
	readonly destination: PracticeSite;
	readonly setting: ExpectationSetting;
};

function linked(
	original: RequestRecord,
	before: LinkedValues,
	sites: Sites,
): LinkedValues {
	const wanted = valuesOf(original);
	return Object.fromEntries(
		linkedFields.map((name) => [
			name,
			isOpen(name, sites)
				? fill(
						name,
						{there: before[name], wanted: wanted[name]},
						original,
						sites,
					)
				: before[name],
		]),
	) as LinkedValues;
}

/** The two fields of one type that only their place among them joins, on sites of different languages. */
function isOpen(
	name: LinkedFieldName,
	{source, destination, setting}: Sites,
): boolean {
	const nameOn = ({world}: PracticeSite) =>
		world.fields.find(({holds}) => holds === name)?.name;
	return (
		setting.isProposedTaken ||
		!['approvers', 'stakeholders'].includes(name) ||
		nameOn(source) === nameOn(destination)
	);
}

type Values = ReadonlyArray<string | number>;

function fill(
	name: LinkedFieldName,
	{there, wanted}: Readonly<Record<'there' | 'wanted', Values>>,
	{projectKey}: RequestRecord,
	{source, destination, setting}: Sites,
): Values {
	const real = there.filter((id) => !isStandIn(id, destination, setting));
	const named =
		name === 'organizations'
			? wanted.flatMap((id) =>
					organizationThere(Number(id), projectKey, source, destination),
				)
			: wanted.flatMap((id) => accountThere(String(id), source, destination));
	const isGone =
		name === 'reporter' &&
		wanted.some(
			(id) => source.world.people.find(String(id))?.isDeleted ?? true,
		);
	const [standIn] = setting.placeholders;
	const values: Values = isGone && standIn !== undefined ? [standIn] : named;
	return values.length === 0 || real.length > 0 ? there : values;
}

/** A former user, or an account that the admin named. */
function isStandIn(
	id: string | number,
	{world}: PracticeSite,
	{placeholders}: ExpectationSetting,
): boolean {
	return (
		placeholders.includes(String(id)) ||
		(typeof id === 'string' && (world.people.find(id)?.isDeleted ?? true))
	);
}

/** The account of a customer on the destination by now, unless it can't be set. */
function accountThere(
	id: string,
	source: PracticeSite,
	{world}: PracticeSite,
): readonly string[] {
	const person = source.world.people.find(id);

	if (person === undefined || person.isDeleted || isStaff(person, source)) {
		return [];
	}

	const sameId =
		person.accountType === 'atlassian' ? world.people.find(id) : undefined;
	const [account] =
		sameId === undefined
			? person.isEmailHidden
				? []
				: world.people.withEmail(person.email)
			: [sameId];
	return account?.isActive ? [account.accountId] : [];
}

function isStaff(person: Person, {world}: PracticeSite): boolean {
	return (
		person.accountType === 'app' ||
		world.groups.all.some(
			({name, members}) =>
				name.startsWith('jira-servicemanagement-users-') &&
				members.has(person.accountId),
		)
	);
}

/** The organization of the same name, where it is linked to the project. */
function organizationThere(
	id: number,
	projectKey: string,
	source: PracticeSite,
	{world}: PracticeSite,
): readonly number[] {
	const name = source.world.organizations.find(id)?.facts.name;
	// Duplicates are merged in these tests, however they are spelled.
	const [there] = world.organizations.named(name ?? '', 'folded');
	const linkedThere = world.projects.find(projectKey)?.organizations;
	return there !== undefined && linkedThere?.has(there.facts.id)
		? [there.facts.id]
		: [];
}
