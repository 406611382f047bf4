import {type Connection, type ConnectOptions} from '../jira/connect.ts';
import {takeLock} from '../store/lock.ts';
import {type StoredRun} from '../store/run-overview.ts';
import {toCommandError} from './explain-error.ts';
import {findLogin} from './logins.ts';
import {type Shell} from './shell.ts';
import {findRun} from './stored-report.ts';
import {withWorkplace} from './with-sites.ts';
import {type Workplace, connectionOptions} from './workplace.ts';

/** What an act that follows a run works with. */
export type RunBench<Port> = {
	readonly run: StoredRun;
	readonly workplace: Workplace;
	readonly destination: Connection<Port>;
};

/** What an act that follows a run needs. */
type Following<Port> = {
	readonly connect: (options: ConnectOptions) => Promise<Connection<Port>>;
	/** Refuses a run that can't be followed. */
	readonly check: (run: StoredRun, workplace: Workplace) => void;
};

/**
Finds a run, locks its pair and connects to its destination, for an act that follows the run. The client may send what the act needs, and nothing else.

@throws CommandError for whatever was foreseen.
*/
export async function withRun<Port, Result>(
	id: string | undefined,
	{connect, check}: Following<Port>,
	shell: Shell,
	work: (bench: RunBench<Port>) => Promise<Result>,
): Promise<Result> {
	return withWorkplace(shell, async (workplace) => {
		const run = findRun(workplace.ledger, id);
		check(run, workplace);
		const {sites} = workplace.settings.read();
		const {url} = run.destination;
		const login = await findLogin('destination', url, sites, shell);
		const lock = takeLock(workplace.home, run, {
			...shell,
			now: () => shell.clock.now(),
		});

		try {
			const destination = await connect({
				...login,
				...connectionOptions(shell, workplace.logs),
			});

			try {
				return await work({run, workplace, destination});
			} finally {
				destination.close();
			}
		} catch (error) {
			throw toCommandError(error, login.url);
		} finally {
			lock.release();
		}
	});
}
