import {
	type LinkField,
	type LinkedRequest,
	type RequestLinks,
} from '../../source/migration/activity/request-links.ts';
import {type CallCounts} from '../../source/migration/calls.ts';
import {type SiteNotice} from '../../source/migration/events.ts';
import {
	type Account,
	type NamedAccount,
	type Organization,
	type Request,
	type ServiceProject,
	type Site,
} from '../../source/migration/model.ts';
import {
	type DestinationRights,
	type Pages,
	type SiteReader,
} from '../../source/migration/ports.ts';
import {SiteCalls} from './memory-site-calls.ts';
import {type SiteListener, siteError} from './memory-site-faults.ts';
import {
	type MemorySiteData,
	type World,
	type WorldDescription,
	type WorldOrganization,
	createWorld,
	describeWorld,
} from './memory-site-world.ts';

/** How a site differs from the usual one. */
export type MemorySiteHabits = {
	readonly rights: DestinationRights;
	/** Whether the customer role of a project can be read. */
	readonly showsRoles: boolean;
	/** Whether members of linked organizations are on a project's customer list. */
	readonly listsMembers: boolean;
	/** Emails of accounts it takes into no organization and on no customer list. */
	readonly refusedEmails: readonly string[];
	/** Whether the others of a refused batch become members all the same. */
	readonly addsOthers: boolean;
	/** Emails it knows without showing an account. */
	readonly hiddenEmails: readonly string[];
	/** Items a page, whatever they are; small, so that lists have several. */
	readonly pageSize: number;
};

const usualHabits: MemorySiteHabits = {
	rights: {createCustomers: true, revokeAccess: true},
	showsRoles: true,
	listsMembers: true,
	refusedEmails: [],
	addsOthers: true,
	hiddenEmails: [],
	pageSize: 3,
};

/** A Jira Cloud site over plain data, to be read. */
export class MemorySiteReader implements SiteReader {
	readonly site: Site;
	readonly world: World;
	protected readonly habits: MemorySiteHabits;
	protected readonly traffic: SiteCalls;
	/** Fields that were edited, by the key of their request. */
	protected readonly edited = new Map<string, RequestLinks['values']>();
	readonly #data: MemorySiteData;
	readonly #noticeListeners = new Set<(notice: SiteNotice) => void>();

	constructor(data: MemorySiteData, habits: Partial<MemorySiteHabits> = {}) {
		this.site = data.site;
		this.world = createWorld(data);
		this.#data = data;
		this.habits = {...usualHabits, ...habits};
		this.traffic = new SiteCalls(this.habits.pageSize);
	}

	/** Lets a test see or spoil every call, or change the world in between. Returns how to end that. */
	onCall(listener: SiteListener): () => void {
		return this.traffic.listen(listener);
	}

	/** Tells what a client would tell of its waits and retries. */
	notify(notice: SiteNotice): void {
		for (const listener of this.#noticeListeners) {
			listener(notice);
		}
	}

	/** How many listen to its waits and retries. */
	get listeners(): number {
		return this.#noticeListeners.size;
	}

	describe(): WorldDescription {
		return describeWorld(this.world);
	}

	calls(): CallCounts {
		return this.traffic.counts();
	}

	observe(listener: (notice: SiteNotice) => void): () => void {
		this.#noticeListeners.add(listener);
		return () => {
			this.#noticeListeners.delete(listener);
		};
	}

	accounts(signal?: AbortSignal): Pages<Account> {
		return this.traffic.pages('accounts', signal, () =>
			this.world.accounts.values().toArray(),
		);
	}

	async accountsById(
		ids: readonly string[],
		signal?: AbortSignal,
	): Promise<readonly Account[]> {
		return this.traffic.read('accountsById', signal, () => this.known(ids));
	}

	agents(signal?: AbortSignal): Pages<Account> {
		return this.traffic.pages('agents', signal, () =>
			this.known(this.#data.agents ?? []),
		);
	}

	serviceProjects(signal?: AbortSignal): Pages<ServiceProject> {
		return this.traffic.pages(
			'serviceProjects',
			signal,
			() => this.#data.projects,
		);
	}

	organizations(signal?: AbortSignal): Pages<Organization> {
		return this.traffic.pages('organizations', signal, () =>
			this.world.organizations
				.values()
				.map((organization) => toOrganization(organization))
				.toArray(),
		);
	}

	organizationMembers(
		organizationId: string,
		signal?: AbortSignal,
	): Pages<Account> {
		return this.traffic.pages('organizationMembers', signal, () =>
			this.known(this.organization(organizationId).members),
		);
	}

	projectOrganizations(
		{key}: ServiceProject,
		signal?: AbortSignal,
	): Pages<Organization> {
		return this.traffic.pages('projectOrganizations', signal, () =>
			this.#linkedTo(key).map((linked) => toOrganization(linked)),
		);
	}

	projectCustomers(
		{key}: ServiceProject,
		signal?: AbortSignal,
	): Pages<Account> {
		return this.traffic.pages('projectCustomers', signal, () => {
			const members = this.habits.listsMembers
				? this.#linkedTo(key).flatMap((linked) => [...linked.members])
				: [];
			return this.known([...this.role(key), ...members]);
		});
	}

	async individualCustomers(
		{key}: ServiceProject,
		signal?: AbortSignal,
	): Promise<readonly string[] | undefined> {
		return this.traffic.read('individualCustomers', signal, () =>
			this.habits.showsRoles ? [...this.role(key)] : undefined,
		);
	}

	requests({key}: ServiceProject, signal?: AbortSignal): Pages<Request> {
		return this.traffic.pages('requests', signal, () => this.requestsOf(key));
	}

	async linkFields(signal?: AbortSignal): Promise<readonly LinkField[]> {
		return this.traffic.read(
			'linkFields',
			signal,
			() => this.#data.linkFields ?? [],
		);
	}

	requestsWithLinks(
		{key}: ServiceProject,
		signal?: AbortSignal,
	): Pages<Request> {
		return this.traffic.pages('requestsWithLinks', signal, () =>
			(this.#data.requests ?? [])
				.filter((request) => request.key.startsWith(`${key}-`))
				.map((request) => ({...request, links: this.linksOf(request)})),
		);
	}

	async requestsByKey(
		keys: readonly string[],
		signal?: AbortSignal,
	): Promise<readonly LinkedRequest[]> {
		return this.traffic.read('requestsByKey', signal, () =>
			(this.#data.requests ?? [])
				.filter(({key}) => keys.includes(key))
				.map((request) => ({key: request.key, ...this.linksOf(request)})),
		);
	}

	async namedInProject(
		{key}: ServiceProject,
		signal?: AbortSignal,
	): Promise<readonly NamedAccount[]> {
		return this.traffic.read('namedInProject', signal, () =>
			(this.#data.named ?? []).filter((named) => named.project === key),
		);
	}

	organizationsOf(
		accountId: string,
		signal?: AbortSignal,
	): Pages<Organization> {
		return this.traffic.pages('organizationsOf', signal, () =>
			this.world.organizations
				.values()
				.filter(({members}) => members.has(accountId))
				.map((organization) => toOrganization(organization))
				.toArray(),
		);
	}

	/** Whom a request names now. */
	protected linksOf({key, links}: Request): RequestLinks {
		const {created = NaN, summary = '', values = {}} = links ?? {};
		return {
			created,
			summary,
			values: {...values, ...this.edited.get(key)},
		};
	}

	/** Accounts of the ids that exist, each once. */
	protected requestsOf(project: string): readonly Request[] {
		return (this.#data.requests ?? []).filter(({key}) =>
			key.startsWith(`${project}-`),
		);
	}

	protected known(ids: Iterable<string>): readonly Account[] {
		return [...new Set(ids)].flatMap((id) => this.world.accounts.get(id) ?? []);
	}

	protected organization(id: string): WorldOrganization {
		return found(this.world.organizations.get(id));
	}

	/** Ids of those in a project's customer role. */
	protected role(key: string): Set<string> {
		return found(this.world.access.get(key));
	}

	#linkedTo(key: string): readonly WorldOrganization[] {
		return this.world.organizations
			.values()
			.filter(({projects}) => projects.has(key))
			.toArray();
	}
}

export function toOrganization({
	id,
	name,
	managed,
}: WorldOrganization): Organization {
	return {id, name, managed};
}

function found<Thing>(thing: Thing | undefined): Thing {
	if (thing === undefined) {
		throw siteError('not-found', {status: 404});
	}

	return thing;
}
