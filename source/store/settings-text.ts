import * as z from 'zod';
import {type Settings, settingsSchema} from './settings-schema.ts';

/** Makes settings of the next version from what an older program wrote. */
export type SettingsMigration = (
	older: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;

/** The first leads from version 1 to version 2. A change of shape that an older program could spoil needs one. */
export const settingsMigrations: readonly SettingsMigration[] = [];

export const settingsVersion = settingsMigrations.length + 1;

export const emptySettings: Settings = {
	version: settingsVersion,
	sites: [],
	pairs: [],
	preferences: {},
};

/** What a settings file turned out to be. */
export type SettingsFinding =
	| {readonly type: 'usable'; readonly settings: Settings}
	| {readonly type: 'newer'; readonly version: number}
	| {readonly type: 'damaged'; readonly reason: string};

/** Reads the text of a settings file, whatever it holds. */
export function readSettingsText(
	text: string,
	migrations = settingsMigrations,
): SettingsFinding {
	const known = versioned.safeParse(parse(text));

	if (!known.success) {
		return {type: 'damaged', reason: z.prettifyError(known.error)};
	}

	const {version} = known.data;
	const newest = migrations.length + 1;

	if (version > newest) {
		return {type: 'newer', version};
	}

	let current: Readonly<Record<string, unknown>> = known.data;

	for (const migration of migrations.slice(version - 1)) {
		current = migration(current);
	}

	const settings = settingsSchema.safeParse({...current, version: newest});
	return settings.success
		? {type: 'usable', settings: settings.data}
		: {type: 'damaged', reason: z.prettifyError(settings.error)};
}

const versioned = z.looseObject({version: z.int().positive()});

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
