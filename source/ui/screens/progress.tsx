import {Box} from 'ink';
import {phases} from '../../migration/events.ts';
import {type Progress} from '../../migration/progress.ts';
import {neutralise} from '../../text/neutralise.ts';
import {
	type Binding,
	type ScreenKeys,
	back,
	bind,
	help,
	refuse,
} from '../bindings.ts';
import {Bar} from '../components/bar.tsx';
import {Explained} from '../components/explained.tsx';
import {Lines} from '../components/lines.tsx';
import {type CopyState, runOf} from '../copy-state.ts';
import {widest} from '../present/fit.ts';
import {type Line, blank, line, span} from '../present/line.ts';
import {pairText} from '../present/past-runs.ts';
import {
	failureLines,
	nowLines,
	phaseNames,
	phaseTexts,
} from '../present/progress-text.ts';
import {wrap} from '../present/wrap.ts';
import {type Screen, type ScreenProps} from '../screen.ts';

const keys: ScreenKeys = ({copy}, {columns}) => {
	const home: Binding = {...back, label: 'home'};
	const report = bind('choose', 'report', {type: 'went-on'});
	const resume = bind('again', 'resume', {type: 'copy-resumed'});

	switch (copy.stage.type) {
		case 'none': {
			return [home, help];
		}

		case 'running': {
			return [
				{
					key: 'stop',
					label: stopLabel(copy.stage.isStopping, columns),
				},
				refuse('choose', 'report', 'The copy is still under way.'),
				{...home, label: 'home, it goes on'},
				help,
			];
		}

		case 'ended': {
			return copy.stage.summary.ending === 'finished'
				? [report, home, help]
				: [report, resume, home, help];
		}

		case 'failed': {
			return runOf(copy) === undefined
				? [{...resume, label: 'try again'}, home, help]
				: [{...resume, label: 'resume'}, report, home, help];
		}
	}
};

function stopLabel(isStopping: boolean, columns: number): string {
	if (isStopping) {
		return 'end at once';
	}

	return columns < 60 ? 'stop' : 'stop after what is in flight';
}

function ProgressView({state, size}: ScreenProps) {
	const {copy, now} = state;
	const {stage, progress} = copy;
	const {columns, rows} = size;
	const isRunning = stage.type === 'running';
	const ending = endingLines(copy, columns);
	const moment = nowLines(progress, {names: copy, now, isRunning, columns});
	const needed = phases.length + moment.length + ending.length;
	// How it ends must be read even where the bars have to give way.
	const isTight = needed > rows;
	const gap = needed + 3 <= rows ? [blank] : [];
	const below = [
		...gap,
		...moment,
		...(isTight || ending.length === 0 ? [] : [...gap, ...ending]),
	];
	const room = rows - phases.length - below.length - gap.length;
	return (
		<Box flexDirection="column">
			{isTight && <Lines lines={ending} />}
			<PhaseBars progress={progress} columns={columns} />
			<Lines lines={below} />
			{stage.type === 'failed' ? (
				<Explained explanation={stage.explanation} columns={columns} />
			) : (
				<Lines
					lines={[
						...gap,
						...failureLines(progress.failures, Math.max(room, 0), columns),
					]}
				/>
			)}
		</Box>
	);
}

type PhaseBarsProps = {
	readonly progress: Progress;
	readonly columns: number;
};

function PhaseBars({progress, columns}: PhaseBarsProps) {
	const texts = phaseTexts(progress);
	return phases.map((phase, index) => {
		const {done, failed, total} = progress.phases[phase];
		return (
			<Bar
				key={phase}
				label={phaseNames[phase]}
				labelColumns={14}
				done={done + failed}
				total={total}
				text={texts[index] ?? ''}
				textColumns={widest(texts)}
				columns={columns}
			/>
		);
	});
}

/** How it ended, or how it is being ended. */
function endingLines({stage}: CopyState, columns: number): readonly Line[] {
	switch (stage.type) {
		case 'running': {
			return stage.isStopping
				? wrap(
						'Stopping after what is in flight; everything done is kept. ^C once more ends at once.',
						columns,
					).map((row) => line(row, 'warning'))
				: [];
		}

		case 'ended': {
			const {verdict, exitCode} = stage.summary;
			return wrap(neutralise(verdict), columns).map((row) => [
				span(row, exitCode === 0 ? 'good' : 'warning'),
			]);
		}

		case 'none':
		case 'failed': {
			return [];
		}
	}
}

function titleOf({copy}: {readonly copy: CopyState}): string {
	const pair = pairText(copy.source, copy.destination);

	switch (copy.stage.type) {
		case 'none':
		case 'running': {
			return copy.progress.stage === 'verifying'
				? `Checking › ${pair}`
				: `Copying › ${pair}`;
		}

		case 'ended': {
			const {ending} = copy.stage.summary;
			const word = {
				finished: 'Copied',
				stopped: 'Stopped',
				'broken-off': 'Broken off',
			}[ending];
			return `${word} › ${pair}`;
		}

		case 'failed': {
			return `Broken off › ${pair}`;
		}
	}
}

export const progressScreen: Screen = {
	View: ProgressView,
	keys,
	title: titleOf,
	aside({copy}) {
		const run = runOf(copy);
		return run === undefined ? '' : `run ${run}`;
	},
};
