import {type Connection, connectDestination} from '../jira/connect.ts';
import {type DestinationSite} from '../migration/ports.ts';
import {createJsonPrinter} from '../print/json-printer.ts';
import {type Printer} from '../print/printer.ts';
import {createTextPrinter} from '../print/text-printer.ts';
import {toCommandError} from './explain-error.ts';
import {findLogin, withTokenSource} from './logins.ts';
import {bothPrinters, createLogPrinter} from './run-log.ts';
import {type Shell} from './shell.ts';
import {
	type ConnectedPair,
	type Workplace,
	connectPair,
	connectionOptions,
	openWorkplace,
} from './workplace.ts';

/** How a command is to speak. */
export type PrintOptions = {readonly json?: boolean};

/** Which sites a command works on, as the command line names them. */
export type SiteOptions = {
	readonly from?: string;
	readonly to?: string;
	readonly maxRate?: number;
};

/** What a command works with. */
export type Bench = {
	readonly workplace: Workplace;
	readonly printer: Printer;
	readonly destination: Connection<DestinationSite>;
};

/** Opens what is kept on this machine, lets the work use it, and closes it again. */
export async function withWorkplace<Result>(
	shell: Shell,
	work: (workplace: Workplace) => Promise<Result>,
): Promise<Result> {
	const workplace = openWorkplace(shell);

	try {
		for (const notice of workplace.notices) {
			shell.err(`${notice}\n`);
		}

		return await work(workplace);
	} finally {
		workplace.close();
	}
}

/**
Connects to both sites, lets the work use them, and leaves them again.

@throws CommandError for whatever was foreseen; its exit code tells which site refused.
*/
export async function withSites<Result>(
	options: SiteOptions & PrintOptions,
	shell: Shell,
	work: (bench: Bench & Pick<ConnectedPair, 'source'>) => Promise<Result>,
): Promise<Result> {
	return withWorkplace(shell, async (workplace) => {
		const {sites} = workplace.settings.read();
		const logins = {
			source: await findLogin('source', options.from, sites, shell),
			destination: await findLogin('destination', options.to, sites, shell),
		};

		try {
			const pair = await connectPair(logins, shell, workplace, options.maxRate);

			try {
				const printer = createPrinter(options, workplace, shell);
				return await work({...pair, workplace, printer});
			} finally {
				pair.close();
			}
		} catch (error) {
			const explained = toCommandError(error, logins.destination.url);
			throw withTokenSource(explained, error, Object.values(logins));
		}
	});
}

/**
Connects to the destination alone, for work that needs no source.

@throws CommandError for whatever was foreseen.
*/
export async function withDestination<Result>(
	options: Pick<SiteOptions, 'to'> & PrintOptions,
	workplace: Workplace,
	shell: Shell,
	work: (bench: Bench) => Promise<Result>,
): Promise<Result> {
	const {sites} = workplace.settings.read();
	const login = await findLogin('destination', options.to, sites, shell);

	try {
		const destination = await connectDestination({
			...login,
			...connectionOptions(shell, workplace.logs),
		});

		try {
			const printer = createPrinter(options, workplace, shell);
			return await work({destination, workplace, printer});
		} finally {
			destination.close();
		}
	} catch (error) {
		throw withTokenSource(toCommandError(error, login.url), error, [login]);
	}
}

function createPrinter(
	{json}: PrintOptions,
	{logs}: Workplace,
	{out, clock}: Shell,
): Printer {
	const create = json === true ? createJsonPrinter : createTextPrinter;
	return bothPrinters(
		createLogPrinter(logs, clock),
		create(out, () => clock.now()),
	);
}
