import {type RecordedEvent} from './events.ts';
import {type Failure} from './failure.ts';
import {type StepRecord} from './ports.ts';
import {type Step, type StepKind} from './step.ts';
import {subjectOf} from './step-subject.ts';

/** What calls are looked for: a customer, an organization, the two together, or a request. Ids are those of the source. */
export type CallSubject = {
	readonly customer?: string;
	readonly organization?: string;
	/** Its key on the destination. */
	readonly request?: string;
};

/** One write of a run as the ledger has it, seen from what it was looked for. */
export type RecordedCall = {
	/** Steps of a run are numbered in the order they were sent. */
	readonly number: number;
	readonly kind: StepKind;
	/** What it was about, untrusted: an email, an organization or a project. */
	readonly about: string;
	/** How many others the same call was for. */
	readonly others: number;
	/** *Unknown*: the answer was lost, and nobody could tell what became of it. */
	readonly outcome: 'done' | 'failed' | 'unknown';
	/** What Atlassian's support asks for. */
	readonly requestId?: string;
	readonly failure?: Failure;
};

/**
Tells which of a run's steps were sent for a customer, an organization or a request, and what became of them for it alone.

@yields The calls, oldest first.
*/
export function* recordedCalls(
	records: Iterable<StepRecord>,
	subject: CallSubject,
): Generator<RecordedCall> {
	for (const {number, step, events} of records) {
		if (isFor(step, subject)) {
			yield {
				number,
				kind: step.kind,
				about: aboutOf(step),
				others: othersOf(step, subject),
				...outcomeOf(events, subject),
			};
		}
	}
}

function isFor(
	step: Step,
	{customer, organization, request}: CallSubject,
): boolean {
	switch (step.kind) {
		case 'create-customer':
		case 'revoke-access': {
			return customer !== undefined && step.customer === customer;
		}

		case 'create-organization':
		case 'link-organization': {
			return organization !== undefined && step.organization === organization;
		}

		case 'add-members': {
			return (
				request === undefined &&
				(organization === undefined || step.organization === organization) &&
				(customer === undefined ||
					step.members.some((member) => member.customer === customer))
			);
		}

		case 'add-project-customers': {
			return step.customers.some((one) => one.customer === customer);
		}

		case 'edit-request': {
			// A step without edits only notes that others had set them.
			return step.request === request && step.edits.length > 0;
		}
	}
}

function aboutOf(step: Step): string {
	const subject = subjectOf(step);
	return step.kind === 'link-organization'
		? `${subject} on ${step.project.key}`
		: subject;
}

function othersOf(step: Step, {customer}: CallSubject): number {
	if (customer === undefined) {
		return 0;
	}

	switch (step.kind) {
		case 'add-members': {
			return step.members.length - 1;
		}

		case 'add-project-customers': {
			return step.customers.length - 1;
		}

		default: {
			return 0;
		}
	}
}

type Outcome = Pick<RecordedCall, 'outcome' | 'requestId' | 'failure'>;

/** Of a call for many, only what it told of this one counts. */
function outcomeOf(
	events: readonly RecordedEvent[] | undefined,
	{customer}: CallSubject,
): Outcome {
	const told = (events ?? []).filter(
		(event) => customer === undefined || isAbout(event, customer),
	);
	const failed = told.find((event) => 'failure' in event);

	if (failed !== undefined) {
		const {failure} = failed;
		return {
			outcome: failure.code === 'outcome-unknown' ? 'unknown' : 'failed',
			failure,
			...(failure.requestId !== undefined && {requestId: failure.requestId}),
		};
	}

	if (told.length === 0) {
		return {outcome: 'unknown'};
	}

	const requestId = told
		.map((event) => ('requestId' in event ? event.requestId : undefined))
		.find((id) => id !== undefined);
	return {outcome: 'done', ...(requestId !== undefined && {requestId})};
}

function isAbout(event: RecordedEvent, customer: string): boolean {
	return 'customers' in event
		? event.customers.includes(customer)
		: 'customer' in event && event.customer === customer;
}
