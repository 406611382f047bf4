import {runsText} from '../print/runs-text.ts';
import {type ExitCode, exitCodes} from './command-error.ts';
import {type ReportFormat, reportFiles, writeFiles} from './report-files.ts';
import {type Shell} from './shell.ts';
import {loadReport} from './stored-report.ts';
import {type PrintOptions, withWorkplace} from './with-sites.ts';

/** `jsm-ferry runs`: lists what was run, newest first. */
export async function runsCommand(
	{json}: PrintOptions,
	shell: Shell,
): Promise<ExitCode> {
	return withWorkplace(shell, async ({ledger}) => {
		const runs = ledger.runs();

		if (json !== true) {
			shell.out(`${runsText(runs).join('\n')}\n`);
			return exitCodes.done;
		}

		const at = shell.clock.now().toISOString();

		for (const run of runs) {
			shell.out(`${JSON.stringify({type: 'run-listed', ...run, at})}\n`);
		}

		return exitCodes.done;
	});
}

/** `jsm-ferry report`: what became of everything in a run, on standard output or in a folder. */
export async function reportCommand(
	run: string | undefined,
	{format, out}: {readonly format: ReportFormat; readonly out?: string},
	shell: Shell,
): Promise<ExitCode> {
	return withWorkplace(shell, async ({ledger}) => {
		const files = reportFiles(loadReport(ledger, run), format);
		// Several files can't share standard output, so CSV always needs a folder.
		const folder = out ?? (files.length > 1 ? '.' : undefined);

		if (folder === undefined) {
			for (const piece of files.flatMap(({pieces}) => [...pieces])) {
				shell.out(piece);
			}

			return exitCodes.done;
		}

		for (const file of await writeFiles(files, folder, shell.scrubber)) {
			shell.err(`Written: ${file}\n`);
		}

		return exitCodes.done;
	});
}
