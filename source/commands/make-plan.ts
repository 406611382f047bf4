import {type Plan} from '../migration/plan.ts';
import {planCopy} from '../migration/plan-copy.ts';
import {prepareCopy} from '../migration/prepare.ts';
import {type Printer} from '../print/printer.ts';
import {withLastChoices} from '../store/settings-changes.ts';
import {
	type CopyOptions,
	readChoices,
	readMap,
	readProjects,
	readText,
} from './choices.ts';
import {
	assertDecisionsFit,
	parseDecisions,
	toDecisions,
} from './decision-file.ts';
import {type ConnectedPair, type Workplace} from './workplace.ts';

/** What a plan is made with. */
export type Planning = {
	readonly options: CopyOptions;
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
	source: {site: source},
	destination: {site: destination},
	workplace,
	printer,
	signal,
}: Planning): Promise<Plan> {
	const projects = readProjects(options.projects);
	const map = readMap(options.map);
	const choices = readChoices(options);
	const decided = readDecisions(options);
	const memory = workplace.ledger
		.forPair(source.site, destination.site)
		.memory();
	const prepared = await follow(
		prepareCopy(
			{
				source,
				destination,
				projects,
				map,
				choices,
				memory,
				decisions: toDecisions(decided),
			},
			signal,
		),
		printer,
	);
	assertDecisionsFit(decided, prepared);
	workplace.settings.update((settings) =>
		withLastChoices(settings, {
			source: source.site.id,
			destination: destination.site.id,
			projects: typeof projects === 'string' ? projects : [...projects],
			map: {...map},
			choices,
		}),
	);
	return planCopy(prepared);
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
