import {type ScriptedFault} from './faults/fault.ts';
import {type Habits, switchHabits} from './habits.ts';
import {type PracticeCalls} from './http/call-log.ts';
import {answerRequest, type Exchange} from './http/exchange.ts';
import {type Login} from './http/login.ts';
import {openServer} from './http/server.ts';
import {answerInspection, isInspection} from './inspection.ts';
import {checkFaults, checkNumber, checkScript} from './options.ts';
import {type SiteName} from './scenarios/blueprint.ts';
import {
	createExchange,
	createSite,
	type Logins,
	loginsOf,
	type SiteParts,
} from './site-parts.ts';
import {someoneElse, type SomeoneElse} from './someone-else.ts';
import {type Mail} from './world/mail.ts';
import {type World} from './world/world.ts';

/** One simulated site: how to reach it, what happened on it, and what may go wrong on it. */
export type PracticeSite = {
	readonly name: SiteName;
	readonly title: string;
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	/** The login of an administrator: Jira administrator, site administrator and agent. */
	readonly email: string;
	readonly token: string;
	readonly logins: Logins;
	calls(): PracticeCalls;
	resetCalls(): void;
	/** Every mail the site would have sent, oldest first. */
	outbox(): readonly Mail[];
	/** Adds a fault for certain calls to come. */
	scriptFault(fault: ScriptedFault): void;
	/** Forgets scripted faults, and lets these and no others hit calls at random. */
	setFaults(names: readonly string[]): void;
	/** Makes credentials work again that `auth-lost` took away. */
	restoreAccess(): void;
	setHabits(habits: Partial<Habits>): void;
	habits(): Habits;
	/** Calls a second for every operation; without a number, Jira's own limits. */
	setBurst(perSecond?: number): void;
	/** Milliseconds added to every answer. */
	setLatency(milliseconds: number): void;
	/** What other people do on the site meanwhile. These changes are no calls. */
	readonly someoneElse: SomeoneElse;
	/** Everything on the site, for tests that compute for themselves what a copy should do. Only to be read. */
	readonly world: World;
};

/** What can be switched while the site runs. */
type Controls = {habits: Habits; latencyMs: number};

/** Starts a site on a port of its own. */
export async function startSite(
	parts: SiteParts,
): Promise<{readonly site: PracticeSite; stop(): Promise<void>}> {
	const {habits, latencyMs} = parts.settings;
	const controls: Controls = {habits, latencyMs};
	const logins = loginsOf(parts);
	const server = await openServer();
	const exchange = createExchange(
		createSite(parts, server.url, logins, () => controls.habits),
		parts.settings,
	);
	const site = practiceSiteOf(exchange, controls, logins);
	server.serve(async (request) => {
		if (isInspection(request)) {
			return answerInspection(site, request);
		}

		const delivery = await answerRequest(exchange, request);
		return {...delivery, lateMs: delivery.lateMs + controls.latencyMs};
	});
	return {site, stop: server.stop};
}

function practiceSiteOf(
	exchange: Exchange,
	controls: Controls,
	logins: Logins,
): PracticeSite {
	const {site, throttle, faults, log, access} = exchange;
	const login: Login = logins.admin;
	return {
		name: site.name,
		title: site.title,
		url: site.url,
		...login,
		logins,
		calls: () => log.report(),
		resetCalls() {
			log.reset();
		},
		outbox: () => site.world.mails,
		scriptFault(fault) {
			faults.script(checkScript(fault));
		},
		setFaults(names) {
			faults.set(checkFaults(names));
		},
		restoreAccess() {
			access.isLost = false;
		},
		setHabits(habits) {
			controls.habits = switchHabits(controls.habits, habits);
		},
		habits: () => controls.habits,
		setBurst(perSecond) {
			throttle.setLimit(
				perSecond === undefined
					? undefined
					: checkNumber('burst', perSecond, 1, 1_000_000),
			);
		},
		setLatency(milliseconds) {
			controls.latencyMs = checkNumber('latencyMs', milliseconds, 0, 60_000);
		},
		someoneElse: someoneElse(site),
		world: site.world,
	};
}
