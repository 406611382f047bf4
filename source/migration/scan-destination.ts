import pMap from 'p-map';
import {
	type DestinationRequests,
	scanCounterparts,
} from './activity/scan-activity.ts';
import {type Choices, type Decisions} from './choices.ts';
import {type EngineEvent} from './events.ts';
import {type Memory} from './memory.ts';
import {
	type DestinationSnapshot,
	type Organization,
	type OrganizationDetails,
	type ProjectPair,
	type ServiceProject,
	type SourceSnapshot,
} from './model.ts';
import {type NameTest, TakenNames, comparableName, newNames} from './names.ts';
import {readIds} from './pages.ts';
import {type DestinationSite} from './ports.ts';
import {ScanProgress} from './scan-progress.ts';
import {listsAtOnce} from './scan-source.ts';

export type DestinationScan = {
	/** Counterparts are scanned for the access customers have to them. */
	readonly pairs: readonly ProjectPair[];
	/** Every service project of the destination, since any may have an organization linked. */
	readonly projects: readonly ServiceProject[];
	/** Whether requests of counterparts are read, to be compared with those of the source; left out, they are not. */
	readonly readsRequests?: boolean;
	readonly emit: (event: EngineEvent) => void;
	readonly signal?: AbortSignal;
};

/** What a scan of the destination finds before it knows the source. Its details are read by `scanDetails`. */
export type DestinationOverview = Omit<
	DestinationSnapshot,
	'details' | 'canRevoke'
> & {
	/** Ids of linked organizations by the key of their project. */
	readonly links: ReadonlyMap<string, ReadonlySet<string>>;
	/** Requests of counterparts, by the key of their project, where they were read. */
	readonly requests: DestinationRequests;
};

/** Reads everything of the destination that does not depend on the source. */
export async function scanDestination(
	site: DestinationSite,
	{pairs, projects, readsRequests = false, emit, signal}: DestinationScan,
): Promise<DestinationOverview> {
	const progress = new ScanProgress('destination', emit);
	const [accounts, organizations, links, requests] = await Promise.all([
		progress.readAll('accounts', site.accounts(signal)),
		progress.readAll('organizations', site.organizations(signal)),
		readLinks(site, projects, signal),
		readsRequests
			? scanCounterparts(site, pairs, progress, signal)
			: (new Map() as DestinationRequests),
	]);
	const counterparts = pairs.flatMap(({to}) => to ?? []);
	const access = await pMap(
		counterparts,
		async (project) => ({
			project: project.key,
			customers: await readAccess(site, project, links, signal),
		}),
		{concurrency: listsAtOnce},
	);
	progress.finish();
	return {
		site: site.site,
		projects,
		accounts,
		organizations,
		access,
		links,
		requests,
	};
}

async function readLinks(
	site: DestinationSite,
	projects: readonly ServiceProject[],
	signal?: AbortSignal,
): Promise<DestinationOverview['links']> {
	const links = await pMap(
		projects,
		async (project) => {
			const linked = await readIds(site.projectOrganizations(project, signal));
			return [project.key, linked] as const;
		},
		{concurrency: listsAtOnce},
	);
	return new Map(links);
}

/** Where the customer role can't be read, those listed who are in no linked organization: sites differ in whether they list these too. */
async function readAccess(
	site: DestinationSite,
	project: ServiceProject,
	links: DestinationOverview['links'],
	signal?: AbortSignal,
): Promise<readonly string[]> {
	const individual = await site.individualCustomers(project, signal);

	if (individual !== undefined) {
		return individual;
	}

	const [listed, members] = await Promise.all([
		readIds(site.projectCustomers(project, signal)),
		pMap(
			links.get(project.key) ?? [],
			async (id) => readIds(site.organizationMembers(id, signal)),
			{concurrency: listsAtOnce},
		),
	]);
	const inOrganizations = new Set(members.flatMap((ids) => [...ids]));
	return [...listed.difference(inOrganizations)];
}

/** The answers to conflicts: the admin's own, and the rule for the others. */
type Answers = {
	readonly decisions: Decisions;
	readonly choices: Pick<Choices, 'duplicates' | 'renameAs'>;
};

/** Organizations whose members a plan has to know: those that may collide, were copied before, are mapped onto, or have a name that this copy would give. */
export function organizationsToCompare(
	source: Pick<SourceSnapshot, 'site' | 'organizations'>,
	destination: Pick<DestinationSnapshot, 'organizations'>,
	memory: Memory,
	answers: Answers,
): readonly Organization[] {
	const names = new Set(
		[
			...source.organizations.map(({name}) => name),
			...givenNames(source, destination, answers),
		].map((name) => comparableName(name)),
	);
	const ids = new Set<string>();

	for (const {id} of source.organizations) {
		ids.add(memory.organizations.get(id) ?? '');
	}

	for (const decision of Object.values(answers.decisions)) {
		if (decision.type === 'map') {
			ids.add(decision.destinationId);
		}
	}

	return destination.organizations.filter(
		({id, name}) => ids.has(id) || names.has(comparableName(name)),
	);
}

/** Names that decisions or the rule give, as far as they are taken there: by an earlier copy, perhaps. */
function* givenNames(
	source: Pick<SourceSnapshot, 'site' | 'organizations'>,
	destination: Pick<DestinationSnapshot, 'organizations'>,
	{decisions, choices}: Answers,
): Generator<string> {
	for (const decision of Object.values(decisions)) {
		if (decision.type === 'rename') {
			yield decision.name;
		}
	}

	if (choices.duplicates !== 'rename') {
		return;
	}

	const taken = new TakenNames(destination.organizations.map(({name}) => name));

	for (const {name} of source.organizations) {
		const values = {name, site: source.site.name};
		yield* takenNames(newNames(choices.renameAs, values), taken);
	}
}

/** The names before the first that is free. */
function* takenNames(
	names: Iterable<string>,
	taken: NameTest,
): Generator<string> {
	for (const name of names) {
		if (!taken.has(name)) {
			return;
		}

		yield name;
	}
}

/** Reads members of the organizations given. */
export async function scanDetails(
	site: DestinationSite,
	organizations: readonly Organization[],
	links: DestinationOverview['links'],
	signal?: AbortSignal,
): Promise<readonly OrganizationDetails[]> {
	return pMap(
		organizations,
		async (organization) => ({
			...organization,
			members: [
				...(await readIds(site.organizationMembers(organization.id, signal))),
			],
			projects: [...links]
				.filter(([, linked]) => linked.has(organization.id))
				.map(([key]) => key),
		}),
		{concurrency: listsAtOnce},
	);
}
