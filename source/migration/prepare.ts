import {findPlaceholders} from './activity/placeholders.ts';
import {compareActivity} from './activity/scan-activity.ts';
import {type Choices, type Decisions} from './choices.ts';
import {type EngineEvent} from './events.ts';
import {streamEvents} from './event-stream.ts';
import {type Memory} from './memory.ts';
import {type Account, type ServiceProject} from './model.ts';
import {readAll} from './pages.ts';
import {pairProjects} from './pair-projects.ts';
import {type PlanInput} from './plan-copy.ts';
import {
	type DestinationSite,
	type SiteReader,
	type SourceSite,
} from './ports.ts';
import {PreparationError} from './preparation-error.ts';
import {relayNotices} from './relay-notices.ts';
import {
	type DestinationOverview,
	organizationsToCompare,
	scanDestination,
	scanDetails,
} from './scan-destination.ts';
import {scanSource} from './scan-source.ts';

export type Preparation = {
	readonly source: SourceSite;
	readonly destination: DestinationSite;
	/** Keys of the source's service projects. */
	readonly projects: readonly string[] | 'all';
	/** Destination keys by source keys; left out, the same key. */
	readonly map: Readonly<Record<string, string>>;
	readonly choices: Choices;
	readonly memory: Memory;
	readonly decisions: Decisions;
};

/** All a plan is made from. It stays useful when decisions change: plan again, without reading the sites again. */
export type Prepared = PlanInput & {
	readonly overview: DestinationOverview;
};

/**
Scans both sites side by side. Nothing is written.

@throws PreparationError where there is nothing to plan.
*/
export function prepareCopy(
	preparation: Preparation,
	signal?: AbortSignal,
): AsyncGenerator<EngineEvent, Prepared, void> {
	const {source, destination} = preparation;
	return streamEvents(async (emit) => {
		const silence = [
			relayNotices(source, 'source', emit),
			relayNotices(destination, 'destination', emit),
		];

		try {
			return await prepare(preparation, emit, signal);
		} finally {
			for (const end of silence) {
				end();
			}
		}
	});
}

async function prepare(
	{source, destination, projects, map, choices, memory, decisions}: Preparation,
	emit: (event: EngineEvent) => void,
	signal?: AbortSignal,
): Promise<Prepared> {
	assertDifferent(source, destination);
	const [all, counterparts, rights] = await Promise.all([
		readAll(source.serviceProjects(signal)),
		readAll(destination.serviceProjects(signal)),
		destination.rights(signal),
	]);

	if (!rights.createCustomers) {
		throw new PreparationError({
			code: 'cannot-create-customers',
			site: destination.site.name,
		});
	}

	const chosen = chooseProjects(source, all, projects);
	assertKnown(destination, counterparts, Object.values(map));
	const pairs = pairProjects(chosen, counterparts, map);
	const [{requests: requestsOfSource, ...found}, overview] = await Promise.all([
		scanSource(source, {
			projects: chosen,
			customers: choices.customers,
			keepsRequests: choices.activity === 'link',
			copied: memory,
			emit,
			signal,
		}),
		scanDestination(destination, {
			pairs,
			projects: counterparts,
			readsRequests: choices.activity === 'link',
			emit,
			signal,
		}),
	]);

	assertPlaceholders(destination, overview.accounts, choices);

	if (found.customers.length === 0) {
		throw new PreparationError({
			code: 'no-customers',
			projects: chosen.map(({key}) => key),
			scope: choices.customers,
		});
	}

	const toCompare = organizationsToCompare(found, overview, memory, {
		decisions: {...memory.decisions, ...decisions},
		choices,
	});
	const {links, requests, ...rest} = overview;
	const details = await scanDetails(destination, toCompare, links, signal);
	const activity =
		choices.activity === 'link'
			? await compareActivity(
					{source, destination},
					pairs,
					{source: requestsOfSource, destination: requests, links},
					signal,
				)
			: undefined;
	return {
		source: found,
		destination: {...rest, canRevoke: rights.revokeAccess, details},
		projects: pairs,
		memory,
		choices,
		decisions,
		// Once compared, only the pairs are needed.
		overview: {...overview, requests: new Map()},
		...(activity && {activity}),
	};
}

/** A placeholder that nobody has would silently stand for nothing. */
function assertPlaceholders(
	{site}: DestinationSite,
	accounts: readonly Account[],
	{activity, placeholders}: Choices,
): void {
	const [unknown] =
		activity === 'link' ? findPlaceholders(placeholders, accounts).unknown : [];

	if (unknown !== undefined) {
		throw new PreparationError({
			code: 'unknown-placeholder',
			site: site.name,
			placeholder: unknown,
		});
	}
}

/** The same site under two addresses has one id. */
function assertDifferent(source: SiteReader, destination: SiteReader): void {
	if (
		source.site.id === destination.site.id ||
		source.site.url === destination.site.url
	) {
		throw new PreparationError({code: 'same-site', site: source.site.name});
	}
}

function chooseProjects(
	{site}: SiteReader,
	all: readonly ServiceProject[],
	keys: readonly string[] | 'all',
): readonly ServiceProject[] {
	if (all.length === 0) {
		throw new PreparationError({code: 'no-service-projects', site: site.name});
	}

	if (keys === 'all') {
		return all;
	}

	assertKnown({site}, all, keys);
	return all.filter(({key}) => keys.includes(key));
}

function assertKnown(
	{site}: Pick<SiteReader, 'site'>,
	projects: readonly ServiceProject[],
	keys: readonly string[],
): void {
	const known = projects.map(({key}) => key);
	const unknown = keys.filter((key) => !known.includes(key));

	if (unknown.length > 0) {
		throw new PreparationError({
			code: 'unknown-projects',
			site: site.name,
			keys: unknown,
			known,
		});
	}
}
