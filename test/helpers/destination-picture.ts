import {type PracticeSite} from '../../source/practice/practice-sites.ts';

/** Everything a copy can change on a practice site, in no order and without ids, so that two sites can be compared. What was made twice is there twice. */
export function pictureOf({world}: PracticeSite) {
	const {people, organizations, projects} = world;
	const emails = (accountIds: readonly string[]) =>
		sorted(accountIds.map((id) => people.find(id)?.email ?? id));
	return {
		people: sorted(
			people
				.page(0, people.size, 'oldest-first')
				.map(
					({email, accountType, isActive}) =>
						`${email} ${accountType} ${isActive ? 'active' : 'inactive'}`,
				),
		),
		organizations: sorted(
			organizations
				.list('by-id')
				.map(({facts, members}) =>
					[facts.name, ...emails(members.accountIds())].join(' '),
				),
		),
		projects: projects.all.map((project) => ({
			key: project.key,
			organizations: sorted(
				Array.from(
					project.organizations,
					(id) => organizations.find(id)?.facts.name ?? '',
				),
			),
			customers: emails(project.customers.accountIds()),
		})),
	};
}

function sorted(texts: readonly string[]): readonly string[] {
	return texts.toSorted((one, other) => one.localeCompare(other));
}
