import {quantity} from '../migration/quantity.ts';
import {takeLock} from '../store/lock.ts';
import {type StoredRun} from '../store/run-overview.ts';
import {neutralise} from '../text/neutralise.ts';
import {CommandError, type ExitCode} from './command-error.ts';
import {type Question, confirm, isYesWord} from './confirm.ts';
import {carryOut} from './copy.ts';
import {type Shell} from './shell.ts';
import {findRun} from './stored-report.ts';
import {
	type PrintOptions,
	withDestination,
	withWorkplace,
} from './with-sites.ts';

const noCalls = {reads: 0, writes: 0, throttled: 0, retried: 0};

export type ResumeOptions = PrintOptions & {
	readonly yes?: boolean;
	readonly maxErrors?: number;
};

/** `jsm-ferry resume`: goes on with a run that was stopped, broken off or killed. */
export async function resumeCommand(
	id: string | undefined,
	options: ResumeOptions,
	shell: Shell,
): Promise<ExitCode> {
	return withWorkplace(shell, async (workplace) => {
		const run = findRun(workplace.ledger, id);
		assertUnfinished(run);
		await confirm(questionOf(run), options.yes === true, shell);
		const lock = takeLock(workplace.home, run, {
			...shell,
			now: () => shell.clock.now(),
		});

		try {
			return await withDestination(
				{...options, to: run.destination.url},
				workplace,
				shell,
				async (bench) => {
					const summary = await carryOut(
						run.plan,
						{
							...bench,
							resume: run.id,
							maxErrors: options.maxErrors,
							sourceCalls: () => noCalls,
						},
						shell,
					);
					return summary.exitCode;
				},
			);
		} finally {
			lock.release();
		}
	});
}

function assertUnfinished({id, ending, openSteps, undo}: StoredRun): void {
	if (undo !== undefined) {
		throw new CommandError(
			`Run ${id} was undone; there is nothing to go on with.`,
			'Copy again to begin anew.',
		);
	}

	if (ending === 'finished' && openSteps === 0) {
		throw new CommandError(
			`Run ${id} is finished; there is nothing to go on with.`,
			'Copy again to take over what is new.',
		);
	}
}

function questionOf({id, destination, steps}: StoredRun): Question {
	return {
		words: `Run ${id} on ${neutralise(destination.name)} has sent ${quantity(steps, 'step')} so far. Go on? (y/N) `,
		isYes: isYesWord,
		unasked: {
			problem: 'Nothing was written, since nobody confirmed.',
			nextStep: 'Add --yes to go on without being asked.',
		},
		refused: {
			problem: 'Nothing was written.',
			nextStep: 'Resume whenever you like.',
		},
	};
}
