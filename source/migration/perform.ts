import {type Phase, type RecordedEvent, type EngineEvent} from './events.ts';
import {type Clock, type Ledger} from './ports.ts';
import {type RunState} from './run-state.ts';
import {SiteError, isFatal} from './site-error.ts';
import {type Step, type StepKind} from './step.ts';
import {type StepHandler, type StepSetting, failureOf} from './step-handler.ts';
import {memberAddition} from './steps/add-members.ts';
import {projectCustomerAddition} from './steps/add-project-customers.ts';
import {customerCreation} from './steps/create-customer.ts';
import {organizationCreation} from './steps/create-organization.ts';
import {organizationLinking} from './steps/link-organization.ts';
import {accessRevocation} from './steps/revoke-access.ts';

const handlers: {readonly [Kind in StepKind]: StepHandler<Kind>} = {
	'create-organization': organizationCreation,
	'create-customer': customerCreation,
	'revoke-access': accessRevocation,
	'add-members': memberAddition,
	'link-organization': organizationLinking,
	'add-project-customers': projectCustomerAddition,
};

/** Waits in milliseconds before looking again for a step whose answer was lost: about half a minute in all. */
const waitsForLostAnswer = [500, 1000, 2000, 4000, 8000, 16_000] as const;

/** What a step needs around it. */
export type PerformSetting = StepSetting & {
	readonly run: string;
	readonly ledger: Ledger;
	readonly clock: Clock;
	readonly state: RunState;
	readonly emit: (event: EngineEvent) => void;
};

/**
Performs one step: recorded before it is sent and after it is answered (R15).

@throws SiteError when the site can't be used any more. The step then stays open in the ledger, for a resume to ask about.
*/
export async function performStep(
	step: Step,
	phase: Phase,
	setting: PerformSetting,
): Promise<void> {
	const {ledger, run, emit} = setting;
	emit({type: 'step-sent', phase, subject: subjectOf(step)});
	const number = ledger.stepSent(run, step);

	try {
		record(number, await outcomeOf(step, setting), setting);
	} catch (error) {
		if (error instanceof SiteError && !error.facts.mayHaveHappened) {
			// Nothing happened, so a resume has nothing to ask about.
			record(number, [], setting);
		}

		throw error;
	}
}

/**
Asks the destination about a step of unknown outcome, left by an interrupted run.

@returns What it did, or undefined where it had not happened.
*/
export async function settleStep(
	number: number,
	step: Step,
	setting: PerformSetting,
): Promise<readonly RecordedEvent[] | undefined> {
	const events = await handlerOf(step).lookUp(step, setting);
	// A step that did not happen is closed without a word, and planned again like any other.
	record(number, events ?? [], setting);
	return events;
}

/** One handler a kind, so that the kind of a step decides which one can take it. */
function handlerOf<Kind extends StepKind>(step: Step & {readonly kind: Kind}) {
	return handlers[step.kind] as unknown as StepHandler<StepKind>;
}

function record(
	number: number,
	events: readonly RecordedEvent[],
	{ledger, run, state, emit}: PerformSetting,
): void {
	ledger.stepAnswered(run, number, events);

	for (const event of events) {
		state.fold(event);
		emit(event);
	}
}

/** A lost answer is never answered with a blind repetition: the destination is asked first. */
async function outcomeOf(
	step: Step,
	setting: PerformSetting,
): Promise<readonly RecordedEvent[]> {
	const {clock, signal} = setting;
	const handler = handlerOf(step);
	let lost: SiteError | undefined;

	for (const wait of waitsForLostAnswer) {
		try {
			return await handler.send(step, setting, {
				isRepeated: lost !== undefined,
			});
		} catch (error) {
			lost = lostAnswer(error, signal);

			if (lost === undefined) {
				return handler.failed(step, failureOf(error as SiteError));
			}
		}

		await clock.wait(wait, signal);
		const events = await handler.lookUp(step, setting);

		if (events !== undefined) {
			return events;
		}
	}

	if (lost !== undefined && !isFatal(lost)) {
		return handler.failed(step, failureOf(lost));
	}

	throw lost ?? new Error('A step ends with its first answer');
}

/**
Tells a lost answer from a refusal of this one step.

@returns Undefined where only this step is refused.
@throws The error itself where the run can't go on, or shall not.
*/
function lostAnswer(
	error: unknown,
	signal: AbortSignal,
): SiteError | undefined {
	if (!(error instanceof SiteError) || signal.aborted) {
		throw error;
	}

	if (error.facts.mayHaveHappened) {
		return error;
	}

	if (isFatal(error)) {
		throw error;
	}

	return undefined;
}

function subjectOf(step: Step): string {
	switch (step.kind) {
		case 'create-customer':
		case 'revoke-access': {
			return step.email;
		}

		case 'create-organization': {
			return step.newName;
		}

		case 'add-members':
		case 'link-organization': {
			return step.name;
		}

		case 'add-project-customers': {
			return step.project.key;
		}
	}
}
