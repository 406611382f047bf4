import * as z from 'zod';
import {type Choices, type Decision} from '../migration/choices.ts';
import {type Plan} from '../migration/plan.ts';

/*
What a saved plan may hold. The types of the engine are repeated here, since a file may be anyone's: the compiler compares the two, and what does not fit is refused.
*/

const text = z.string();
const texts = z.array(text);
const count = z.int().nonnegative();
const site = z.object({id: text, url: text, name: text});
const project = z.object({id: text, key: text, name: text});
const accountType = z.enum(['portal-only', 'atlassian', 'app', 'unknown']);
const accountStatus = z.enum(['active', 'inactive', 'deleted']);

const account = z.object({
	id: text,
	type: accountType,
	name: text,
	email: text.optional(),
	status: accountStatus,
});

const choices = z.object({
	customers: z.enum(['related', 'all']),
	duplicates: z.enum(['stop', 'rename', 'merge', 'skip']),
	renameAs: text.includes('{name}'),
	missingAtlassian: z.enum(['attention', 'create']),
	inactive: z.enum(['copy', 'skip']),
	emails: z.record(text, text),
	emailDomains: z.record(text, text),
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
	reasons: z.array(
		z.object({
			type: z.enum([
				'project-list',
				'organization-member',
				'reporter',
				'participant',
			]),
			example: text,
		}),
	),
	fate: z.enum(['create', 'link', 'unchanged', 'skip', 'attention']),
	destinationId: text.optional(),
	destinationType: accountType.optional(),
	sameAs: text.optional(),
	revoke: z.literal(true).optional(),
	problem: z
		.enum([
			'atlassian-account-there',
			'portal-only-account-there',
			'atlassian-account-absent',
			'deactivated-there',
			'several-accounts-there',
			'email-hidden',
			'email-malformed',
			'cannot-revoke',
			'not-revoked',
		])
		.optional(),
});

const sides = z.object({
	onlySource: texts,
	both: texts,
	onlyDestination: texts,
});

const conflict = z.object({
	kind: z.enum(['duplicate-organization', 'alike-organizations']),
	certainty: z.enum(['certain', 'possible']),
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
			why: z.enum([
				'not-copied',
				'agent',
				'app',
				'deleted',
				'organization-managed',
				'organization-failed',
			]),
		}),
	),
});

const organization = z.object({
	id: text,
	name: text,
	fate: z.enum([
		'create',
		'link',
		'unchanged',
		'skip',
		'conflict',
		'attention',
	]),
	destination: z.object({id: text, name: text}).optional(),
	newName: text.optional(),
	sameAs: text.optional(),
	decision: decision.optional(),
	conflict: conflict.optional(),
	problem: z
		.enum(['managed-there', 'gone-there', 'new-name-taken', 'map-target-gone'])
		.optional(),
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
}) satisfies z.ZodType<Plan>;
