import {
	type Choices,
	type Decisions,
	defaultChoices,
} from '../../source/migration/choices.ts';
import {copyPlan} from '../../source/migration/copy-plan.ts';
import {type EngineEvent} from '../../source/migration/events.ts';
import {type Plan} from '../../source/migration/plan.ts';
import {planCopy} from '../../source/migration/plan-copy.ts';
import {
	type Clock,
	type DestinationSite,
	type Ledger,
	type SourceSite,
} from '../../source/migration/ports.ts';
import {prepareCopy, type Prepared} from '../../source/migration/prepare.ts';
import {type RunSummary} from '../../source/migration/run-summary.ts';
import {createEngineClock} from './engine-clock.ts';
import {MemoryLedger} from './memory-ledger.ts';
import {type MemorySite} from './memory-site.ts';

/** Two sites, what is remembered of them, and what the admin asks for. */
export type Copying<
	Source extends SourceSite = MemorySite,
	Destination extends DestinationSite = MemorySite,
> = {
	readonly source: Source;
	readonly destination: Destination;
	readonly ledger?: Ledger;
	readonly projects?: readonly string[] | 'all';
	readonly map?: Readonly<Record<string, string>>;
	readonly choices?: Partial<Choices>;
	readonly decisions?: Decisions;
};

/** The same with sites of any kind. */
export type AnyCopying = Copying<SourceSite, DestinationSite>;

export type CarryingOut = {
	readonly destination: DestinationSite;
	readonly ledger?: Ledger;
	readonly clock?: Clock;
	/** Id of an interrupted run. */
	readonly resume?: string;
	readonly signal?: AbortSignal;
	readonly maxErrors?: number;
	/** Sees each event as it comes. */
	readonly onEvent?: (event: EngineEvent) => void;
};

export type Carried = {
	readonly events: readonly EngineEvent[];
	readonly summary: RunSummary;
};

/** Scans both sites. */
export async function prepare(
	{
		source,
		destination,
		ledger = new MemoryLedger(),
		projects = 'all',
		map = {},
		choices = {},
		decisions = {},
	}: AnyCopying,
	onEvent?: (event: EngineEvent) => void,
	signal?: AbortSignal,
): Promise<Prepared> {
	const scan = prepareCopy(
		{
			source,
			destination,
			projects,
			map,
			choices: {...defaultChoices, ...choices},
			memory: ledger.memory(),
			decisions,
		},
		signal,
	);
	return follow(scan, onEvent);
}

/** Scans both sites and plans the copy. */
export async function makePlan(copying: AnyCopying): Promise<Plan> {
	return planCopy(await prepare(copying));
}

/** Runs and verifies a plan to its end. */
export async function carryOut(
	plan: Plan,
	{
		destination,
		ledger = new MemoryLedger(),
		clock = createEngineClock(),
		resume,
		signal = new AbortController().signal,
		maxErrors,
		onEvent,
	}: CarryingOut,
): Promise<Carried> {
	const {heard, listen} = createListener();
	const noCalls = {reads: 0, writes: 0, throttled: 0, retried: 0};
	const copy = copyPlan(
		plan,
		{
			destination,
			ledger,
			clock,
			resume,
			maxErrors,
			sourceCalls: () => noCalls,
		},
		signal,
	);
	const summary = await follow(copy, (event) => {
		listen(event);
		onEvent?.(event);
	});
	return {events: heard, summary};
}

/** Scans, plans and runs. */
export async function copyAll(
	copying: AnyCopying,
): Promise<Carried & {readonly plan: Plan}> {
	const plan = await makePlan(copying);
	return {plan, ...(await carryOut(plan, copying))};
}

/** A listener that keeps what it hears. */
export function createListener<Event = EngineEvent>(): {
	readonly heard: readonly Event[];
	readonly listen: (event: Event) => void;
} {
	const heard: Event[] = [];
	return {
		heard,
		listen(event) {
			heard.push(event);
		},
	};
}

/** Reads a stream to its end and returns its result. */
export async function follow<Event, Result>(
	stream: AsyncGenerator<Event, Result, void>,
	onEvent?: (event: Event) => void,
): Promise<Result> {
	let item = await stream.next();

	while (!item.done) {
		onEvent?.(item.value);
		item = await stream.next();
	}

	return item.value;
}
