import {connectUndo} from '../jira/connect.ts';
import {type FollowUpBook} from '../migration/follow-up-state.ts';
import {quantity} from '../migration/quantity.ts';
import {
	type UndoBook,
	type UndoSetting,
	prepareUndo,
} from '../migration/prepare-undo.ts';
import {undoRun} from '../migration/undo.ts';
import {type UndoEvent} from '../migration/undo-events.ts';
import {type UndoPlan} from '../migration/undo-plan.ts';
import {createLinePrinter} from '../print/lines.ts';
import {
	undoEventText,
	undoPlanText,
	undoPlannedEvent,
} from '../print/undo-text.ts';
import {type LedgerFile} from '../store/ledger.ts';
import {type RunOverview} from '../store/run-overview.ts';
import {neutralise} from '../text/neutralise.ts';
import {CommandError, type ExitCode} from './command-error.ts';
import {type Question, confirm} from './confirm.ts';
import {followStream} from './follow-stream.ts';
import {invitedBy} from './invitations.ts';
import {type Shell} from './shell.ts';
import {type PrintOptions} from './with-sites.ts';
import {type RunBench, withRun} from './with-run.ts';

/** `jsm-ferry undo`: takes back what a run made, after showing what. */
export async function undoCommand(
	id: string | undefined,
	options: PrintOptions & {readonly yes?: boolean},
	shell: Shell,
): Promise<ExitCode> {
	const check = (run: RunOverview, {ledger}: {readonly ledger: LedgerFile}) => {
		assertLast(run, ledger);
	};

	return withRun(id, {connect: connectUndo, check}, shell, async (bench) => {
		const setting = undoSetting(bench, shell);
		const {name} = bench.run.destination;
		const printer = createLinePrinter<UndoEvent>(
			options,
			shell.out,
			() => shell.clock.now(),
			(event) => undoEventText(event, name),
		);
		const listen = (event: UndoEvent) => {
			printer.event(event);
		};

		const plan = await followStream(prepareUndo(setting, shell.signal), listen);
		print(plan, options, shell);
		await confirm(
			questionOf(plan),
			options.yes === true || plan.steps.length === 0,
			shell,
		);
		const summary = await followStream(
			undoRun(plan, setting, shell.signal),
			listen,
		);
		return summary.exitCode;
	});
}

/** What an undo works with, over the real site and ledger. */
export function undoSetting(
	{run, workplace, destination}: RunBench<UndoSetting['site']>,
	{clock}: Pick<Shell, 'clock'>,
): UndoSetting {
	const {ledger} = workplace;
	const book: UndoBook = ledger.act(run, 'undo');
	const followUp: FollowUpBook = ledger.act(run, 'follow-up');
	return {
		run,
		site: destination.site,
		ledger: ledger.forPair(run.source, run.destination),
		book,
		clock,
		followUp,
		invited: invitedBy(ledger, run),
	};
}

/**
A later run may build on what this one made, so it has to be undone first.

@throws CommandError where there is one.
*/
export function assertLast(run: RunOverview, ledger: LedgerFile): void {
	const runs = ledger.runs();
	const later = runs
		.slice(
			0,
			runs.findIndex(({id}) => id === run.id),
		)
		.find(
			({destination, steps, undo}) =>
				destination.id === run.destination.id &&
				steps > 0 &&
				undo !== 'finished',
		);

	if (later !== undefined) {
		throw new CommandError(
			`Run ${later.id} wrote to ${neutralise(run.destination.name)} later than run ${run.id} and may build on it; nothing was taken back.`,
			`Undo the newest first: jsm-ferry undo ${later.id}.`,
		);
	}
}

function print(plan: UndoPlan, {json}: PrintOptions, shell: Shell): void {
	if (json === true) {
		const at = shell.clock.now().toISOString();
		shell.out(`${JSON.stringify({...undoPlannedEvent(plan), at})}\n`);
		return;
	}

	shell.out(`${undoPlanText(plan).join('\n')}\n`);
}

/**
Asks before anything is taken away. The destination's name has to be typed.

@throws CommandError where nobody confirmed.
*/
function questionOf({steps, destination}: UndoPlan): Question {
	const name = neutralise(destination.name);
	return {
		words: `${quantity(steps.length, 'write')} on ${name}. Deleted accounts can’t be brought back. To undo, type its name: `,
		isYes: (answer) => answer === destination.name,
		unasked: {
			problem: 'Nothing was taken back, since nobody confirmed.',
			nextStep: 'Add --yes to undo without being asked.',
		},
		refused: {
			problem: 'Nothing was taken back, since the name did not match.',
			nextStep: `Type ${name} to undo.`,
		},
	};
}
