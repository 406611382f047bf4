import {explainFailure} from '../../migration/explain.ts';
import {type Phase, phases} from '../../migration/events.ts';
import {
	type FailedThing,
	type PhaseProgress,
	type Progress,
	type Wait,
} from '../../migration/progress.ts';
import {number, quantity} from '../../migration/quantity.ts';
import {duration} from '../../text/duration.ts';
import {neutralise} from '../../text/neutralise.ts';
import {cut, fit, widest} from './fit.ts';
import {type Line, span} from './line.ts';
import {rateOf, sparkline, timeLeft} from './pace.ts';
import {signs} from './signs.ts';
import {wrap} from './wrap.ts';

export const phaseNames: Readonly<Record<Phase, string>> = {
	organizations: 'Organizations',
	customers: 'Customers',
	memberships: 'Memberships',
	projectLinks: 'Project links',
	projectAccess: 'Project access',
};

/** How far each phase is, in words behind its bar, with the numbers aligned. */
export function phaseTexts({
	phases: all,
	stage,
}: Pick<Progress, 'phases' | 'stage'>): readonly string[] {
	// Before the run has told what there is to do, nobody can say that it is nothing.
	const nothing =
		stage === 'idle' || stage === 'scanning' ? '' : 'nothing to do';
	const columns = widest(phases.map((phase) => number(all[phase].total)));
	return phases.map((phase) => {
		const {total, done, failed} = all[phase];
		const counted = `${fit(number(done), columns, 'right')} of ${fit(number(total), columns, 'right')}`;
		return total === 0
			? nothing
			: `${counted}   ${shareText({total, done, failed})}`;
	});
}

function shareText({total, done, failed}: PhaseProgress): string {
	if (failed > 0) {
		return `${number(failed)} failed`;
	}

	return done >= total
		? 'done'
		: `${Math.floor((done / total) * 100)} %`.padStart(4);
}

/** Speed, time left and what went wrong so far: `94 a second, 1 to 2 min left, 2 failed`. */
export function paceText(progress: Progress, isRunning: boolean): string {
	const {perSecond, failures} = progress;
	const rate = rateOf(perSecond);
	const left = timeLeft(remaining(progress), perSecond);
	const failed = phases.reduce(
		(sum, phase) => sum + progress.phases[phase].failed,
		0,
	);
	return [
		isRunning && rate !== undefined
			? `${number(Math.round(rate))} a second`
			: '',
		isRunning && left !== undefined && remaining(progress) > 0
			? `${left} left`
			: '',
		failures.length === 0 ? 'no errors' : quantity(failed, 'error'),
	]
		.filter((part) => part !== '')
		.join(', ');
}

/** Why nothing seems to happen, and until when. */
export function waitText(
	{side, operation, reason, until}: Wait,
	names: Readonly<Record<Wait['side'], string>>,
	now: number,
): string | undefined {
	if (until <= now) {
		return undefined;
	}

	const site = neutralise(names[side]);
	const left = duration(Math.ceil((until - now) / 1000));
	const limit = {
		burst: `its burst limit on ${operation}`,
		quota: 'its hourly quota',
		unknown: `a limit on ${operation}`,
	}[reason];
	return `${site} asks to wait ${left} more: ${limit}; nothing is lost.`;
}

/** One failure as it comes: what, where and why. */
export function failureText({subject, place, failure}: FailedThing): string {
	const {problem} = explainFailure(failure);
	const where = place === undefined ? '' : ` in ${neutralise(place)}`;
	return `${neutralise(subject)}${where}: ${neutralise(problem)}`;
}

/** Everything that is still to be done. */
export function remaining({phases: all}: Progress): number {
	let open = 0;

	for (const phase of phases) {
		const {total, done, failed} = all[phase];
		open += Math.max(total - done - failed, 0);
	}

	return open;
}

/** What is going on at the moment: speed and time left, the thing sent last, waits, and what a resume found. */
export function nowLines(
	progress: Progress,
	{
		names,
		now,
		isRunning,
		columns,
	}: {
		readonly names: Readonly<Record<Wait['side'], string>>;
		readonly now: number;
		readonly isRunning: boolean;
		readonly columns: number;
	},
): readonly Line[] {
	const {perSecond, current, wait, unknownOutcomes, stage} = progress;
	const waiting = wait && isRunning && waitText(wait, names, now);
	const lines: readonly Line[] = [
		[
			span(sparkline(perSecond, columns < 60 ? 0 : 20), 'accent'),
			span(perSecond.length > 0 && columns >= 60 ? '  ' : ''),
			span(paceText(progress, isRunning)),
		],
		...(isRunning ? [[span(currentText(stage, current), 'quiet')]] : []),
		...(unknownOutcomes === undefined
			? []
			: [[span(unknownText(unknownOutcomes))]]),
		...(waiting === undefined || waiting === false
			? []
			: wrap(waiting, columns).map((row) => [span(row, 'warning')])),
	];
	return lines;
}

function currentText(
	stage: Progress['stage'],
	current: string | undefined,
): string {
	if (stage === 'verifying') {
		return 'Reading the destination once more, to check that all is there.';
	}

	return current === undefined ? 'Beginning…' : `now ${neutralise(current)}`;
}

function unknownText({
	asked,
	hadHappened,
}: NonNullable<Progress['unknownOutcomes']>): string {
	return `${quantity(asked, 'call')} had been cut off: ${number(hadHappened)} had happened, the others are made now.`;
}

/** The newest failures, as many as there are rows for. */
export function failureLines(
	failures: readonly FailedThing[],
	rows: number,
	columns: number,
): readonly Line[] {
	return failures
		.slice(Math.max(failures.length - rows, 0))
		.map((failure) => [
			span(`${signs.failed} `, 'bad'),
			span(cut(failureText(failure), columns - 2)),
		]);
}
