import {firstOwnNumber} from '../world/generated-people.ts';
import {type BaseOrganization} from '../world/organizations.ts';
import {type BaseMembers} from '../world/people-set.ts';
import {hash, seededUuid} from '../world/random.ts';
import {
	type GeneratedOrganization,
	organizationName,
	ownCustomers,
	sharedMembers,
} from './generated-organizations.ts';
import {type Population} from './population.ts';
import {type OrganizationStory, type SiteStory} from './story.ts';

/** An organization of a site, with the keys of the projects it is linked to. */
export type LinkedOrganization = BaseOrganization & {
	readonly projects: readonly string[];
};

type Plan = {
	readonly name: string;
	readonly members: BaseMembers;
	readonly projects: readonly string[];
	readonly isManaged?: boolean;
	readonly domains?: readonly string[];
};

/** The organizations of the source: those of the story, then the generated ones. */
export function sourceOrganizations(
	seed: number,
	stories: readonly OrganizationStory[],
	generated: readonly GeneratedOrganization[],
	population: Population,
): readonly LinkedOrganization[] {
	return numbered(seed, 1, [
		...stories.map((story) => planOf(story, population)),
		...generated.map(({name, from, toWithShared, projects}) => ({
			name,
			members: {positions: [], ranges: population.numbered(from, toWithShared)},
			projects,
		})),
	]);
}

/** The organizations of the destination: those of the story, the namesakes of generated ones, and some of its own. */
export function destinationOrganizations(options: {
	readonly seed: number;
	readonly story: SiteStory;
	readonly generated: readonly GeneratedOrganization[];
	readonly population: Population;
	/** How many customers of the source are generated. */
	readonly customers: number;
}): readonly LinkedOrganization[] {
	const {seed, story, generated, population, customers} = options;
	const projectKeys = story.projects.map(({key}) => key);
	const own = {from: firstOwnNumber, count: ownCustomers(customers)};
	const ownMembers = (drawn: number, count: number) => {
		const from =
			own.from + (own.count > count ? drawn % (own.count - count) : 0);
		return population.numbered(
			from,
			Math.min(from + count, own.from + own.count),
		);
	};

	const ownOrganizations = Array.from(
		{length: Math.floor(generated.length / 10)},
		(_, index): Plan => {
			const drawn = hash(seed, index, 41);
			return {
				name: `${organizationName(generated.length + index)} ${index + 1}`.slice(
					0,
					200,
				),
				members: {positions: [], ranges: ownMembers(drawn, 1 + (drawn % 40))},
				projects: [projectKeys[drawn % projectKeys.length]!],
			};
		},
	);
	return numbered(seed, 401, [
		...story.organizations.map((each) => planOf(each, population)),
		...generated
			.filter(({twin}) => twin !== 'none')
			.map((organization, index) =>
				twinOf(
					organization,
					population,
					ownMembers(hash(seed, index, 42), 3),
					projectKeys,
				),
			),
		...ownOrganizations,
	]);
}

function planOf(story: OrganizationStory, population: Population): Plan {
	return {...story, members: population.members(story.members)};
}

function twinOf(
	organization: GeneratedOrganization,
	population: Population,
	strangers: BaseMembers['ranges'],
	projectKeys: readonly string[],
): Plan {
	const {name, twin, from, projects} = organization;
	const shared = population.numbered(from, from + sharedMembers(organization));
	const unlinked = projectKeys.filter((key) => !projects.includes(key));
	return {
		name: twin === 'spelled-differently' ? spelledDifferently(name) : name,
		members: {
			positions: [],
			ranges:
				twin === 'other-members' || twin === 'other-people'
					? [...shared, ...strangers]
					: shared,
		},
		projects:
			twin === 'other-projects'
				? [...projects, ...unlinked.slice(0, 1)]
				: projects,
	};
}

/** With other capitals and, as far as 200 characters allow, other blanks. */
function spelledDifferently(name: string): string {
	const capitals = name.toUpperCase();
	return capitals.length > 190 ? capitals : ` ${capitals.replace(' ', '  ')}`;
}

function numbered(
	seed: number,
	firstId: number,
	plans: readonly Plan[],
): readonly LinkedOrganization[] {
	return plans.map((plan, index) => ({
		isManaged: false,
		domains: [],
		...plan,
		id: firstId + index,
		uuid: seededUuid(seed, `organization ${firstId + index}`),
		// Jira does not tell the date of the oldest organizations.
		createdAt:
			index % 3 === 0 ? undefined : Date.UTC(2024, 0, 8, 9) + index * 3_600_000,
	}));
}
