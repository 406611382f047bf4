import * as z from 'zod';
import {type Choices, defaultChoices} from '../migration/choices.ts';

/** A site that the user saved. Its token never comes near this file. */
const savedSite = z.object({
	/** What the user calls it. */
	name: z.string(),
	url: z.string(),
	email: z.string(),
	/** What the ledger knows the site by, once it has been seen. */
	id: z.string().optional(),
	/** Set where the token is kept; without it the environment is asked, or a person. */
	tokenIsIn: z.literal('keychain').optional(),
});

const defaults = defaultChoices;

/** A choice that came later than the file gets its default. */
const choices = z.object({
	customers: z.enum(['related', 'all']).default(defaults.customers),
	duplicates: z
		.enum(['stop', 'rename', 'merge', 'skip'])
		.default(defaults.duplicates),
	renameAs: z.string().default(defaults.renameAs),
	missingAtlassian: z
		.enum(['attention', 'create'])
		.default(defaults.missingAtlassian),
	inactive: z.enum(['copy', 'skip']).default(defaults.inactive),
	emails: z.record(z.string(), z.string()).default({...defaults.emails}),
	emailDomains: z
		.record(z.string(), z.string())
		.default({...defaults.emailDomains}),
	activity: z.enum(['leave', 'link']).default(defaults.activity),
	proposed: z.enum(['list', 'link']).default(defaults.proposed),
	placeholders: z
		.array(z.string())
		.readonly()
		.default([...defaults.placeholders]),
	limit: z.int().positive().optional(),
}) satisfies z.ZodType<Choices>;

/** What was chosen the last time a pair was copied. */
const lastChoices = z.object({
	/** Ids of the sites. */
	source: z.string(),
	destination: z.string(),
	/** Keys of source projects. */
	projects: z.union([z.literal('all'), z.array(z.string())]),
	/** Keys of destination projects by those of source projects, where they differ. */
	map: z.record(z.string(), z.string()),
	choices,
});

export const settingsSchema = z.object({
	version: z.int().positive(),
	sites: z.array(savedSite),
	pairs: z.array(lastChoices),
	/** What the screens remember, such as a theme. */
	preferences: z.record(
		z.string(),
		z.union([z.string(), z.number(), z.boolean()]),
	),
});

export type SavedSite = Readonly<z.infer<typeof savedSite>>;
export type LastChoices = Readonly<z.infer<typeof lastChoices>>;
export type Preference = string | number | boolean;

export type Settings = {
	readonly version: number;
	readonly sites: readonly SavedSite[];
	/** The pair used last comes first. */
	readonly pairs: readonly LastChoices[];
	readonly preferences: Readonly<Record<string, Preference>>;
};
