import {type ScriptedFault} from './faults/fault.ts';
import {type Habits} from './habits.ts';
import {type PracticeCalls} from './http/call-log.ts';
import {type ExchangeListener} from './http/exchange.ts';
import {type SiteName} from './scenarios/blueprint.ts';
import {type Logins} from './site-parts.ts';
import {type SomeoneElse} from './someone-else.ts';
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
	/** Calls the listener for every request with its answer, bodies included; returns how to stop that. */
	onExchange(listener: ExchangeListener): () => void;
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
