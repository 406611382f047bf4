import {type Habits, switchHabits} from './habits.ts';
import {answerRequest, type Exchange} from './http/exchange.ts';
import {type Login} from './credentials.ts';
import {openServer} from './http/server.ts';
import {answerInspection, isInspection} from './inspection.ts';
import {checkFaults, checkNumber, checkScript} from './options.ts';
import {type PracticeSite} from './practice-site.ts';
import {
	createExchange,
	createSite,
	type Logins,
	loginsOf,
	type SiteParts,
} from './site-parts.ts';
import {someoneElse} from './someone-else.ts';

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
	const {site, throttle, faults, log, access, listeners} = exchange;
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
		onExchange(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
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
