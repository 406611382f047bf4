import {type Memory} from '../migration/memory.ts';
import {type Plan} from '../migration/plan.ts';
import {planCopy} from '../migration/plan-copy.ts';
import {
	type Preparation,
	type Prepared,
	prepareCopy,
} from '../migration/prepare.ts';
import {type Printer} from '../print/printer.ts';
import {withLastChoices} from '../store/settings-changes.ts';
import {
	type CopyOptions,
	readChoices,
	readMap,
	readProjects,
	readText,
} from './choices.ts';
import {assertDecisionsFit} from './check-decisions.ts';
import {parseDecisions, toDecisions} from './decision-file.ts';
import {type ConnectedPair, type Workplace} from './workplace.ts';

/** What a plan is made with. */
export type Planning = {
	readonly source: ConnectedPair['source'];
	readonly destination: ConnectedPair['destination'];
	readonly workplace: Workplace;
	readonly printer: Printer;
	readonly signal: AbortSignal;
};

/**
Scans both sites and plans the copy that the options ask for. Arguments and files are checked before any site is read.

@throws CommandError, PreparationError or SiteError; nothing was written.
*/
export async function makePlan({
	options,
	...planning
}: Planning & {readonly options: CopyOptions}): Promise<Plan> {
	const projects = readProjects(options.projects);
	const map = readMap(options.map);
	const choices = readChoices(options);
	const decided = readDecisions(options);
	const prepared = await scan(planning, {
		projects,
		map,
		choices,
		decisions: toDecisions(decided),
		memory: memoryOf(planning),
	});
	assertDecisionsFit(decided, options.decisions ?? '', prepared);
	const {source, destination, workplace} = planning;
	workplace.settings.update((settings) =>
		withLastChoices(settings, {
			source: source.site.site.id,
			destination: destination.site.site.id,
			projects: typeof projects === 'string' ? projects : [...projects],
			map: {...map},
			choices,
		}),
	);
	return planCopy(prepared);
}

/**
Scans both sites again and plans with the choices and decisions of an earlier plan, to see whether it still holds (R14).

@throws CommandError, PreparationError or SiteError; nothing was written.
*/
export async function planAgain(
	earlier: Plan,
	planning: Planning,
): Promise<Plan> {
	const {projects, choices, decisions} = earlier;
	const prepared = await scan(planning, {
		projects: projects.map(({from}) => from.key),
		map: Object.fromEntries(
			projects.flatMap(({from, to}) =>
				to === undefined ? [] : [[from.key, to.key] as const],
			),
		),
		choices,
		decisions,
		// What was decided since is no part of the plan that was reviewed.
		memory: {...memoryOf(planning), decisions: {}},
	});
	return planCopy(prepared);
}

function memoryOf({workplace, source, destination}: Planning): Memory {
	return workplace.ledger
		.forPair(source.site.site, destination.site.site)
		.memory();
}

async function scan(
	{source, destination, printer, signal}: Planning,
	request: Omit<Preparation, 'source' | 'destination'>,
): Promise<Prepared> {
	return follow(
		prepareCopy(
			{source: source.site, destination: destination.site, ...request},
			signal,
		),
		printer,
	);
}

function readDecisions({decisions}: CopyOptions) {
	return decisions === undefined
		? []
		: parseDecisions(readText(decisions, '--decisions'), decisions);
}

/** Hands events to the printer and returns what the stream ends with. */
export async function follow<Result>(
	stream: AsyncGenerator<Parameters<Printer['event']>[0], Result, void>,
	printer: Printer,
): Promise<Result> {
	for (;;) {
		const next = await stream.next();

		if (next.done === true) {
			return next.value;
		}

		printer.event(next.value);
	}
}
