import * as z from 'zod';
import {
	type Choices,
	type Decision,
	defaultChoices,
} from '../migration/choices.ts';
import {
	type AccountStatus,
	type AccountType,
	type ReasonType,
} from '../migration/model.ts';
import {
	type Conflict,
	type CustomerFate,
	type CustomerProblem,
	type MembershipObstacle,
	type OrganizationFate,
	type OrganizationProblem,
	type Plan,
} from '../migration/plan.ts';
import {activitySchema} from './activity-schema.ts';
import {oneOf} from './one-of.ts';

/*
What a saved plan may hold. The types of the engine are repeated here, since a file may be anyone's: the compiler compares the two, and what does not fit is refused.
*/

const text = z.string();
const texts = z.array(text);
const count = z.int().nonnegative();
const site = z.object({id: text, url: text, name: text});
const project = z.object({id: text, key: text, name: text});
const accountType = oneOf<AccountType>({
	'portal-only': true,
	atlassian: true,
	app: true,
	unknown: true,
});
const accountStatus = oneOf<AccountStatus>({
	active: true,
	inactive: true,
	deleted: true,
});

const reasons = z.array(
	z.object({
		type: oneOf<ReasonType>({
			'project-list': true,
			'organization-member': true,
			reporter: true,
			creator: true,
			assignee: true,
			participant: true,
			'user-field': true,
			mention: true,
			'comment-author': true,
			'worklog-author': true,
			'workflow-rule': true,
			permission: true,
			'project-role': true,
		}),
		example: text,
	}),
);

const account = z.object({
	id: text,
	type: accountType,
	name: text,
	email: text.optional(),
	status: accountStatus,
	reasons,
});

const choices = z.object({
	customers: oneOf<Choices['customers']>({related: true, all: true}),
	duplicates: oneOf<Choices['duplicates']>({
		stop: true,
		rename: true,
		merge: true,
		skip: true,
	}),
	renameAs: text.includes('{name}'),
	missingAtlassian: oneOf<Choices['missingAtlassian']>({
		attention: true,
		create: true,
	}),
	inactive: oneOf<Choices['inactive']>({copy: true, skip: true}),
	emails: z.record(text, text),
	emailDomains: z.record(text, text),
	// Plans that were saved before there was this choice lack it.
	activity: oneOf<Choices['activity']>({leave: true, link: true}).default(
		defaultChoices.activity,
	),
	proposed: oneOf<Choices['proposed']>({list: true, link: true}).default(
		defaultChoices.proposed,
	),
	placeholders: texts.default([]),
	limit: z.int().positive().optional(),
}) satisfies z.ZodType<Choices>;

const decision = z.discriminatedUnion('type', [
	z.object({type: z.literal('rename'), name: text}),
	z.object({type: z.literal('merge')}),
	z.object({type: z.literal('map'), destinationId: text}),
	z.object({type: z.literal('skip')}),
]) satisfies z.ZodType<Decision>;

const customer = z.object({
	id: text,
	type: accountType,
	status: accountStatus,
	name: text,
	email: text.optional(),
	sourceEmail: text.optional(),
	reasons,
	fate: oneOf<CustomerFate>({
		create: true,
		link: true,
		unchanged: true,
		skip: true,
		attention: true,
	}),
	destinationId: text.optional(),
	destinationType: accountType.optional(),
	sameAs: text.optional(),
	revoke: z.literal(true).optional(),
	problem: oneOf<CustomerProblem>({
		'atlassian-account-there': true,
		'portal-only-account-there': true,
		'atlassian-account-absent': true,
		'deactivated-there': true,
		'several-accounts-there': true,
		'email-hidden': true,
		'email-malformed': true,
		'shares-email': true,
		'cannot-revoke': true,
		'not-revoked': true,
	}).optional(),
});

const sides = z.object({
	onlySource: texts,
	both: texts,
	onlyDestination: texts,
});

const conflict = z.object({
	kind: oneOf<Conflict['kind']>({
		'duplicate-organization': true,
		'alike-organizations': true,
	}),
	certainty: oneOf<Conflict['certainty']>({certain: true, possible: true}),
	other: z.object({id: text, name: text}),
	customers: sides,
	projects: sides,
});

const members = z.object({
	add: texts,
	present: texts,
	notPossible: z.array(
		z.object({
			customer: text,
			why: oneOf<MembershipObstacle>({
				'not-copied': true,
				agent: true,
				app: true,
				deleted: true,
				'organization-managed': true,
				'organization-failed': true,
			}),
		}),
	),
});

const organization = z.object({
	id: text,
	name: text,
	fate: oneOf<OrganizationFate>({
		create: true,
		link: true,
		unchanged: true,
		skip: true,
		conflict: true,
		attention: true,
	}),
	destination: z.object({id: text, name: text}).optional(),
	newName: text.optional(),
	sameAs: text.optional(),
	decision: decision.optional(),
	conflict: conflict.optional(),
	problem: oneOf<OrganizationProblem>({
		'managed-there': true,
		'gone-there': true,
		'new-name-taken': true,
		'map-target-gone': true,
		'earlier-copy-there': true,
	}).optional(),
	members,
	links: z.object({
		add: z.array(project),
		present: z.array(project),
		notPossible: texts,
	}),
});

/** The form of a saved plan. */
export const planSchema = z.object({
	version: z.literal(1),
	source: site,
	destination: site,
	choices,
	decisions: z.record(text, decision),
	projects: z.array(z.object({from: project, to: project.optional()})).min(1),
	destinationHolds: z.object({accounts: count, organizations: count}),
	remembered: z.object({customers: count, organizations: count}),
	leftSource: z.object({
		customers: z.array(z.object({customer: text, email: text})),
		organizations: z.array(z.object({organization: text, name: text})),
		memberships: z.array(
			z.object({organization: text, name: text, customer: text, email: text}),
		),
	}),
	customers: z.array(customer),
	organizations: z.array(organization),
	access: z.array(
		z.object({
			from: project,
			to: project.optional(),
			add: texts,
			present: texts,
			notPossible: texts,
		}),
	),
	leftOut: z.object({
		agents: z.array(account),
		apps: z.array(account),
		deleted: z.array(account),
	}),
	deletedContent: z.array(
		z.object({project: text, account: text, requests: count, keys: texts}),
	),
	activity: activitySchema.optional(),
}) satisfies z.ZodType<Plan>;
