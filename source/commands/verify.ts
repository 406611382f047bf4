import {verifyLater} from '../migration/verify-later.ts';
import {checksText} from '../print/checks-text.ts';
import {type ExitCode} from './command-error.ts';
import {follow} from './make-plan.ts';
import {type Shell} from './shell.ts';
import {findRun, storedState} from './stored-report.ts';
import {
	type PrintOptions,
	withDestination,
	withWorkplace,
} from './with-sites.ts';
import {writePrivately} from './write-privately.ts';

/** `jsm-ferry verify`: compares the destination as it is now with what a run did. Nothing is written there. */
export async function verifyCommand(
	id: string | undefined,
	options: PrintOptions & {readonly out?: string},
	shell: Shell,
): Promise<ExitCode> {
	return withWorkplace(shell, async (workplace) => {
		const run = findRun(workplace.ledger, id);
		const state = storedState(workplace.ledger, run);
		return withDestination(
			{...options, to: run.destination.url},
			workplace,
			shell,
			async ({destination, printer}) => {
				const {clock, signal} = shell;
				const {checks, summary} = await follow(
					verifyLater(
						{...run, state},
						{destination: destination.site, clock},
						signal,
					),
					printer,
				);

				if (options.out !== undefined) {
					await writePrivately(checksText(checks), options.out, 'rows');
					shell.err(`Written: ${options.out}\n`);
				}

				return summary.exitCode;
			},
		);
	});
}
