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
import {follow, makePlan} from './make-plan.ts';
import {type Shell} from './shell.ts';
import {
	type Bench,
	type PrintOptions,
	type SiteOptions,
	withSites,
} from './with-sites.ts';
import {type ConnectedPair} from './workplace.ts';

type PlanOptions = CopyOptions & SiteOptions & PrintOptions;

/** `jsm-ferry plan`: shows what a copy would do. Nothing is written. */
export async function planCommand(
	options: PlanOptions,
	shell: Shell,
): Promise<ExitCode> {
	return withSites(options, shell, async (bench) => {
		const plan = await planAndPrint(options, bench, shell);
		const undecided = undecidedOrganizations(plan).length;

		if (undecided > 0) {
			shell.err(`${undecidedWords(undecided)}\n`);
		}

		return undecided === 0 ? exitCodes.done : exitCodes.undecided;
	});
}

/** `jsm-ferry copy`: plans and, once that is confirmed, copies. */
export async function copyCommand(
	options: PlanOptions & {readonly yes?: boolean},
	shell: Shell,
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
			const plan = await planAndPrint(options, bench, shell);
			assertDecided(plan);
			await confirm(plan, options.yes === true, shell);
			const sourceCalls = () => source.calls();
			const summary = await carryOut(plan, {...bench, sourceCalls}, shell);
			return summary.exitCode;
		} finally {
			lock.release();
		}
	});
}

async function planAndPrint(
	options: PlanOptions,
	bench: Bench & Pick<ConnectedPair, 'source'>,
	shell: Shell,
): Promise<Plan> {
	const {signal} = shell;
	const plan = await makePlan({...bench, options, signal});
	bench.printer.plan(plan);
	return plan;
}

/** Carries out a plan, or goes on with it, and prints what happens. */
export async function carryOut(
	plan: Plan,
	{
		workplace,
		destination,
		printer,
		...setting
	}: Bench & Pick<CopySetting, 'sourceCalls' | 'resume'>,
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
async function confirm(
	plan: Plan,
	isConfirmed: boolean,
	shell: Shell,
): Promise<void> {
	if (isConfirmed) {
		return;
	}

	if (!shell.isTerminal) {
		throw new CommandError(
			'Nothing was written, since nobody confirmed the plan.',
			'Add --yes to copy without being asked.',
		);
	}

	const {name} = plan.destination;
	const {writes} = summarizePlan(plan).calls;
	const answer = await shell.ask(
		`${quantity(writes, 'write')} on ${neutralise(name)}. To copy, type its name: `,
	);

	if (answer.trim() !== name) {
		throw new CommandError(
			'Nothing was written, since the name did not match.',
			`Type ${neutralise(name)} to copy.`,
		);
	}
}
