import {type BaseGroup} from '../world/groups.ts';
import {seededUuid} from '../world/random.ts';
import {type BaseRequests} from '../world/requests.ts';
import {type WorldBase} from '../world/world.ts';
import {isCustomer, type Population} from './population.ts';
import {siteFields} from './site-fields.ts';
import {type LinkedOrganization} from './site-organizations.ts';
import {siteProjects, siteRoles} from './site-projects.ts';
import {type PersonStory, type SiteStory} from './story.ts';

export type SiteName = 'source' | 'destination';

/** One site before anything happens to it. */
export type SiteBlueprint = {
	readonly name: SiteName;
	readonly title: string;
	/** Part of the names of the site's default groups. */
	readonly slug: string;
	readonly uuid: string;
	readonly cloudId: string;
	readonly base: WorldBase;
	/** The account ids of those who can log in. */
	readonly logins: Readonly<Record<'admin' | 'agent' | 'customer', string>>;
};

/** Numbers that differ from site to site, so that nobody takes an id of one for an id of the other. */
const firstNumbers = {
	source: {serviceDesk: 1, customField: 10_002},
	destination: {serviceDesk: 5, customField: 10_140},
} as const;

/** Puts a site together from its people, organizations and requests. */
export function blueprint(options: {
	readonly name: SiteName;
	readonly seed: number;
	readonly story: SiteStory;
	readonly population: Population;
	readonly organizations: readonly LinkedOrganization[];
	readonly requests: BaseRequests;
}): SiteBlueprint {
	const {name, seed, story, population, organizations, requests} = options;
	const slug = story.title.toLowerCase();
	const groups = siteGroups(`${name} ${seed}`, slug, population);
	const admin = population.accountId('admin')!;
	return {
		name,
		title: story.title,
		slug,
		uuid: siteUuid(seed, name),
		cloudId: seededUuid(seed, `${name} cloud`),
		base: {
			people: population.people,
			organizations,
			projects: siteProjects(story.projects, population, organizations, {
				firstServiceDeskId: firstNumbers[name].serviceDesk,
				agentsGroupId: groups.agents.groupId,
				lead: admin,
			}),
			groups: Object.values(groups),
			roles: siteRoles(story.customersRole),
			fields: siteFields(firstNumbers[name].customField, story.language),
			requests,
		},
		logins: {
			admin,
			agent: population.accountId('agent')!,
			customer: customerLogin(population),
		},
	};
}

/** The first part of the ids of the site's portal-only accounts. */
export function siteUuid(seed: number, name: SiteName): string {
	return seededUuid(seed, `${name} site`);
}

/** The groups every site of Jira Service Management has. */
function siteGroups(salt: string, slug: string, population: Population) {
	const group = (
		name: string,
		...kinds: ReadonlyArray<PersonStory['kind']>
	): BaseGroup => {
		const members = population.stories.filter(
			({kind, state}) => kinds.includes(kind) && state === undefined,
		);
		return {
			groupId: seededUuid(0, `${salt} ${name}`),
			name,
			members: population.members(members.map(({key}) => key)),
		};
	};

	return {
		siteAdmins: group('site-admins', 'admin'),
		jiraAdmins: group('jira-administrators', 'admin'),
		agents: group(`jira-servicemanagement-users-${slug}`, 'admin', 'agent'),
		customers: group(`jira-servicemanagement-customers-${slug}`, 'atlassian'),
	};
}

/** An active Atlassian account without a licence; in a world without customers, an app has to do. */
function customerLogin({stories, accountId}: Population): string {
	const customer = stories.find(
		(person) =>
			isCustomer(person) &&
			person.kind === 'atlassian' &&
			person.state === undefined,
	);
	const app = stories.find(({kind}) => kind === 'app');
	return accountId((customer ?? app)!.key)!;
}
