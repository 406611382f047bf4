import {expect} from 'vitest';
import {
	allHabits,
	type Habits,
	type PracticeOptions,
	type PracticeSite,
} from '../../source/practice/practice-sites.ts';
import {withSites} from '../helpers/jira-sites.ts';
import {copySites} from '../helpers/practice-copy.ts';

/** Copies all customers with every habit on, and with every one off, and expects the same destination. */
export async function expectSameDestination(
	options: PracticeOptions,
): Promise<void> {
	const plain = await copyWith(options, allHabits(false));
	const habitual = await copyWith(options, allHabits(true));
	expect(plain.created).toBeGreaterThan(0);
	expect(habitual).toEqual(plain);
}

/** What is on the destination afterwards. Some calls meet the burst limit, since habits change how that is told. */
async function copyWith(options: PracticeOptions, habits: Habits) {
	const found: Array<ReturnType<typeof everythingOn> & {created: number}> = [];
	await withSites({...options, habits, faults: ['burst']}, async (sites) => {
		const {destination} = sites;
		const choices = {customers: 'all', duplicates: 'merge'} as const;
		const {summary} = await copySites(sites, {choices});
		expect(summary).toMatchObject({ending: 'finished', unexplained: 0});
		expect(destination.calls().throttled).toBeGreaterThan(0);
		const {created} = summary.customers;
		found.push({...everythingOn(destination), created});
	});
	return found[0]!;
}

/** People, organizations and projects with all that holds them together, by names and emails: ids depend on the order of writing. */
function everythingOn({world}: PracticeSite) {
	const nameOf = (accountId: string) => {
		const person = world.people.find(accountId)!;
		return `${person.email} ${person.displayName} ${person.accountType}`;
	};

	const people = world.people
		.page(0, world.people.size, 'oldest-first')
		.map((person) => `${nameOf(person.accountId)} ${person.isActive}`);
	const organizations = world.organizations.list('by-id');
	return {
		people: people.toSorted(),
		organizations: new Map(
			organizations.map(({facts, members}) => [
				facts.name,
				members
					.accountIds()
					.map((id) => nameOf(id))
					.toSorted(),
			]),
		),
		projects: world.projects.all.map((project) => ({
			key: project.key,
			organizations: Array.from(
				project.organizations,
				(id) => world.organizations.find(id)!.facts.name,
			).toSorted(),
			customers: project.customers
				.accountIds()
				.map((id) => nameOf(id))
				.toSorted(),
		})),
	};
}
