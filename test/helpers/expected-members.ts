import {
	type SeenOrganization,
	type SeenPerson,
	type SeenSite,
} from './jira-js.ts';

/*
What a copy with `--duplicates rename` should come to, worked out from what jira.js read before and after it. It shares no code with the engine.
*/

/** Source and destination before the copy, and the destination after it. */
export type SeenCopy = {
	readonly source: SeenSite;
	readonly before: SeenSite;
	readonly after: SeenSite;
};

/** Names of people by the name of the source organization. */
export type Members = Readonly<Record<string, readonly string[]>>;

/** Who should be in the organizations that stand for those of the source. */
export function expectedMembers({source, before, after}: SeenCopy): Members {
	return perOrganization({source, before, after}, (organization, there) => {
		const earlier = before.organizations.find(({id}) => id === there.id);
		return [
			...(earlier?.members ?? []),
			...[...organization.members]
				.map((id) => source.people.get(id))
				.filter((person) => person !== undefined && isCustomer(person))
				.flatMap((person) => counterpartId(person!, after) ?? []),
		];
	});
}

/** Who is in them. */
export function foundMembers(copy: SeenCopy): Members {
	return perOrganization(copy, (_, {members}) => [...members]);
}

/** Organizations that were there before the copy and have members now that they had not. */
export function organizationsThatGained({
	before,
	after,
}: Omit<SeenCopy, 'source'>): readonly string[] {
	return before.organizations
		.filter(({id, members}) => {
			const now = after.organizations.find((one) => one.id === id);
			return !now?.members.isSubsetOf(members);
		})
		.map(({name}) => name);
}

function perOrganization(
	{source, before, after}: SeenCopy,
	membersOf: (
		organization: SeenOrganization,
		there: SeenOrganization,
	) => readonly string[],
): Members {
	return Object.fromEntries(
		source.organizations.map((organization) => {
			const there = placeOf(organization, before, after);
			const members = membersOf(organization, there).map((id) =>
				nameOf(after, id),
			);
			return [organization.name, [...new Set(members)].toSorted()];
		}),
	);
}

/** The new organization of that name or the new name, else the one that was the same before. */
function placeOf(
	{name}: SeenOrganization,
	before: SeenSite,
	after: SeenSite,
): SeenOrganization {
	const known = new Set(before.organizations.map(({id}) => id));
	const names = new Set([name, `${name} (Northwind)`]);
	const candidates = after.organizations.filter((one) => names.has(one.name));
	const created = candidates.filter(({id}) => !known.has(id));
	const [place, ...more] = created.length > 0 ? created : candidates;

	if (place === undefined || more.length > 0) {
		throw new Error(`${candidates.length} organizations stand for ${name}`);
	}

	return place;
}

function isCustomer({type, isAgent, name}: SeenPerson): boolean {
	return type !== 'app' && !isAgent && name !== 'Former user';
}

/** Whose access was taken on the destination is not put into organizations there. */
function counterpartId(
	person: SeenPerson,
	{people}: SeenSite,
): string | undefined {
	const [found, ...more] = sameAs(person, people);
	const isBarred = person.isActive && found?.isActive === false;
	return more.length > 0 || isBarred ? undefined : found?.id;
}

function sameAs(
	{id, type, email}: SeenPerson,
	people: SeenSite['people'],
): readonly SeenPerson[] {
	const same = type === 'atlassian' ? people.get(id) : undefined;
	return same === undefined
		? people
				.values()
				.filter((one) => one.type !== 'app' && one.email !== undefined)
				.filter((one) => one.email === email)
				.toArray()
		: [same];
}

function nameOf({people}: SeenSite, id: string): string {
	const person = people.get(id);
	return person?.email ?? person?.name ?? id;
}
