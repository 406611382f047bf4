import {type Phase, type RecordedEvent, type EngineEvent} from './events.ts';
import {type Clock, type Ledger} from './ports.ts';
import {type FailureStreak} from './failure-streak.ts';
import {type RunState} from './run-state.ts';
import {SiteError, isFatal} from './site-error.ts';
import {type Step, type StepKind} from './step.ts';
import {subjectOf} from './step-subject.ts';
import {
	type LookUpSetting,
	type StepHandler,
	type StepSetting,
	failureOf,
} from './step-handler.ts';
import {memberAddition} from './steps/add-members.ts';
import {projectCustomerAddition} from './steps/add-project-customers.ts';
import {customerCreation} from './steps/create-customer.ts';
import {organizationCreation} from './steps/create-organization.ts';
import {requestEditing} from './steps/edit-request.ts';
import {organizationLinking} from './steps/link-organization.ts';
import {accessRevocation} from './steps/revoke-access.ts';

const handlers: {readonly [Kind in StepKind]: StepHandler<Kind>} = {
	'create-organization': organizationCreation,
	'create-customer': customerCreation,
	'revoke-access': accessRevocation,
	'add-members': memberAddition,
	'link-organization': organizationLinking,
	'add-project-customers': projectCustomerAddition,
	'edit-request': requestEditing,
};

/** Waits in milliseconds before looking again for a step whose answer was lost: about half a minute in all. */
const waitsForLostAnswer = [500, 1000, 2000, 4000, 8000, 16_000] as const;

/** Where what a step did is kept and told. */
type RecordSetting = {
	readonly run: string;
	readonly ledger: Pick<Ledger, 'stepAnswered'>;
	readonly state: RunState;
	readonly emit: (event: EngineEvent) => void;
};

/** What a step of unknown outcome needs around it to be settled. */
export type SettleSetting = LookUpSetting & RecordSetting;

/** What a step needs around it. */
export type PerformSetting = StepSetting &
	RecordSetting & {
		readonly ledger: Ledger;
		readonly clock: Clock;
		readonly streak: FailureStreak;
	};

/**
Performs one step: recorded before it is sent and after it is answered (R15). Where nobody can tell what it did, it stays open in the ledger and its row fails.

@throws SiteError when the site can't be used any more. The step then stays open in the ledger, for a resume to ask about.
@throws TooManyErrors when so many steps in a row failed as this one did.
*/
export async function performStep(
	step: Step,
	phase: Phase,
	setting: PerformSetting,
): Promise<void> {
	const {ledger, run, streak, emit} = setting;
	emit({type: 'step-sent', phase, subject: subjectOf(step)});
	const turn = streak.begin(phase);
	const number = ledger.stepSent(run, step);

	try {
		const outcome = await outcomeOf(step, setting);

		if (outcome.type === 'answered') {
			record(number, outcome.events, setting);
			streak.end(turn, outcome.events);
		} else {
			streak.end(turn, leaveOpen(step, outcome.error, setting));
		}
	} catch (error) {
		if (error instanceof SiteError && !error.facts.mayHaveHappened) {
			// Nothing happened, so a resume has nothing to ask about.
			record(number, [], setting);
		}

		throw error;
	}
}

/** What the destination tells about a step. */
type LookUp =
	| {readonly type: 'happened'; readonly events: readonly RecordedEvent[]}
	| {readonly type: 'not-happened'}
	| {readonly type: 'unknown'; readonly error: SiteError};

/**
Asks the destination about a step of unknown outcome, left by an interrupted run, and closes it where the destination can tell.

@returns Whether it had happened, as far as the destination tells.
*/
export async function settleStep(
	number: number,
	step: Step,
	setting: SettleSetting,
): Promise<LookUp['type']> {
	const found = await lookUp(step, setting);

	switch (found.type) {
		case 'happened': {
			record(number, found.events, setting);
			break;
		}

		case 'not-happened': {
			// Closed without a word, it is planned again like any other.
			record(number, [], setting);
			break;
		}

		case 'unknown': {
			leaveOpen(step, found.error, setting);
		}
	}

	return found.type;
}

/** What to tell of a step that nobody knows the outcome of, such as one that the ledger holds no answer to. */
export function eventsOfUnknown(
	step: Step,
	error?: SiteError,
): readonly RecordedEvent[] {
	return handlerOf(step).failed(step, {
		...(error && failureOf(error)),
		code: 'outcome-unknown',
	});
}

/** One handler a kind, so that the kind of a step decides which one can take it. */
function handlerOf<Kind extends StepKind>(step: Step & {readonly kind: Kind}) {
	return handlers[step.kind] as unknown as StepHandler<StepKind>;
}

function record(
	number: number,
	events: readonly RecordedEvent[],
	setting: RecordSetting,
): void {
	setting.ledger.stepAnswered(setting.run, number, events);
	tell(events, setting);
}

/** The step keeps its open record, and a resume asks about it again. Repeated meanwhile, it would meet what it may have made and take that for somebody else's. */
function leaveOpen(
	step: Step,
	error: SiteError,
	setting: RecordSetting,
): readonly RecordedEvent[] {
	const events = eventsOfUnknown(step, error);
	tell(events, setting);
	return events;
}

function tell(
	events: readonly RecordedEvent[],
	{state, emit}: RecordSetting,
): void {
	for (const event of events) {
		state.fold(event);
		emit(event);
	}
}

/**
Sends a step and, where the answer is lost, asks the destination what it did. Nothing is repeated unless the destination says that it did not happen.

@throws SiteError where the run can't go on; with `mayHaveHappened` as long as nobody knows.
*/
async function outcomeOf(step: Step, setting: PerformSetting): Promise<Sent> {
	const {clock, signal} = setting;
	let sent = await sendStep(step, setting, undefined);

	for (const wait of waitsForLostAnswer) {
		if (sent.type === 'answered' || signal.aborted) {
			break;
		}

		await clock.wait(wait, signal);
		const found = await lookUpLost(step, setting, sent.error);

		if (found.type === 'happened') {
			return {type: 'answered', events: found.events};
		}

		if (found.type === 'not-happened') {
			sent = await sendStep(step, setting, sent.error);
		}
	}

	if (sent.type === 'lost' && (isFatal(sent.error) || signal.aborted)) {
		throw sent.error;
	}

	return sent;
}

/** What came of sending. */
type Sent =
	| {readonly type: 'answered'; readonly events: readonly RecordedEvent[]}
	| {readonly type: 'lost'; readonly error: SiteError};

/** Sends once. The error is that of an earlier answer that was lost, if there was one. */
async function sendStep(
	step: Step,
	setting: PerformSetting,
	lost: SiteError | undefined,
): Promise<Sent> {
	const handler = handlerOf(step);

	try {
		const attempt = {isRepeated: lost !== undefined};
		const events = await handler.send(step, setting, attempt);
		return {type: 'answered', events};
	} catch (error) {
		if (!(error instanceof SiteError)) {
			throw error;
		}

		const {code, mayHaveHappened} = error.facts;

		// A connection may come back by itself, a login that is refused does not.
		if (mayHaveHappened && (!isFatal(error) || code === 'unreachable')) {
			return {type: 'lost', error};
		}

		// What is not known to have happened earlier stays unknown, whatever came after it.
		if (isFatal(error)) {
			throw lost ?? error;
		}

		return lost !== undefined && code === 'broken'
			? {type: 'lost', error: lost}
			: {type: 'answered', events: handler.failed(step, failureOf(error))};
	}
}

/**
Asks the destination whether a step happened. What can't be found there did not happen; other trouble with the answer tells nothing.

@throws SiteError where the destination can't be asked at all.
*/
async function lookUp(step: Step, setting: LookUpSetting): Promise<LookUp> {
	try {
		const events = await handlerOf(step).lookUp(step, setting);
		return events === undefined
			? {type: 'not-happened'}
			: {type: 'happened', events};
	} catch (error) {
		if (!(error instanceof SiteError) || isFatal(error)) {
			throw error;
		}

		return error.facts.code === 'not-found'
			? {type: 'not-happened'}
			: {type: 'unknown', error};
	}
}

/** The same after a lost answer, which stays lost where the destination can't be asked. */
async function lookUpLost(
	step: Step,
	setting: PerformSetting,
	lost: SiteError,
): Promise<LookUp> {
	try {
		return await lookUp(step, setting);
	} catch (error) {
		throw error instanceof SiteError ? lost : error;
	}
}
