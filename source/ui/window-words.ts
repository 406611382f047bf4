import {phases} from '../migration/events.ts';
import {neutralise} from '../text/neutralise.ts';
import {type CopyState} from './copy-state.ts';

/** How far a copy is, in percent, for the window around the terminal. */
export type WindowProgress = {
	readonly percent: number;
	readonly state: 'going' | 'waiting' | 'failed';
};

/** Title of the window: `jsm-ferry: 67 % Northwind → Contoso`, or what became of that. */
export function windowTitle(copy: CopyState): string {
	const pair = `${neutralise(copy.source)} → ${neutralise(copy.destination)}`;

	switch (copy.stage.type) {
		case 'none': {
			return 'jsm-ferry';
		}

		case 'running': {
			const pause = copy.pace.isPaused ? ', paused' : '';
			return `jsm-ferry: ${percentOf(copy)} %${pause} ${pair}`;
		}

		case 'ended': {
			const word = {
				finished: 'done',
				stopped: 'stopped',
				'broken-off': 'broken off',
			}[copy.stage.summary.ending];
			return `jsm-ferry: ${word} ${pair}`;
		}

		case 'failed': {
			return `jsm-ferry: broken off ${pair}`;
		}
	}
}

/** Undefined while nothing is copied. */
export function windowProgress(copy: CopyState): WindowProgress | undefined {
	const {stage, pace} = copy;
	const percent = percentOf(copy);

	switch (stage.type) {
		case 'running': {
			return {percent, state: pace.isPaused ? 'waiting' : 'going'};
		}

		case 'failed': {
			return {percent, state: 'failed'};
		}

		case 'none':
		case 'ended': {
			return undefined;
		}
	}
}

function percentOf({progress}: CopyState): number {
	let [settled, all] = [0, 0];

	for (const phase of phases) {
		const {total, done, failed} = progress.phases[phase];
		settled += Math.min(done + failed, total);
		all += total;
	}

	return all === 0 ? 0 : Math.floor((settled / all) * 100);
}
