import {comparePlans} from '../migration/compare-plans.ts';
import {type Plan} from '../migration/plan.ts';
import {
	PreparationError,
	type PreparationProblem,
} from '../migration/preparation-error.ts';
import {CommandError, exitCodes} from './command-error.ts';
import {explainError} from './explain-error.ts';
import {type Planning, planAgain} from './make-plan.ts';

/**
Plans a saved plan's copy again. Only what comes to the same may be carried out, since that is what was reviewed (R14).

@throws CommandError where the plan belongs to other sites or is out of date; the printer has told the rows that changed.
*/
export async function reviewPlan(
	saved: Plan,
	planning: Planning,
): Promise<Plan> {
	assertSameSites(saved, planning);
	const plan = await planNow(saved, planning);
	const changes = comparePlans(saved, plan);

	if (changes.length > 0) {
		planning.printer.planRefused(changes);
		throw outOfDate('The plan is out of date: the sites changed since.');
	}

	return plan;
}

/** An address may have come to mean another site, so the ids are compared. */
function assertSameSites(
	saved: Plan,
	{source, destination}: Pick<Planning, 'source' | 'destination'>,
): void {
	for (const [planned, {site}, option] of [
		[saved.source, source.site, '--from'],
		[saved.destination, destination.site, '--to'],
	] as const) {
		if (planned.id !== site.id) {
			throw new CommandError(
				`The plan is for ${planned.url}, and ${site.url} is another site.`,
				`Leave ${option} out, or plan again for this site.`,
			);
		}
	}
}

/** What was there to plan once and is not any more. */
const gone: ReadonlySet<PreparationProblem['code']> = new Set([
	'no-service-projects',
	'unknown-projects',
	'no-customers',
]);

async function planNow(saved: Plan, planning: Planning): Promise<Plan> {
	try {
		return await planAgain(saved, planning);
	} catch (error) {
		if (error instanceof PreparationError && gone.has(error.problem.code)) {
			const problem = explainError(error)?.problem ?? '';
			throw outOfDate(`The plan is out of date. ${problem}`);
		}

		throw error;
	}
}

function outOfDate(problem: string): CommandError {
	return new CommandError(
		`${problem} Nothing was written.`,
		'Plan again with jsm-ferry plan --out FILE, and look at what it says now.',
		exitCodes.undecided,
	);
}
