import {
	type PracticeOptions,
	type PracticeSettings,
	settingsFrom,
} from './options.ts';
import {type Journal, noJournal, openJournal} from './journal.ts';
import {startSite} from './start-site.ts';
import {type PracticeSite} from './practice-site.ts';
import {assembleSites} from './scenarios/assemble.ts';
import {type SiteName} from './scenarios/blueprint.ts';
import {type Person} from './world/person.ts';
import {applyChange, openWorld, type World} from './world/world.ts';

export {
	allHabits,
	type HabitName,
	type Habits,
	practiceHabits,
	uncertainHabits,
} from './habits.ts';
export {
	type FaultName,
	practiceFaults,
	type ScriptedFault,
} from './faults/fault.ts';
export {type LoggedCall, type PracticeCalls} from './http/call-log.ts';
export {type ExchangeListener, type ObservedExchange} from './http/exchange.ts';
export {type Login} from './credentials.ts';
export {type PracticeOptions} from './options.ts';
export {PracticeOptionsError} from './practice-options-error.ts';
export {type PracticeSite} from './practice-site.ts';
export {practiceScenarios} from './scenarios/scenarios.ts';
export {type Mail} from './world/mail.ts';

/** Two simulated Jira Cloud sites that run until they are stopped. */
export type PracticeSites = {
	readonly source: PracticeSite;
	readonly destination: PracticeSite;
	/** Closes both sites and their connections. */
	stop(): Promise<void>;
};

/**
Starts two practice sites, each on a port of its own on 127.0.0.1. Throws a `PracticeOptionsError` where an option is
wrong or the state folder belongs to other sites.
*/
export async function startPracticeSites(
	options: PracticeOptions = {},
): Promise<PracticeSites> {
	const settings = settingsFrom(options);
	const {seed, scenario, sizes} = settings;
	const journal = journalFor(settings);
	const blueprints = assembleSites(scenario, seed, sizes);
	const worlds = {
		source: openWorld(blueprints.source.base),
		destination: openWorld(blueprints.destination.base),
	};
	for (const {site, change} of journal.past) {
		applyChange(worlds[site], change);
	}

	const start = async (name: SiteName) =>
		startSite({
			settings,
			blueprint: blueprints[name],
			world: worlds[name],
			journal,
			findAtlassianAccount: (emailOrId) =>
				[worlds[name], worlds.source, worlds.destination]
					.map((world) => atlassianAccount(world, emailOrId))
					.find((person) => person !== undefined),
		});
	const [source, destination] = await Promise.all([
		start('source'),
		start('destination'),
	]);
	return {
		source: source.site,
		destination: destination.site,
		async stop() {
			await Promise.all([source.stop(), destination.stop()]);
			journal.close();
		},
	};
}

function journalFor({
	seed,
	scenario,
	sizes,
	stateFolder,
}: PracticeSettings): Journal {
	return stateFolder === undefined
		? noJournal
		: openJournal(stateFolder, {seed, scenario: scenario.name, ...sizes});
}

function atlassianAccount(
	{people}: World,
	emailOrId: string,
): Person | undefined {
	const candidates = emailOrId.includes('@')
		? people.withEmail(emailOrId)
		: [people.find(emailOrId)];
	return candidates.find(
		(person) => person?.accountType === 'atlassian' && !person.isDeleted,
	);
}
