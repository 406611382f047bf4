import {type Phase, phases} from '../../migration/events.ts';
import {
	type PhaseProgress,
	type Progress,
	type Wait,
} from '../../migration/progress.ts';
import {type Pace} from '../../migration/ports.ts';
import {number, quantity} from '../../migration/quantity.ts';
import {duration} from '../../text/duration.ts';
import {neutralise} from '../../text/neutralise.ts';
import {fit, widest} from './fit.ts';
import {type Line, span} from './line.ts';
import {rateOf, sparkline, timeLeft} from './pace.ts';
import {clockTime} from './when.ts';
import {wrap} from './wrap.ts';

/** The pace of a copy as it is at one moment. */
export type PaceNow = Pick<Pace, 'share' | 'isPaused' | 'inFlight'>;

export const phaseNames: Readonly<Record<Phase, string>> = {
	organizations: 'Organizations',
	customers: 'Customers',
	memberships: 'Memberships',
	projectLinks: 'Project links',
	projectAccess: 'Project access',
	activity: 'Requests',
};

/** Most runs leave requests alone, so only those that don't show that phase. */
export function shownPhases({
	phases: all,
}: Pick<Progress, 'phases'>): readonly Phase[] {
	return phases.filter(
		(phase) => phase !== 'activity' || all.activity.total > 0,
	);
}

/** How far each phase is, in words behind its bar, with the numbers aligned. */
export function phaseTexts({
	phases: all,
	stage,
}: Pick<Progress, 'phases' | 'stage'>): readonly string[] {
	// Before the run has told what there is to do, nobody can say that it is nothing.
	const nothing =
		stage === 'idle' || stage === 'scanning' ? '' : 'nothing to do';
	const shown = shownPhases({phases: all});
	const columns = widest(shown.map((phase) => number(all[phase].total)));
	return shown.map((phase) => {
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

/** What the admin has done to the pace; nothing where it goes as fast as it may. */
export function paceChangeText({
	share,
	isPaused,
}: Pick<PaceNow, 'share' | 'isPaused'>): string | undefined {
	const part = share < 1 ? `at ${Math.round(share * 100)} %` : undefined;

	if (isPaused) {
		const later = part === undefined ? '' : `; then ${part}`;
		return `paused: nothing is sent; reading goes on${later}`;
	}

	return part === undefined ? undefined : `${part} of what the site allows`;
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
	const seconds = Math.ceil((until - now) / 1000);
	const end = seconds < 60 ? '' : `, until ${clockTime(new Date(until))}`;
	const limit = {
		burst: `its burst limit on ${operation}`,
		quota: 'its hourly quota',
		unknown: `a limit on ${operation}`,
	}[reason];
	return `${site} asks to wait ${duration(seconds)} more${end}: ${limit}; nothing is lost.`;
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
		pace,
	}: {
		readonly names: Readonly<Record<Wait['side'], string>>;
		readonly now: number;
		readonly isRunning: boolean;
		readonly columns: number;
		readonly pace: PaceNow;
	},
): readonly Line[] {
	const {perSecond, wait, unknownOutcomes} = progress;
	const waiting = wait && isRunning && waitText(wait, names, now);
	const change = isRunning ? paceChangeText(pace) : undefined;
	const lines: readonly Line[] = [
		[
			span(sparkline(perSecond, columns < 60 ? 0 : 20), 'accent'),
			span(perSecond.length > 0 && columns >= 60 ? '  ' : ''),
			span(paceText(progress, isRunning && !pace.isPaused)),
		],
		...(change === undefined
			? []
			: wrap(change, columns).map((row) => [span(row, 'warning')])),
		...(isRunning ? [[span(currentText(progress, pace), 'quiet')]] : []),
		...(unknownOutcomes === undefined
			? []
			: [[span(unknownText(unknownOutcomes))]]),
		...(waiting === undefined || waiting === false
			? []
			: wrap(waiting, columns).map((row) => [span(row, 'warning')])),
	];
	return lines;
}

/** The step sent last, and how many writes are not answered yet. */
function currentText(
	{stage, current}: Progress,
	{isPaused, inFlight}: PaceNow,
): string {
	if (stage === 'verifying') {
		return 'Reading the destination once more, to check that all is there.';
	}

	if (current === undefined) {
		return 'Beginning…';
	}

	const flying = `${number(inFlight)} in flight`;

	if (isPaused && inFlight === 0) {
		return 'nothing in flight';
	}

	return isPaused
		? `${flying}, waited for`
		: `now ${neutralise(current)}${inFlight === 0 ? '' : `, ${flying}`}`;
}

function unknownText({
	asked,
	hadHappened,
}: NonNullable<Progress['unknownOutcomes']>): string {
	return `${quantity(asked, 'call')} had been cut off: ${number(hadHappened)} had happened, the others are made now.`;
}
