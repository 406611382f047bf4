import {type PeopleMix} from '../world/generated-people.ts';
import {type Access} from '../world/projects.ts';

/** One person of a scenario. Who has the same email on both sites is the same human. */
export type PersonStory = {
	/** What the rest of the story calls this person. */
	readonly key: string;
	readonly name: string;
	readonly email: string;
	readonly kind: 'admin' | 'agent' | 'app' | 'atlassian' | 'portal-only';
	readonly state?: 'active' | 'inactive' | 'deleted';
	readonly isEmailHidden?: boolean;
};

export type OrganizationStory = {
	readonly name: string;
	/** Keys of people. */
	readonly members: readonly string[];
	/** Keys of projects. */
	readonly projects: readonly string[];
	readonly isManaged?: boolean;
	readonly domains?: readonly string[];
};

/** A service project. All people are given by their keys. */
export type ProjectStory = {
	readonly key: string;
	readonly name: string;
	readonly access: Access;
	readonly management?: 'company' | 'team';
	/** On the customer list by themselves. */
	readonly customers?: readonly string[];
	/** In another role of the project. */
	readonly viewers?: readonly string[];
	/** Named in the permission scheme. */
	readonly grantedUser?: string;
	/** Named in a workflow rule. */
	readonly ruleUser?: string;
	readonly componentLead?: string;
};

/** A request. All people are given by their keys, organizations by their names. */
export type RequestStory = {
	readonly project: string;
	readonly summary: string;
	readonly reporter: string;
	readonly creator?: string;
	readonly assignee?: string;
	readonly participants?: readonly string[];
	readonly organizations?: readonly string[];
	readonly approvers?: readonly string[];
	readonly contact?: string;
	readonly stakeholders?: readonly string[];
	readonly owners?: readonly string[];
	readonly mentionedInDescription?: string;
	readonly mentionedInNotes?: string;
	readonly comments?: ReadonlyArray<{
		readonly author: string;
		readonly text: string;
		readonly mentions?: string;
	}>;
	readonly worklogs?: ReadonlyArray<{
		readonly author: string;
		readonly mentions?: string;
	}>;
};

export type SiteStory = {
	/** What the site calls itself, such as `Northwind`. */
	readonly title: string;
	readonly people: readonly PersonStory[];
	readonly organizations: readonly OrganizationStory[];
	readonly projects: readonly ProjectStory[];
	readonly requests: readonly RequestStory[];
	/** Keys of people who raise generated requests while there are no generated people. */
	readonly voices: readonly string[];
	/** In which language the custom fields are named. */
	readonly language: 'en' | 'de';
	/** What the customers' role is called here. */
	readonly customersRole?: string;
};

export type Scenario = {
	readonly name: string;
	readonly about: string;
	readonly source: SiteStory;
	readonly destination: SiteStory;
	/** How many there are on the source unless someone asks for another number. */
	readonly customers: number;
	readonly organizations: number;
	readonly requests: number;
	readonly mix: PeopleMix;
	/** Fault names that are on in this scenario. */
	readonly faults: readonly string[];
};
