import {firstFormerNumber} from '../world/generated-people.ts';
import {type BaseRequests} from '../world/requests.ts';
import {
	blueprint,
	type SiteBlueprint,
	type SiteName,
	siteUuid,
} from './blueprint.ts';
import {
	destinationRuns,
	type GeneratedOrganization,
	generateOrganizations,
} from './generated-organizations.ts';
import {isCustomer, populate, type Population} from './population.ts';
import {
	destinationOrganizations,
	sourceOrganizations,
} from './site-organizations.ts';
import {destinationRequests, sourceRequests} from './site-requests.ts';
import {type PersonStory, type Scenario, type SiteStory} from './story.ts';

/** How many customers, organizations and requests the source has. */
export type Sizes = {
	readonly customers: number;
	readonly organizations: number;
	readonly requests: number;
};

/** Both sites as the scenario, the seed and the sizes make them. */
export type Blueprints = Readonly<Record<SiteName, SiteBlueprint>>;

/** Makes both sites. The same arguments always give the same sites. */
export function assembleSites(
	scenario: Scenario,
	seed: number,
	sizes: Sizes,
): Blueprints {
	const plan = planSites(scenario, seed, sizes);
	const source = assembleSource(plan);
	return {
		source: blueprint({name: 'source', seed, ...source}),
		destination: assembleDestination(plan, source),
	};
}

/** What of the story is told, and what has to be generated to come to the sizes asked for. */
type Plan = {
	readonly scenario: Scenario;
	readonly seed: number;
	readonly sourceStory: SiteStory;
	/** How many customers and requests are generated. */
	readonly customers: number;
	readonly requests: number;
	readonly organizations: readonly GeneratedOrganization[];
};

type Assembled = {
	readonly story: SiteStory;
	readonly population: Population;
	readonly organizations: ReturnType<typeof sourceOrganizations>;
	readonly requests: BaseRequests;
};

function planSites(scenario: Scenario, seed: number, sizes: Sizes): Plan {
	const {source, destination} = scenario;
	const people = firstCustomers(source.people, sizes.customers);
	const organizations = source.organizations.slice(0, sizes.organizations);
	const requests = source.requests.slice(0, sizes.requests);
	const told = people.filter((person) => isCustomer(person)).length;
	const customers = sizes.customers - told;
	const projectKeys = source.projects.map(({key}) => key);
	const keysThere = new Set(destination.projects.map(({key}) => key));
	return {
		scenario,
		seed,
		sourceStory: {...source, people, organizations, requests},
		customers,
		requests: sizes.requests - requests.length,
		organizations: generateOrganizations({
			seed,
			count: sizes.organizations - organizations.length,
			customers,
			projectKeys,
			sharedProjectKeys: projectKeys.filter((key) => keysThere.has(key)),
		}),
	};
}

/** The first so many customers of the story, and everybody who is none. */
function firstCustomers(
	people: readonly PersonStory[],
	count: number,
): readonly PersonStory[] {
	const kept = new Set(
		people.filter((person) => isCustomer(person)).slice(0, count),
	);
	return people.filter((person) => !isCustomer(person) || kept.has(person));
}

function assembleSource(plan: Plan): Assembled {
	const {scenario, seed, sourceStory: story, customers} = plan;
	const generated = plan.organizations;
	const population = populate({
		seed,
		site: 'source',
		siteUuid: siteUuid(seed, 'source'),
		stories: story.people,
		runs: [
			{from: 0, count: customers},
			{from: firstFormerNumber, count: Math.floor(customers / 250)},
		],
		mix: scenario.mix,
	});
	const organizations = sourceOrganizations(
		seed,
		story.organizations,
		generated,
		population,
	);
	const requests = sourceRequests({
		seed,
		generatedCount: plan.requests,
		story,
		population,
		organizations,
		generated,
	});
	return {story, population, organizations, requests};
}

function assembleDestination(plan: Plan, source: Assembled): SiteBlueprint {
	const {scenario, seed, customers} = plan;
	const story = scenario.destination;
	const population = populate({
		seed,
		site: 'destination',
		siteUuid: siteUuid(seed, 'destination'),
		stories: story.people,
		runs: destinationRuns(plan.organizations, customers),
		mix: scenario.mix,
	});
	const organizations = destinationOrganizations({
		seed,
		story,
		generated: plan.organizations,
		population,
		customers,
	});
	const requests = destinationRequests({
		seed,
		story,
		population,
		organizations,
		source,
	});
	return blueprint({
		name: 'destination',
		seed,
		story,
		population,
		organizations,
		requests,
	});
}
