import {connectFollowUp} from '../jira/connect.ts';
import {type FollowUpEvent} from '../migration/follow-up-events.ts';
import {
	type FollowUpBook,
	FollowUpState,
} from '../migration/follow-up-state.ts';
import {followUpHandler, followUpRun} from '../migration/follow-up.ts';
import {settleAct} from '../migration/perform-act.ts';
import {
	type FollowUpPlan,
	followUpItems,
	followUpWrites,
	planFollowUp,
} from '../migration/plan-follow-up.ts';
import {type FollowUpSite} from '../migration/ports.ts';
import {quantity} from '../migration/quantity.ts';
import {RunState} from '../migration/run-state.ts';
import {
	type TickedItem,
	followUpEventText,
	followUpText,
} from '../print/follow-up-text.ts';
import {createLinePrinter} from '../print/lines.ts';
import {type LedgerFile} from '../store/ledger.ts';
import {type TickChange} from '../store/ledger-ticks.ts';
import {type StoredRun} from '../store/run-overview.ts';
import {neutralise} from '../text/neutralise.ts';
import {CommandError, type ExitCode, exitCodes} from './command-error.ts';
import {type Question, confirm, isYesWord} from './confirm.ts';
import {followStream} from './follow-stream.ts';
import {type Shell} from './shell.ts';
import {loadReport} from './stored-report.ts';
import {type PrintOptions} from './with-sites.ts';
import {withRun} from './with-run.ts';

export type FollowUpOptions = PrintOptions & {
	readonly yes?: boolean;
	/** Numbers on the list to tick off. */
	readonly tick?: readonly number[];
	/** Numbers on the list to take back. */
	readonly untick?: readonly number[];
};

/** `jsm-ferry follow-up`: helps those whose account type differs, and keeps the list of what is left for a person. */
export async function followUpCommand(
	id: string | undefined,
	options: FollowUpOptions,
	shell: Shell,
): Promise<ExitCode> {
	return withRun(
		id,
		{connect: connectFollowUp, check: assertNotUndone},
		shell,
		async ({run, workplace: {ledger}, destination: {site}}) => {
			const {clock, signal} = shell;
			const book: FollowUpBook = ledger.act(run, 'follow-up');
			const printer = createLinePrinter<FollowUpEvent>(
				options,
				shell.out,
				() => clock.now(),
				followUpEventText,
			);
			const listen = (event: FollowUpEvent) => {
				printer.event(event);
			};

			const prepared = await prepareFollowUp(
				{site, book, run, ledger},
				listen,
				signal,
			);
			const changes = tickChanges(prepared.items, run.id, options);

			for (const change of changes) {
				ledger.tick(change);
			}

			const items = withTicks(prepared.items, ledger.ticks(run.id));
			print(prepared.plan, items, options, shell);

			if (changes.length > 0 || followUpWrites(prepared.plan) === 0) {
				return exitCodes.done;
			}

			await confirm(questionOf(prepared.plan), options.yes === true, shell);
			const stream = followUpRun(prepared.plan, {site, book, clock}, signal);
			const summary = await followStream(stream, listen);
			return summary.exitCode;
		},
	);
}

export type FollowUpPreparation = {
	readonly site: FollowUpSite;
	readonly book: FollowUpBook;
	readonly run: StoredRun;
	readonly ledger: LedgerFile;
};

/** Asks about what an interrupted follow-up left open, plans the rest, and makes the list for a person. */
export async function prepareFollowUp(
	{site, book, run, ledger}: FollowUpPreparation,
	listen: (event: FollowUpEvent) => void,
	signal: AbortSignal,
): Promise<{
	readonly plan: FollowUpPlan;
	readonly items: readonly TickedItem[];
}> {
	await settleAct({book, handler: followUpHandler(site, signal), tell: listen});
	const {report} = loadReport(ledger, run.id);
	const state = new RunState(run.plan);

	for (const {events = []} of ledger.steps(run.id)) {
		for (const event of events) {
			state.fold(event);
		}
	}

	const done = new FollowUpState(book.steps());
	const plan = await planFollowUp(
		{run: run.id, report, state, done, site},
		signal,
	);
	return {
		plan,
		items: withTicks([...followUpItems(report, plan)], ledger.ticks(run.id)),
	};
}

function withTicks(
	items: ReadonlyArray<Omit<TickedItem, 'isDone'>>,
	ticks: ReadonlySet<string>,
): readonly TickedItem[] {
	return items.map((item) => ({...item, isDone: ticks.has(item.id)}));
}

/**
What is to be ticked off, and what is not any more.

@throws CommandError where a number is not on the list.
*/
function tickChanges(
	items: readonly TickedItem[],
	run: string,
	{tick = [], untick = []}: FollowUpOptions,
): readonly TickChange[] {
	return [
		...tick.map((count) => ({count, isDone: true})),
		...untick.map((count) => ({count, isDone: false})),
	].map(({count, isDone}) => {
		const item = items[count - 1];

		if (item === undefined) {
			throw new CommandError(
				`The list has no number ${count}; nothing was ticked off.`,
				items.length === 0
					? 'There is nothing left to do.'
					: `Numbers go from 1 to ${items.length}.`,
			);
		}

		return {run, item: item.id, isDone};
	});
}

/**
What is gone needs no follow-up.

@throws CommandError where the run was undone.
*/
export function assertNotUndone({id, undo}: StoredRun): void {
	if (undo !== undefined) {
		throw new CommandError(
			`Run ${id} was undone; there is nothing to follow up.`,
			'Copy again first.',
		);
	}
}

function print(
	plan: FollowUpPlan,
	items: readonly TickedItem[],
	{json}: PrintOptions,
	shell: Shell,
): void {
	if (json === true) {
		const at = shell.clock.now().toISOString();
		shell.out(
			`${JSON.stringify({type: 'follow-up-planned', ...plan, items, at})}\n`,
		);
		return;
	}

	shell.out(`${followUpText(plan, items).join('\n')}\n`);
}

/**
Asks before anything is written.

@throws CommandError where nobody confirmed.
*/
function questionOf(plan: FollowUpPlan): Question {
	return {
		words: `${quantity(followUpWrites(plan), 'write')} on ${neutralise(plan.destination.name)}. Go on? (y/N) `,
		isYes: isYesWord,
		unasked: {
			problem: 'Nothing was written, since nobody confirmed.',
			nextStep: 'Add --yes to follow up without being asked.',
		},
		refused: {
			problem: 'Nothing was written.',
			nextStep: 'Follow up whenever you like.',
		},
	};
}
