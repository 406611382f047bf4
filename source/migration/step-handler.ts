import {type Failure, type RecordedEvent} from './events.ts';
import {type NameTest} from './names.ts';
import {type DestinationReader, type DestinationSite} from './ports.ts';
import {type SiteError} from './site-error.ts';
import {type StepKind, type StepOf} from './step.ts';

/** What asking about a step of unknown outcome needs; nothing is written. */
export type LookUpSetting = {
	readonly destination: DestinationReader;
	readonly signal: AbortSignal;
};

export type StepSetting = LookUpSetting & {
	readonly destination: DestinationSite;
	/** Ids of the destination's organizations as re-read just before the first is created (R11). */
	readonly knownOrganizations: ReadonlySet<string>;
	/** Names of the same, in the form names are compared in. */
	readonly knownNames: NameTest;
};

/** How one kind of step is sent, and how to tell whether it already happened. */
export type StepHandler<Kind extends StepKind> = {
	/**
	Sends the write. It is repeated only after the answer was lost and the destination knew nothing of it.

	@throws SiteError when the call failed; what the site answered, refusals of single rows too, is in the events.
	*/
	send(
		step: StepOf<Kind>,
		setting: StepSetting,
		attempt: {readonly isRepeated: boolean},
	): Promise<readonly RecordedEvent[]>;
	/** Asks the destination whether a step of unknown outcome happened. Undefined: it did not. */
	lookUp(
		step: StepOf<Kind>,
		setting: LookUpSetting,
	): Promise<readonly RecordedEvent[] | undefined>;
	/** What to tell when the site refused the whole step. */
	failed(step: StepOf<Kind>, failure: Failure): readonly RecordedEvent[];
};

export function failureOf({facts}: SiteError): Failure {
	const {code, detail, status, requestId} = facts;
	return {code, detail, status, requestId};
}
