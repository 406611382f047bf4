import {lastAtMost} from '../world/number-runs.ts';
import {pick} from '../world/random.ts';
import {
	customersInOrganizations,
	type GeneratedOrganization,
} from './generated-organizations.ts';
import {type RequestCast} from './generated-requests.ts';
import {type Population} from './population.ts';
import {type LinkedOrganization} from './site-organizations.ts';
import {type SiteStory} from './story.ts';

type Stage = {
	readonly story: SiteStory;
	readonly population: Population;
	/** Those of the story in front, the generated ones behind them. */
	readonly organizations: readonly LinkedOrganization[];
	readonly generated: readonly GeneratedOrganization[];
};

/** The people of the source who raise and answer generated requests, and their organizations. */
export function requestCast(stage: Stage): RequestCast {
	const {population, story} = stage;
	const agents = accountIds(population, ['agent', 'agent2', 'admin']);
	const told = accountIds(population, story.voices);
	const voices = told.length > 0 ? told : agents;
	const speakers = speakersAmong(population.generated.size);
	return {
		customer(drawn) {
			const isTold = speakers === 0 || (told.length > 0 && drawn % 50 === 0);
			const rest = Math.floor(drawn / 50);
			return isTold
				? pick(voices, rest)
				: generatedPerson(population, rest % speakers);
		},
		colleague(accountId, drawn) {
			const organization = generatedOrganization(stage, accountId);
			return organization
				? generatedPerson(
						population,
						organization.from + (drawn % (organization.to - organization.from)),
					)
				: pick(voices, drawn);
		},
		organizations: (accountId, projectKey) =>
			organizationsOf(stage, accountId)
				.filter(({projects}) => projects.includes(projectKey))
				.map(({id}) => id),
		agent: (drawn) => pick(agents, drawn),
		name: (accountId) => nameOf(population, accountId),
	};
}

/** The account ids of those of the story who are on the site. */
export function accountIds(
	population: Population,
	keys: readonly string[],
): readonly string[] {
	return keys
		.map((key) => population.accountId(key))
		.filter((id) => id !== undefined);
}

export function nameOf({people}: Population, accountId: string): string {
	const position = people.positionOfId(accountId);
	return position === undefined
		? 'Former user'
		: people.at(position).displayName;
}

/** How many generated customers raise requests; the others never do, so that some are related to no project at all. */
function speakersAmong(customers: number): number {
	return Math.min(
		customers,
		Math.ceil(customersInOrganizations(customers) + customers / 20),
	);
}

function generatedPerson(
	{people, generated}: Population,
	number: number,
): string {
	return people.at(generated.first + number).accountId;
}

function organizationsOf(
	stage: Stage,
	accountId: string,
): readonly LinkedOrganization[] {
	const {population, organizations, generated} = stage;
	const told = organizations.length - generated.length;
	const index = generatedIndex(stage, accountId);
	if (index !== undefined) {
		return [organizations[told + index]!];
	}

	const position = population.people.positionOfId(accountId)!;
	return organizations
		.slice(0, told)
		.filter(({members}) => members.positions.includes(position));
}

function generatedOrganization(
	stage: Stage,
	accountId: string,
): GeneratedOrganization | undefined {
	return stage.generated[generatedIndex(stage, accountId) ?? -1];
}

/** Which generated organization a generated person belongs to first of all. */
function generatedIndex(
	{population, generated}: Stage,
	accountId: string,
): number | undefined {
	const number =
		population.people.positionOfId(accountId)! - population.generated.first;
	const index = lastAtMost(
		generated.length,
		(each) => generated[each]!.from,
		number,
	);
	return index >= 0 && number < generated[index]!.to ? index : undefined;
}
