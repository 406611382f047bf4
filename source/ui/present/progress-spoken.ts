import {phases} from '../../migration/events.ts';
import {type PhaseProgress, type Progress} from '../../migration/progress.ts';
import {number, quantity} from '../../migration/quantity.ts';
import {type Line, line} from './line.ts';
import {type PaceNow, paceChangeText, phaseNames} from './progress-text.ts';

/** A copy for those who hear it: it changes in steps of a tenth and when something happens, never with time alone. */
export function spokenProgress(
	{phases: all, stage}: Progress,
	pace: PaceNow,
): readonly Line[] {
	const change = paceChangeText(pace);
	const failed = phases.reduce((sum, phase) => sum + all[phase].failed, 0);
	return [
		...phases
			.filter((phase) => all[phase].total > 0)
			.map((phase) => line(`${phaseNames[phase]}: ${spokenPhase(all[phase])}`)),
		line(failed === 0 ? 'no errors' : quantity(failed, 'error')),
		...(change === undefined ? [] : [line(change)]),
		...(stage === 'verifying'
			? [line('Checking the destination once more.')]
			: []),
	];
}

function spokenPhase({total, done, failed}: PhaseProgress): string {
	if (done + failed >= total) {
		return failed === 0
			? `all ${number(total)} done`
			: `${number(done)} done, ${number(failed)} failed`;
	}

	const tenths = Math.floor(((done + failed) / total) * 10);
	return tenths === 0
		? `${number(total)} to do`
		: `${tenths * 10} percent of ${number(total)} done`;
}
