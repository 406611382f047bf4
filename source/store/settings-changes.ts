import {type Site} from '../migration/model.ts';
import {
	type LastChoices,
	type Preference,
	type SavedSite,
	type Settings,
} from './settings-schema.ts';

/*
Settings as a value: each function returns new settings, for `SettingsFile.update` to keep.
*/

/** Saves a site, in the place of the one with the same name. */
export function withSite(settings: Settings, site: SavedSite): Settings {
	const others = withoutSite(settings, site.name);
	return {...others, sites: [...others.sites, site]};
}

export function withoutSite(settings: Settings, name: string): Settings {
	return {
		...settings,
		sites: settings.sites.filter((site) => site.name !== name),
	};
}

/** The name to save a new site under: its own or, where another site has that, one with its address. */
export function freeName(
	{name, url}: Pick<Site, 'name' | 'url'>,
	sites: readonly SavedSite[],
): string {
	return sites.some((site) => site.name === name && site.url !== url)
		? `${name} (${new URL(url).host})`
		: name;
}

/** Keeps what was chosen for a pair and puts it first. */
export function withLastChoices(
	settings: Settings,
	chosen: LastChoices,
): Settings {
	const others = settings.pairs.filter((pair) => !isSamePair(pair, chosen));
	return {...settings, pairs: [chosen, ...others]};
}

/** What was chosen the last time the pair was copied. Only the ids of the sites matter. */
export function lastChoicesOf(
	settings: Settings,
	source: Pick<Site, 'id'>,
	destination: Pick<Site, 'id'>,
): LastChoices | undefined {
	const wanted = {source: source.id, destination: destination.id};
	return settings.pairs.find((pair) => isSamePair(pair, wanted));
}

export function withPreference(
	settings: Settings,
	name: string,
	value: Preference,
): Settings {
	return {
		...settings,
		preferences: {...settings.preferences, [name]: value},
	};
}

type PairIds = Pick<LastChoices, 'source' | 'destination'>;

function isSamePair(one: PairIds, other: PairIds): boolean {
	return one.source === other.source && one.destination === other.destination;
}
