import {type Failure} from './events.ts';
import {type ActBook} from './ports.ts';
import {SiteError, isFatal} from './site-error.ts';
import {failureOf} from './step-handler.ts';

/** How the steps of an act are sent, and how to tell whether they already happened. */
export type ActHandler<ActStep, ActEvent> = {
	/** @throws SiteError when the call failed; what the site answered is in the events. */
	send(step: ActStep): Promise<readonly ActEvent[]>;
	/**
	Asks the destination about a step of unknown outcome. Events without a failure tell that it happened; undefined: it did not.

	@throws SiteError where the destination can't be asked.
	*/
	lookUp(step: ActStep): Promise<readonly ActEvent[] | undefined>;
	/** What to tell when the site refused the whole step, or gave no usable answer. */
	failed(step: ActStep, failure: Failure): readonly ActEvent[];
};

/** What the steps of an act need around them. */
export type ActSetting<ActStep, ActEvent> = {
	readonly book: Pick<
		ActBook<ActStep, ActEvent, unknown>,
		'stepSent' | 'stepAnswered' | 'steps'
	>;
	readonly handler: ActHandler<ActStep, ActEvent>;
	/** Hears what is recorded, after it is. */
	readonly tell: (event: ActEvent) => void;
};

/**
Performs one step of an act: recorded before it is sent and after it is answered (R15).

@throws SiteError when the site can't be used any more. The step then stays open in the ledger where it may have happened.
*/
export async function performAct<ActStep, ActEvent>(
	step: ActStep,
	setting: ActSetting<ActStep, ActEvent>,
): Promise<void> {
	const number = setting.book.stepSent(step);

	try {
		record(number, await setting.handler.send(step), setting);
	} catch (error) {
		if (!(error instanceof SiteError)) {
			throw error;
		}

		if (!error.facts.mayHaveHappened && isFatal(error)) {
			// Nothing happened, so nobody has to be asked about it.
			record(number, [], setting);
			throw error;
		}

		if (error.facts.mayHaveHappened) {
			await settleLost(number, step, error, setting);
		} else {
			const failure = failureOf(error);
			record(number, setting.handler.failed(step, failure), setting);
		}
	}
}

/** The client has repeated what may be repeated; so the destination is asked, once, what came of it. */
async function settleLost<ActStep, ActEvent>(
	number: number,
	step: ActStep,
	lost: SiteError,
	setting: ActSetting<ActStep, ActEvent>,
): Promise<void> {
	const {handler} = setting;

	try {
		const events = await handler.lookUp(step);
		const found = events ?? handler.failed(step, failureOf(lost));
		record(number, found, setting);
	} catch (error) {
		throw error instanceof SiteError ? lost : error;
	}
}

/**
Asks the destination about steps of unknown outcome that an interrupted act left, and closes them (R15).

@returns How many there were, and how many of them had happened.
*/
export async function settleAct<ActStep, ActEvent>(
	setting: ActSetting<ActStep, ActEvent>,
): Promise<{readonly asked: number; readonly hadHappened: number}> {
	const open = [...setting.book.steps()].filter(
		({events}) => events === undefined,
	);
	let happened = 0;

	for (const {number, step} of open) {
		const events = await setting.handler.lookUp(step);
		happened += Number(events !== undefined);
		record(number, events ?? [], setting);
	}

	return {asked: open.length, hadHappened: happened};
}

function record<ActStep, ActEvent>(
	number: number,
	events: readonly ActEvent[],
	{book, tell}: ActSetting<ActStep, ActEvent>,
): void {
	book.stepAnswered(number, events);

	for (const event of events) {
		tell(event);
	}
}
