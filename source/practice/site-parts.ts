import {FaultPlan} from './faults/fault-plan.ts';
import {StalePages} from './faults/stale-pages.ts';
import {type Habits} from './habits.ts';
import {ByteTexts} from './http/byte-texts.ts';
import {CallLog} from './http/call-log.ts';
import {type Exchange} from './http/exchange.ts';
import {LongBodies} from './http/long-bodies.ts';
import {type Login} from './credentials.ts';
import {createRouter} from './http/route.ts';
import {Throttle} from './http/throttle.ts';
import {type Journal} from './journal.ts';
import {SearchResults} from './jql/search-results.ts';
import {type PracticeSettings} from './options.ts';
import {allRoutes} from './resources/routes.ts';
import {type SiteBlueprint} from './scenarios/blueprint.ts';
import {type Site} from './site.ts';
import {hashText, hexadecimal} from './world/random.ts';
import {applyChange, type World} from './world/world.ts';

/** What a site is made of. */
export type SiteParts = {
	readonly settings: PracticeSettings;
	readonly blueprint: SiteBlueprint;
	readonly world: World;
	readonly journal: Journal;
	readonly findAtlassianAccount: Site['findAtlassianAccount'];
};

export type Logins = {
	readonly admin: Login;
	/** Has a licence, but administers nothing. */
	readonly agent: Login;
	/** Has no licence. */
	readonly customer: Login;
};

/** The same seed gives the same tokens, so that a saved login works after a restart. */
export function loginsOf({settings, blueprint, world}: SiteParts): Logins {
	const login = (role: keyof Logins): Login => {
		const {email} = world.people.find(blueprint.logins[role])!;
		const digits = [1, 2, 3].map((part) =>
			hexadecimal(hashText(settings.seed + part, `${blueprint.name} ${role}`)),
		);
		return {
			email,
			token: `practice-${blueprint.name}-${role}-${digits.join('')}`,
		};
	};

	return {
		admin: login('admin'),
		agent: login('agent'),
		customer: login('customer'),
	};
}

export function createSite(
	parts: SiteParts,
	url: string,
	logins: Logins,
	habits: () => Habits,
): Site {
	const {settings, blueprint, world, journal, findAtlassianAccount} = parts;
	const {name, title, slug, uuid, cloudId} = blueprint;
	const roles = ['admin', 'agent', 'customer'] as const;
	return {
		name,
		title,
		slug,
		uuid,
		cloudId,
		url,
		avatarUrls: avatarUrls(url),
		texts: new ByteTexts(),
		longBodies: new LongBodies(),
		seed: settings.seed,
		world,
		searches: new SearchResults(),
		accounts: roles.map((role) => ({
			login: logins[role],
			accountId: blueprint.logins[role],
		})),
		get habits() {
			return habits();
		},
		now: settings.now,
		commit(change) {
			journal.append(name, change);
			applyChange(world, change);
		},
		findAtlassianAccount,
	};
}

function avatarUrls(url: string): Readonly<Record<string, string>> {
	// They are short, since a page of 1,000 users has 4,000 of them.
	const image = (size: number) => `${url}/avatar/${size}`;
	return {
		'48x48': image(48),
		'24x24': image(24),
		'16x16': image(16),
		'32x32': image(32),
	};
}

export function createExchange(
	site: Site,
	{seed, faults: names, burst}: PracticeSettings,
): Exchange {
	const faults = new FaultPlan(hashText(seed, site.name), names);
	return {
		site,
		router: createRouter(allRoutes),
		// A bucket must not run backwards when a test turns back the site's clock.
		throttle: new Throttle(() => performance.now(), burst),
		faults,
		stalePages: new StalePages(faults),
		log: new CallLog(),
		access: {isLost: false},
		listeners: new Set(),
	};
}
