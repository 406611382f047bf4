import {type Choices, defaultChoices} from '../../source/migration/choices.ts';
import {type Memory, emptyMemory} from '../../source/migration/memory.ts';
import {
	type DestinationSnapshot,
	type SourceSnapshot,
} from '../../source/migration/model.ts';
import {
	type Plan,
	type PlannedCustomer,
	type PlannedOrganization,
} from '../../source/migration/plan.ts';
import {type PlanInput, planCopy} from '../../source/migration/plan-copy.ts';
import {
	destinationSite,
	project,
	projectPair,
	sourceSite,
} from './engine-people.ts';

/** What a test says of the two sites and the admin; everything else is empty or usual. */
export type Situation = {
	readonly source?: Partial<SourceSnapshot>;
	/** Every organization here is one whose details were read. */
	readonly destination?: Partial<Omit<DestinationSnapshot, 'organizations'>>;
	readonly projects?: PlanInput['projects'];
	readonly memory?: Partial<Memory>;
	readonly choices?: Partial<Choices>;
	readonly decisions?: PlanInput['decisions'];
};

/** Both sites have the service project IT, and the login may do everything. */
export function planInput({
	source = {},
	destination = {},
	projects = [projectPair('IT')],
	memory = {},
	choices = {},
	decisions = {},
}: Situation): PlanInput {
	return {
		source: {
			site: sourceSite,
			projects: projects.map(({from}) => from),
			customers: [],
			leftOut: {agents: [], apps: [], deleted: []},
			deletedContent: [],
			organizations: [],
			organizationNames: (source.organizations ?? []).map(({name}) => name),
			access: [],
			gone: {customers: [], organizations: []},
			...source,
		},
		destination: {
			site: destinationSite,
			projects: [project('IT')],
			accounts: [],
			organizations: destination.details ?? [],
			details: [],
			access: [],
			canRevoke: true,
			...destination,
		},
		projects,
		memory: {...emptyMemory, ...memory},
		choices: {...defaultChoices, ...choices},
		decisions,
	};
}

export function planFor(situation: Situation): Plan {
	return planCopy(planInput(situation));
}

/** The plan for the only customer of the source. */
export function onlyCustomer(situation: Situation): PlannedCustomer {
	return only(planFor(situation).customers);
}

/** The plan for the only organization of the source. */
export function onlyOrganization(situation: Situation): PlannedOrganization {
	return only(planFor(situation).organizations);
}

/** The one item of a list that must have exactly one. */
export function only<Item>(items: readonly Item[]): Item {
	const [item] = items;

	if (item === undefined || items.length !== 1) {
		throw new Error(`Expected one item, but there are ${items.length}`);
	}

	return item;
}
