import {connectInvite} from '../jira/connect.ts';
import {type InviteBook, inviteOutcomes} from '../migration/invite-book.ts';
import {type InviteEvent} from '../migration/invite-events.ts';
import {inviteCustomers, inviteHandler} from '../migration/invite.ts';
import {settleAct} from '../migration/perform-act.ts';
import {
	type InviteChoice,
	type InvitePlan,
	planInvite,
} from '../migration/plan-invite.ts';
import {type InviteSite} from '../migration/ports.ts';
import {quantity} from '../migration/quantity.ts';
import {inviteEventText, invitePlanText} from '../print/invite-text.ts';
import {createLinePrinter} from '../print/lines.ts';
import {type LedgerFile} from '../store/ledger.ts';
import {type StoredRun} from '../store/run-overview.ts';
import {neutralise} from '../text/neutralise.ts';
import {CommandError, type ExitCode} from './command-error.ts';
import {type Question, confirm} from './confirm.ts';
import {followStream} from './follow-stream.ts';
import {type Shell} from './shell.ts';
import {type PrintOptions} from './with-sites.ts';
import {withRun} from './with-run.ts';

export type InviteOptions = PrintOptions &
	InviteChoice & {readonly yes?: boolean};

/** `jsm-ferry invite`: mails customers that a run created, after showing how many and a sample. */
export async function inviteCommand(
	id: string | undefined,
	options: InviteOptions,
	shell: Shell,
): Promise<ExitCode> {
	const check = (run: StoredRun) => {
		assertInvitable(run, options);
	};

	return withRun(
		id,
		{connect: connectInvite, check},
		shell,
		async ({run, workplace, destination: {site}}) => {
			const {clock, signal} = shell;
			const book: InviteBook = workplace.ledger.act(run, 'invite');
			const setting = {site, book, clock};
			const printer = createLinePrinter<InviteEvent>(
				options,
				shell.out,
				() => clock.now(),
				inviteEventText,
			);
			const listen = (event: InviteEvent) => {
				printer.event(event);
			};

			const plan = await prepareInvite(
				{...setting, run, ledger: workplace.ledger, choice: options},
				listen,
				signal,
			);
			print(plan, options, shell);
			await confirm(
				questionOf(plan),
				options.yes === true || plan.steps.length === 0,
				shell,
			);
			const summary = await followStream(
				inviteCustomers(plan, setting, signal),
				listen,
			);
			return summary.exitCode;
		},
	);
}

export type InvitePreparation = {
	readonly site: InviteSite;
	readonly book: InviteBook;
	readonly run: StoredRun;
	readonly ledger: Pick<LedgerFile, 'steps'>;
	readonly choice: InviteChoice;
};

/** Closes what an interrupted inviting left open, which is never sent again, and plans the rest. */
export async function prepareInvite(
	{site, book, run, ledger, choice}: InvitePreparation,
	listen: (event: InviteEvent) => void,
	signal: AbortSignal,
): Promise<InvitePlan> {
	const helpCenter = await site.helpCenter(signal);
	await settleAct({book, handler: inviteHandler(site, signal), tell: listen});
	const steps = ledger.steps(run.id);
	const {id, plan} = run;
	return planInvite(
		{id, plan, steps},
		choice,
		inviteOutcomes(book.steps()),
		helpCenter,
	);
}

/**
Customers of an undone run are gone, and a run copied to no other service projects than its own.

@throws CommandError where nobody can be invited.
*/
export function assertInvitable(
	{id, undo, plan}: StoredRun,
	{toProject}: InviteChoice,
): void {
	if (undo !== undefined) {
		throw new CommandError(
			`Run ${id} was undone; its customers are gone.`,
			'Copy again, then invite.',
		);
	}

	const keys = plan.projects.flatMap(({to}) => to?.key ?? []);

	if (toProject !== undefined && !keys.includes(toProject)) {
		throw new CommandError(
			`Run ${id} copied to no service project ${JSON.stringify(toProject)}; nobody was mailed.`,
			`Name one of ${neutralise(keys.join(', '))}.`,
		);
	}
}

function print(plan: InvitePlan, {json}: PrintOptions, shell: Shell): void {
	if (json === true) {
		const at = shell.clock.now().toISOString();
		shell.out(
			`${JSON.stringify({type: 'invite-planned', ...plan, chosen: plan.steps.length, at})}\n`,
		);
		return;
	}

	shell.out(`${invitePlanText(plan).join('\n')}\n`);
}

/**
Asks before anyone is mailed. The number of mails has to be typed.

@throws CommandError where nobody confirmed.
*/
function questionOf({steps, destination}: InvitePlan): Question {
	return {
		words: `${quantity(steps.length, 'mail')} from ${neutralise(destination.name)}. Mail can’t be called back. To send, type the number: `,
		isYes: (answer) => answer.replaceAll(',', '') === String(steps.length),
		unasked: {
			problem: 'Nobody was mailed, since nobody confirmed.',
			nextStep: 'Add --yes to invite without being asked.',
		},
		refused: {
			problem: 'Nobody was mailed, since the number did not match.',
			nextStep: `Type ${steps.length} to invite.`,
		},
	};
}
