import {pick} from '../world/random.ts';
import {type BaseRequests} from '../world/requests.ts';
import {type GeneratedOrganization} from './generated-organizations.ts';
import {generateRequest} from './generated-requests.ts';
import {listedRequest, type Lookup} from './listed-requests.ts';
import {type MovedCast, movedRequests} from './moved-requests.ts';
import {type Population} from './population.ts';
import {accountIds, nameOf, requestCast} from './request-cast.ts';
import {
	consecutive,
	layOutRequests,
	type ProjectRequests,
} from './request-layout.ts';
import {type LinkedOrganization} from './site-organizations.ts';
import {type SiteStory} from './story.ts';

/** The requests of the source: in each project those of the story, then generated ones. */
export function sourceRequests(options: {
	readonly seed: number;
	readonly generatedCount: number;
	readonly story: SiteStory;
	readonly population: Population;
	readonly organizations: readonly LinkedOrganization[];
	readonly generated: readonly GeneratedOrganization[];
}): BaseRequests {
	const {seed, story, population, organizations} = options;
	const total = options.generatedCount;
	const lookup = storyLookup(population, organizations);
	const cast = requestCast(options);
	const share = (index: number) =>
		Math.floor((total * index) / story.projects.length);
	return layOutRequests(
		20_000,
		story.projects.map(({key: projectKey}, index): ProjectRequests => {
			const mine = story.requests.filter(({project}) => project === projectKey);
			return {
				projectKey,
				...consecutive(mine.length + share(index + 1) - share(index)),
				make(offset, identity) {
					const listed = mine[offset];
					const serial = share(index) + offset - mine.length;
					return listed
						? listedRequest(listed, offset, identity, lookup)
						: generateRequest(
								{seed, serial, total, projectKey},
								identity,
								cast,
							);
				},
			};
		}),
	);
}

/** The requests of the destination: copies of the source's in projects of the same key, its own in the others. */
export function destinationRequests(options: {
	readonly seed: number;
	readonly story: SiteStory;
	readonly population: Population;
	readonly organizations: readonly LinkedOrganization[];
	readonly source: {
		readonly requests: BaseRequests;
		readonly population: Population;
		readonly story: SiteStory;
	};
}): BaseRequests {
	const {seed, story, population, source} = options;
	const lookup = storyLookup(population, options.organizations);
	const cast = movedCast(population, source.population, story.voices);
	return layOutRequests(
		70_000,
		story.projects.map(({key: projectKey}, index): ProjectRequests => {
			const own = story.requests.filter(({project}) => project === projectKey);
			return source.story.projects.some(({key}) => key === projectKey)
				? movedRequests({
						seed,
						projectKey,
						source: source.requests,
						cast,
						shift: index % 2 === 0 ? 0 : 3,
					})
				: {
						projectKey,
						...consecutive(own.length),
						make: (offset, identity) =>
							listedRequest(own[offset]!, offset, identity, lookup),
					};
		}),
	);
}

function storyLookup(
	population: Population,
	organizations: readonly LinkedOrganization[],
): Lookup {
	const ids = new Map(organizations.map(({name, id}) => [name, id]));
	return {
		person: (key) => population.accountId(key),
		organization: (name) => ids.get(name),
		name: (accountId) => nameOf(population, accountId),
	};
}

function movedCast(
	population: Population,
	source: Population,
	voices: readonly string[],
): MovedCast {
	const foreigners = accountIds(population, [...voices, 'admin']);
	return {
		placeholder:
			population.accountId('placeholder') ?? population.accountId('admin')!,
		former: population.accountId('former') ?? population.accountId('admin')!,
		foreign: (drawn) => pick(foreigners, drawn),
		counterpart(sourceAccountId) {
			const position =
				sourceAccountId === undefined
					? undefined
					: source.people.positionOfId(sourceAccountId);
			const [there] =
				position === undefined
					? []
					: population.people.positionsOfEmail(
							source.people.at(position).email,
						);
			return there === undefined
				? undefined
				: population.people.at(there).accountId;
		},
	};
}
