import {type CopySetting, copyPlan} from '../migration/copy-plan.ts';
import {type Plan} from '../migration/plan.ts';
import {
	summarizePlan,
	undecidedOrganizations,
} from '../migration/plan-summary.ts';
import {quantity} from '../migration/quantity.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {takeLock} from '../store/lock.ts';
import {neutralise} from '../text/neutralise.ts';
import {type CopyOptions} from './choices.ts';
import {CommandError, type ExitCode, exitCodes} from './command-error.ts';
import {type Question, confirm} from './confirm.ts';
import {follow, makePlan} from './make-plan.ts';
import {findSaved} from './logins.ts';
import {loadPlan, savePlan} from './plan-file.ts';
import {reviewPlan} from './review-plan.ts';
import {type Shell} from './shell.ts';
import {
	type Bench,
	type PrintOptions,
	type SiteOptions,
	withWorkplace,
	withSites,
} from './with-sites.ts';
import {type ConnectedPair} from './workplace.ts';

type PlanOptions = CopyOptions & SiteOptions & PrintOptions;

/** `jsm-ferry plan`: shows what a copy would do, and saves it where that is asked for. Nothing is written to a site. */
export async function planCommand(
	options: PlanOptions & {readonly out?: string},
	shell: Shell,
): Promise<ExitCode> {
	const {signal} = shell;
	return withSites(options, shell, async (bench) => {
		const plan = await makePlan({...bench, options, signal});
		bench.printer.plan(plan);
		const undecided = undecidedOrganizations(plan).length;

		if (options.out !== undefined) {
			await savePlan(plan, options.out);
			shell.err(`Written: ${options.out}\n`);
		}

		if (undecided > 0) {
			shell.err(`${undecidedWords(undecided)}\n`);
		}

		return undecided === 0 ? exitCodes.done : exitCodes.undecided;
	});
}

export type CommandCopyOptions = PlanOptions & {
	readonly yes?: boolean;
	/** A saved plan. */
	readonly plan?: string;
	readonly maxErrors?: number;
};

/** `jsm-ferry copy`: plans or takes a saved plan and, once that is confirmed, copies. */
export async function copyCommand(
	options: CommandCopyOptions,
	shell: Shell,
): Promise<ExitCode> {
	const {signal} = shell;

	if (options.plan === undefined) {
		return copyAs(options, shell, async (bench) =>
			makePlan({...bench, options, signal}),
		);
	}

	const saved = loadPlan(options.plan);
	assertDecided(saved);
	await assertSitesMet(saved, options, shell);
	const {from = saved.source.url, to = saved.destination.url} = options;
	return copyAs({...options, from, to}, shell, async (bench) =>
		reviewPlan(saved, {...bench, signal}),
	);
}

/** A plan may come from anybody, and the sites it names get the login; so only those do that were saved or used here before, or that are named again. */
async function assertSitesMet(
	{source, destination}: Plan,
	{from, to}: SiteOptions,
	shell: Shell,
): Promise<void> {
	await withWorkplace(shell, async ({settings, ledger}) => {
		const {sites} = settings.read();
		const isMet = (url: string) =>
			findSaved(url, sites) !== undefined || ledger.hasMet(url);

		for (const [option, named, {url}] of [
			['--from', from, source],
			['--to', to, destination],
		] as const) {
			if (named === undefined && !isMet(url)) {
				throw new CommandError(
					`The plan is for ${url}, a site that was not used here before.`,
					`If it is yours, say so with ${option} ${url}; the login is sent there.`,
				);
			}
		}
	});
}

/** Makes a plan and copies, while no other run of the pair can begin. */
async function copyAs(
	options: CommandCopyOptions,
	shell: Shell,
	makePlanWith: (bench: Bench & Pick<ConnectedPair, 'source'>) => Promise<Plan>,
): Promise<ExitCode> {
	return withSites(options, shell, async (bench) => {
		const source = bench.source.site;
		const pair = {
			source: source.site,
			destination: bench.destination.site.site,
		};
		const lock = takeLock(bench.workplace.home, pair, {
			...shell,
			now: () => shell.clock.now(),
		});

		try {
			const plan = await makePlanWith(bench);
			bench.printer.plan(plan);
			assertDecided(plan);
			await confirm(questionOf(plan), options.yes === true, shell);
			// What is carried out is not asked again by a later run (R13).
			bench.workplace.ledger
				.forPair(plan.source, plan.destination)
				.decide(plan.decisions);
			const sourceCalls = () => source.calls();
			const {maxErrors} = options;
			const setting = {...bench, sourceCalls, maxErrors};
			const summary = await carryOut(plan, setting, shell);
			return summary.exitCode;
		} finally {
			lock.release();
		}
	});
}

/** Carries out a plan, or goes on with it, and prints what happens. */
export async function carryOut(
	plan: Plan,
	{
		workplace,
		destination,
		printer,
		...setting
	}: Bench & Pick<CopySetting, 'sourceCalls' | 'resume' | 'maxErrors'>,
	{clock, signal}: Shell,
): Promise<RunSummary> {
	const ledger = workplace.ledger.forPair(plan.source, plan.destination);
	return follow(
		copyPlan(
			plan,
			{...setting, destination: destination.site, ledger, clock},
			signal,
		),
		printer,
	);
}

function assertDecided(plan: Plan): void {
	const undecided = undecidedOrganizations(plan).length;

	if (undecided > 0) {
		throw new CommandError(
			undecidedWords(undecided),
			'Decide with --decisions FILE.csv or for all with --duplicates rename, merge or skip; or use the app, jsm-ferry.',
			exitCodes.undecided,
		);
	}
}

function undecidedWords(count: number): string {
	const words =
		count === 1
			? '1 organization collides with another and is'
			: `${count} organizations collide with others and are`;
	return `${words} not decided; nothing was written.`;
}

/**
Asks before anything is written. The name of a destination that holds data has to be typed.

@throws CommandError where nobody confirmed.
*/
function questionOf(plan: Plan): Question {
	const {destination} = plan;
	const name = neutralise(destination.name);
	const {writes} = summarizePlan(plan).calls;
	return {
		words: `${quantity(writes, 'write')} on ${name}. To copy, type its name: `,
		isYes: (answer) => answer === destination.name,
		unasked: {
			problem: 'Nothing was written, since nobody confirmed the plan.',
			nextStep: 'Add --yes to copy without being asked.',
		},
		refused: {
			problem: 'Nothing was written, since the name did not match.',
			nextStep: `Type ${name} to copy.`,
		},
	};
}
