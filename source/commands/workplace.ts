import path from 'node:path';
import {type ConnectOptions, type Connection} from '../jira/connect.ts';
import {type DestinationSite, type SourceSite} from '../migration/ports.ts';
import {type CallMoment} from '../jira/call-watch.ts';
import {type RunLogs, openRunLogs} from '../store/run-logs.ts';
import {neutralise} from '../text/neutralise.ts';
import {homeFolder, ledgerFile, openHome} from '../store/home.ts';
import {type LedgerFile, openLedger} from '../store/ledger.ts';
import {type SetAside} from '../store/set-aside.ts';
import {type SettingsFile, openSettings} from '../store/settings.ts';
import {callLine} from './run-log.ts';
import {type NamedLogin} from './logins.ts';
import {type Shell} from './shell.ts';

/** What is kept on this machine: settings and ledger, opened. */
export type Workplace = {
	readonly home: string;
	readonly settings: SettingsFile;
	readonly ledger: LedgerFile;
	readonly logs: RunLogs;
	/** What a person should know about the opening, such as a damaged file set aside. */
	readonly notices: readonly string[];
	readonly close: () => void;
};

/** Opens what is kept on this machine. The part, such as `demo`, keeps a world of its own apart. */
export function openWorkplace(shell: Shell, part?: string): Workplace {
	const root = homeFolder(shell.environment);
	const home = part === undefined ? root : path.join(root, part);
	openHome(home);
	const opened = openSettings(home, shell.clock);
	const ledger = openLedger(ledgerFile(home), shell.clock);
	return {
		home,
		settings: opened.settings,
		ledger,
		logs: openRunLogs(home, {
			now: () => shell.clock.now(),
			clean: (line) => neutralise(shell.scrubber.scrub(line)),
		}),
		notices: [
			...noticeOf(
				opened.setAside,
				'The settings could not be read; they begin empty.',
			),
			...noticeOf(
				ledger.setAside,
				'The ledger was damaged. Earlier runs are unknown here, but nothing on the sites is copied twice.',
			),
		],
		close() {
			ledger.close();
		},
	};
}

function noticeOf(
	moved: SetAside | undefined,
	words: string,
): readonly string[] {
	return moved === undefined
		? []
		: [`${words} The old file was moved to ${moved.path}.`];
}

/** Both sites of a copy, connected. */
export type ConnectedPair = {
	readonly source: Connection<SourceSite>;
	readonly destination: Connection<DestinationSite>;
	readonly close: () => void;
};

/** What every connection to a site has in common: it is logged. */
export function connectionOptions(
	{clock, random, signal}: Shell,
	logs: RunLogs,
) {
	return {
		clock,
		random,
		signal,
		watch(moment: CallMoment) {
			logs.call(callLine(moment));
		},
	} satisfies Partial<ConnectOptions>;
}

/** Connects to both sites side by side. Where one fails, the other is left again. */
export async function connectPair(
	logins: {readonly source: NamedLogin; readonly destination: NamedLogin},
	shell: Shell,
	{logs}: Pick<Workplace, 'logs'>,
	maxRate?: number,
): Promise<ConnectedPair> {
	const common = {
		...connectionOptions(shell, logs),
		...(maxRate !== undefined && {maxRate}),
	};
	// Loaded here, since the first screen shows without it.
	const {connectDestination, connectSource} =
		await import('../jira/connect.ts');
	const [source, destination] = await Promise.allSettled([
		connectSource({...logins.source, ...common}),
		connectDestination({...logins.destination, ...common}),
	]);

	if (source.status === 'fulfilled' && destination.status === 'fulfilled') {
		return {
			source: source.value,
			destination: destination.value,
			close() {
				source.value.close();
				destination.value.close();
			},
		};
	}

	for (const connection of [source, destination]) {
		if (connection.status === 'fulfilled') {
			connection.value.close();
		}
	}

	throw source.status === 'rejected'
		? (source.reason as Error)
		: ((destination as PromiseRejectedResult).reason as Error);
}
