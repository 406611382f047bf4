import {z} from 'zod';

/*
The shapes of Atlassian's answers, as far as they are read. Fields that Atlassian's files call optional, or that were seen missing, are optional here; what is not read is not checked.
*/

/** Both of Jira's shapes of error bodies: `errorMessage` of service management, the others of the platform. */
export const errorBody = z.object({
	errorMessage: z.string().optional(),
	errorMessages: z.array(z.string()).optional(),
	errors: z.record(z.string(), z.string()).optional(),
});

export type ErrorBody = z.infer<typeof errorBody>;

/** A person as the platform shows him. */
export const user = z.object({
	accountId: z.string(),
	accountType: z.string().optional(),
	displayName: z.string().optional(),
	emailAddress: z.string().nullish(),
	active: z.boolean().optional(),
});

/** A person as service management shows him: without a type. */
export const customer = user.omit({accountType: true});

export type User = z.infer<typeof user>;

/** `id` is a string in reads, though it holds a number. */
export const organization = z.object({
	id: z.coerce.string(),
	name: z.string(),
	scimManaged: z.boolean().optional(),
});

export const serviceDesk = z.object({
	id: z.coerce.string(),
	projectKey: z.string(),
	projectName: z.string(),
});

export const serverInfo = z.object({
	baseUrl: z.string(),
	deploymentType: z.string().optional(),
	serverTitle: z.string().optional(),
	displayUrlServicedeskHelpCenter: z.string().optional(),
});

export const tenantInfo = z.object({cloudId: z.string().optional()});

export const myself = user.extend({
	groups: z
		.object({items: z.array(z.object({name: z.string()})).optional()})
		.optional(),
});

export const permissions = z.object({
	permissions: z.record(z.string(), z.object({havePermission: z.boolean()})),
});

export const licenceRole = z.object({
	groupDetails: z
		.array(z.object({name: z.string().optional(), groupId: z.string()}))
		.optional(),
});

/** Names to addresses of the role in one project. */
export const projectRoles = z.record(z.string(), z.string());

export const projectRole = z.object({
	actors: z
		.array(
			z.object({
				type: z.string().optional(),
				actorUser: z.object({accountId: z.string()}).optional(),
			}),
		)
		.optional(),
});

export const field = z.object({
	id: z.string(),
	name: z.string().optional(),
	schema: z
		.object({
			type: z.string().optional(),
			items: z.string().optional(),
			custom: z.string().optional(),
		})
		.optional(),
});

export type Field = z.infer<typeof field>;

export const issue = z.object({
	key: z.string(),
	fields: z.record(z.string(), z.unknown()).optional(),
});

export type Issue = z.infer<typeof issue>;

/** Whoever wrote something; nobody where the account is gone altogether. */
const author = user.partial({accountId: true}).nullish();

export type Author = z.infer<typeof author>;

export const comment = z.object({
	author,
	updateAuthor: author,
	body: z.unknown().optional(),
});

export type Comment = z.infer<typeof comment>;

export const worklog = z.object({
	author,
	updateAuthor: author,
	comment: z.unknown().optional(),
});

export type Worklog = z.infer<typeof worklog>;

export const issuePage = z.object({
	issues: z.array(issue),
	nextPageToken: z.string().nullish(),
	isLast: z.boolean().optional(),
});

export const requestCount = z.object({count: z.number()});

/** For answers whose body nobody needs. */
export const nothing = z.unknown();
