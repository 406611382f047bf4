import {
	type Connection,
	type ConnectOptions,
	connectDestination,
	connectFollowUp,
	connectInvite,
	connectUndo,
} from '../jira/connect.ts';
import {emailDomains} from '../migration/email-domains.ts';
import {streamEvents} from '../migration/event-stream.ts';
import {type FollowUpBook} from '../migration/follow-up-state.ts';
import {followUpRun} from '../migration/follow-up.ts';
import {type InviteBook} from '../migration/invite-book.ts';
import {inviteCustomers} from '../migration/invite.ts';
import {type InviteChoice} from '../migration/plan-invite.ts';
import {type Plan} from '../migration/plan.ts';
import {prepareUndo} from '../migration/prepare-undo.ts';
import {undoRun} from '../migration/undo.ts';
import {verifyLater} from '../migration/verify-later.ts';
import {takeLock} from '../store/lock.ts';
import {type StoredRun} from '../store/run-overview.ts';
import {
	type ActEvent,
	type ActRequest,
	type ActSummary,
	type PreparedAct,
} from '../ui/services.ts';
import {toCommandError} from './explain-error.ts';
import {assertNotUndone, prepareFollowUp} from './follow-up.ts';
import {followStream} from './follow-stream.ts';
import {assertInvitable, prepareInvite} from './invite.ts';
import {type Shell} from './shell.ts';
import {type SiteDesk} from './site-desk.ts';
import {findRun, storedState} from './stored-report.ts';
import {assertLast, undoSetting} from './undo.ts';
import {type RunBench} from './with-run.ts';
import {type Workplace, connectionOptions} from './workplace.ts';

/** Where acts get their sites, their memory and their time from. */
export type ActDesk = {
	readonly workplace: Workplace;
	readonly shell: Shell;
	readonly desk: Pick<SiteDesk, 'loginTo'>;
};

type Desk = ActDesk & {
	readonly signal: AbortSignal;
	readonly emit: (event: ActEvent) => void;
};

/**
Finds out what an act would do, for the screens. Like the act itself it connects anew, with the one client that may send what the act needs.

@throws CommandError for whatever was foreseen, such as a later run that stands in the way of an undo.
*/
export function prepareAct(
	request: ActRequest,
	desk: ActDesk,
	signal: AbortSignal,
): AsyncGenerator<ActEvent, PreparedAct, void> {
	return streamEvents(async (emit) =>
		prepare(request, {...desk, signal, emit}),
	);
}

/**
Carries out what was prepared.

@throws CommandError for whatever was foreseen.
*/
export function carryOutAct(
	act: PreparedAct,
	desk: ActDesk,
	signal: AbortSignal,
): AsyncGenerator<ActEvent, ActSummary, void> {
	return streamEvents(async (emit) => carryOut(act, {...desk, signal, emit}));
}

async function prepare(request: ActRequest, desk: Desk): Promise<PreparedAct> {
	const {ledger} = desk.workplace;
	const run = findRun(ledger, request.run);
	const about = {run: run.id, destination: run.destination.name};

	switch (request.kind) {
		case 'verify': {
			return {...about, kind: 'verify', ...(await verify(run, desk))};
		}

		case 'undo': {
			assertLast(run, ledger);
			return atDestination(run, connectUndo, desk, async (bench) => {
				const setting = undoSetting(bench, desk.shell);
				const stream = prepareUndo(setting, desk.signal);
				const plan = await followStream(stream, desk.emit);
				return {...about, kind: 'undo', plan};
			});
		}

		case 'invite': {
			const {choice = {}} = request;
			assertInvitable(run, choice);
			return atDestination(run, connectInvite, desk, async (bench) => {
				const {site} = bench.destination;
				const book: InviteBook = ledger.act(run, 'invite');
				const plan = await prepareInvite(
					{site, book, run, ledger, choice},
					desk.emit,
					desk.signal,
				);
				const options = inviteOptions(run.plan);
				return {...about, kind: 'invite', plan, choice, options};
			});
		}

		case 'follow-up': {
			assertNotUndone(run);
			return atDestination(run, connectFollowUp, desk, async (bench) => {
				const {site} = bench.destination;
				const book: FollowUpBook = ledger.act(run, 'follow-up');
				const prepared = await prepareFollowUp(
					{site, book, run, ledger},
					desk.emit,
					desk.signal,
				);
				return {...about, kind: 'follow-up', ...prepared};
			});
		}
	}
}

async function verify(run: StoredRun, desk: Desk) {
	const state = storedState(desk.workplace.ledger, run);
	const {clock} = desk.shell;
	return reach(run, connectDestination, desk, async ({site}) => {
		const setting = {destination: site, clock};
		const stream = verifyLater({...run, state}, setting, desk.signal);
		return followStream(stream, desk.emit);
	});
}

async function carryOut(act: PreparedAct, desk: Desk): Promise<ActSummary> {
	const {workplace, shell, signal, emit} = desk;
	const {ledger} = workplace;
	const {clock} = shell;
	const run = findRun(ledger, act.run);

	switch (act.kind) {
		case 'verify': {
			throw new TypeError('A verification writes nothing');
		}

		case 'undo': {
			assertLast(run, ledger);
			return atDestination(run, connectUndo, desk, async (bench) =>
				followStream(
					undoRun(act.plan, undoSetting(bench, shell), signal),
					emit,
				),
			);
		}

		case 'invite': {
			assertInvitable(run, act.choice);
			return atDestination(run, connectInvite, desk, async (bench) => {
				const {site} = bench.destination;
				const book: InviteBook = ledger.act(run, 'invite');
				const setting = {site, book, clock};
				return followStream(inviteCustomers(act.plan, setting, signal), emit);
			});
		}

		case 'follow-up': {
			assertNotUndone(run);
			return atDestination(run, connectFollowUp, desk, async (bench) => {
				const {site} = bench.destination;
				const book: FollowUpBook = ledger.act(run, 'follow-up');
				const setting = {site, book, clock};
				return followStream(followUpRun(act.plan, setting, signal), emit);
			});
		}
	}
}

/** Locks the pair of a run for as long as the work takes, and connects to its destination. */
async function atDestination<Port, Result>(
	run: StoredRun,
	connect: (options: ConnectOptions) => Promise<Connection<Port>>,
	desk: Desk,
	work: (bench: RunBench<Port>) => Promise<Result>,
): Promise<Result> {
	const {workplace, shell} = desk;
	const now = () => shell.clock.now();
	const lock = takeLock(workplace.home, run, {...shell, now});

	try {
		return await reach(run, connect, desk, async (destination) =>
			work({run, workplace, destination}),
		);
	} finally {
		lock.release();
	}
}

/** Connects to the destination of a run. Refusals are told as those of the destination. */
async function reach<Port, Result>(
	{destination: site}: StoredRun,
	connect: (options: ConnectOptions) => Promise<Connection<Port>>,
	{workplace, shell, desk, signal, emit}: Desk,
	work: (connection: Connection<Port>) => Promise<Result>,
): Promise<Result> {
	const login = await desk.loginTo(site);
	const {watch, ...options} = connectionOptions(shell, workplace.logs);
	shell.scrubber.learn(login.token);

	try {
		const connection = await connect({
			...options,
			...login,
			signal,
			watch(moment) {
				watch(moment);

				if (moment.type === 'answered') {
					emit({type: 'call-answered'});
				}
			},
		});

		try {
			return await work(connection);
		} finally {
			connection.close();
		}
	} catch (error) {
		throw toCommandError(error, login.url);
	}
}

/** What may be chosen among the customers of a run: where its service projects, organizations and email domains are. */
function inviteOptions(
	plan: Plan,
): Readonly<Record<keyof InviteChoice, readonly string[]>> {
	return {
		toProject: [...new Set(plan.projects.flatMap(({to}) => to?.key ?? []))],
		organization: plan.organizations
			.map(({name}) => name)
			.toSorted((a, b) => a.localeCompare(b)),
		domain: [...new Set(emailDomains(plan).flatMap(({becomes}) => becomes))],
	};
}
