import {type RequestEdit} from './activity/request-links.ts';
import {type RecordedEvent} from './events.ts';
import {type FollowedUpEvent} from './follow-up-events.ts';
import {type ServiceProject} from './model.ts';
import {type Plan} from './plan.ts';
import {type ActRecord, type Group, type StepRecord} from './ports.ts';
import {type Person, type Step} from './step.ts';

/** An account that the run made. */
export type MadeCustomer = {
	/** Source account ids of everyone who became this account. */
	readonly customers: readonly string[];
	readonly email: string;
	readonly accountId: string;
};

/** An organization that the run made. */
export type MadeOrganization = {
	/** Source ids of every organization that became this one. */
	readonly organizations: readonly string[];
	/** Its name on the destination. */
	readonly name: string;
	readonly destinationId: string;
};

type Place = {
	/** Source organization id. */
	readonly organization: string;
	readonly name: string;
	readonly destinationId: string;
};

export type MadeMembership = Place & {readonly person: Person};
export type MadeLink = Place & {readonly project: ServiceProject};
export type MadeAccess = {
	readonly project: ServiceProject;
	readonly person: Person;
};

/** Fields that the run set in a request. */
export type MadeEdits = {
	/** Key on the destination. */
	readonly request: string;
	readonly edits: readonly RequestEdit[];
};

/** What a run has made on the destination, without what was there before. */
export type Made = {
	readonly customers: readonly MadeCustomer[];
	readonly organizations: readonly MadeOrganization[];
	readonly memberships: readonly MadeMembership[];
	readonly links: readonly MadeLink[];
	readonly access: readonly MadeAccess[];
	readonly requests: readonly MadeEdits[];
	/** Made by a follow-up. */
	readonly groups: readonly Group[];
	/** Accounts that a follow-up put into the groups it made. */
	readonly collected: readonly string[];
	/** Whom a follow-up put into a group that was there before. */
	readonly groupMemberships: readonly GroupMembership[];
	/** Emails of accounts that were there before and lost their access by the run. */
	readonly revoked: readonly string[];
};

/** Collects what a run made from its steps and what became of them, and what its follow-up made. */
export function collectMade(
	plan: Plan,
	records: Iterable<StepRecord>,
	followUp: Iterable<ActRecord<unknown, FollowedUpEvent>> = [],
): Made {
	const found = {
		customers: new Map<string, MadeCustomer>(),
		organizations: new Map<string, MadeOrganization>(),
		memberships: new Map<string, MadeMembership>(),
		links: new Map<string, MadeLink>(),
		access: new Map<string, MadeAccess>(),
		requests: new Map<string, MadeEdits>(),
		revoked: new Map<string, string>(),
	};
	const joined = {
		customers: sourceIdsBySame(plan.customers),
		organizations: sourceIdsBySame(plan.organizations),
	};

	for (const {step, events = []} of records) {
		for (const event of events) {
			collect(step, event, found, joined);
		}
	}

	const ofFollowUp = collectFollowUp(followUp, found.access);
	const madeHere = new Set(
		found.customers.values().flatMap(({customers}) => customers),
	);
	return {
		customers: found.customers.values().toArray(),
		organizations: found.organizations.values().toArray(),
		memberships: found.memberships.values().toArray(),
		links: found.links.values().toArray(),
		access: found.access.values().toArray(),
		requests: found.requests.values().toArray(),
		...ofFollowUp,
		revoked: [...found.revoked]
			.filter(([customer]) => !madeHere.has(customer))
			.map(([, email]) => email),
	};
}

export type GroupMembership = {
	readonly group: Group;
	readonly person: Person;
};

function collectFollowUp(
	records: Iterable<ActRecord<unknown, FollowedUpEvent>>,
	access: Map<string, MadeAccess>,
): Pick<Made, 'groups' | 'collected' | 'groupMemberships'> {
	const events = [...records].flatMap((record) => record.events ?? []);
	const groups = events
		.filter((event) => event.type === 'group-created')
		.map(({group}) => group);
	const joined = events.filter((event) => event.type === 'group-joined');
	const isNew = ({id}: Group) => groups.some((group) => group.id === id);

	for (const event of events) {
		if (event.type !== 'project-access-given') {
			continue;
		}

		const {project, customers} = event;

		for (const person of customers) {
			access.set(`${project.key} ${person.accountId}`, {project, person});
		}
	}

	return {
		groups,
		collected: joined
			.filter(({group}) => isNew(group))
			.map(({person}) => person.accountId),
		groupMemberships: joined
			.filter(({group}) => !isNew(group))
			.map(({group, person}) => ({group, person})),
	};
}

type Found = {
	readonly customers: Map<string, MadeCustomer>;
	readonly organizations: Map<string, MadeOrganization>;
	readonly memberships: Map<string, MadeMembership>;
	readonly links: Map<string, MadeLink>;
	readonly access: Map<string, MadeAccess>;
	readonly requests: Map<string, MadeEdits>;
	readonly revoked: Map<string, string>;
};

type Joined = {
	readonly customers: ReadonlyMap<string, readonly string[]>;
	readonly organizations: ReadonlyMap<string, readonly string[]>;
};

/** Source ids of those that the plan joins to another of the source, by the id of that one. */
function sourceIdsBySame(
	items: ReadonlyArray<{readonly id: string; readonly sameAs?: string}>,
): ReadonlyMap<string, readonly string[]> {
	const groups = Map.groupBy(
		items.filter(({sameAs}) => sameAs !== undefined),
		({sameAs}) => sameAs ?? '',
	);
	return new Map(
		[...groups].map(([id, same]) => [id, same.map((one) => one.id)]),
	);
}

function collect(
	step: Step,
	event: RecordedEvent,
	found: Found,
	joined: Joined,
): void {
	switch (event.type) {
		case 'customer-created': {
			const {customer, email, destinationId} = event;
			found.customers.set(destinationId, {
				customers: [customer, ...(joined.customers.get(customer) ?? [])],
				email,
				accountId: destinationId,
			});
			break;
		}

		case 'customer-revoked': {
			found.revoked.set(event.customer, event.email);
			break;
		}

		case 'organization-created':
		case 'organization-renamed': {
			const {organization, newName, destinationId} = event;
			found.organizations.set(destinationId, {
				organizations: [
					organization,
					...(joined.organizations.get(organization) ?? []),
				],
				name: newName,
				destinationId,
			});
			break;
		}

		default: {
			collectAdditions(step, event, found);
		}
	}
}

/** Only the step knows the ids on the destination. */
function collectAdditions(
	step: Step,
	event: RecordedEvent,
	{memberships, links, access, requests}: Found,
): void {
	if (step.kind === 'edit-request' && event.type === 'request-linked') {
		const {request, edits} = step;
		requests.set(request, {request, edits});
	}

	if (step.kind === 'add-members' && event.type === 'members-added') {
		const {members, ...place} = step;

		for (const person of among(members, event.customers)) {
			memberships.set(`${place.destinationId} ${person.accountId}`, {
				...placeOf(place),
				person,
			});
		}
	}

	if (step.kind === 'link-organization' && event.type === 'project-linked') {
		const {project, ...place} = step;
		const key = `${place.destinationId} ${project.key}`;
		links.set(key, {...placeOf(place), project});
	}

	if (
		step.kind !== 'add-project-customers' ||
		event.type !== 'project-access-added'
	) {
		return;
	}

	const {project} = step;

	for (const person of among(step.customers, event.customers)) {
		access.set(`${project.key} ${person.accountId}`, {project, person});
	}
}

function placeOf({organization, name, destinationId}: Place): Place {
	return {organization, name, destinationId};
}

function among(
	people: readonly Person[],
	customers: readonly string[],
): readonly Person[] {
	const wanted = new Set(customers);
	return people.filter(({customer}) => wanted.has(customer));
}
