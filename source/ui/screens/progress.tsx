import {Box} from 'ink';
import {use} from 'react';
import {type Progress} from '../../migration/progress.ts';
import {neutralise} from '../../text/neutralise.ts';
import {Bar} from '../components/bar.tsx';
import {Explained} from '../components/explained.tsx';
import {Lines} from '../components/lines.tsx';
import {RowList} from '../components/row-list.tsx';
import {Scroll} from '../components/scroll.tsx';
import {type CopyState, runOf} from '../copy-state.ts';
import {cursorOf} from '../cursors.ts';
import {markedError} from '../errors-state.ts';
import {failureDetails, failureLine} from '../present/error-text.ts';
import {widest} from '../present/fit.ts';
import {type Line, blank, line, span} from '../present/line.ts';
import {pairText} from '../present/past-runs.ts';
import {
	nowLines,
	phaseNames,
	phaseTexts,
	shownPhases,
} from '../present/progress-text.ts';
import {spokenProgress} from '../present/progress-spoken.ts';
import {wrap} from '../present/wrap.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {type Size} from '../size.ts';
import {themeContext} from '../theme.ts';
import {progressKeys} from './progress-keys.ts';

/** Errors read aloud at once. */
const spokenErrors = 3;

function ProgressView({state, size}: ScreenProps) {
	const {copy, now} = state;
	const {opened} = copy.errors;
	return opened === undefined ? (
		<Overview copy={copy} now={now} size={size} />
	) : (
		<Scroll
			lines={failureDetails(opened, now, size.columns)}
			rows={size.rows}
			offset={cursorOf(state.cursors, 'details')}
		/>
	);
}

type OverviewProps = {
	readonly copy: CopyState;
	readonly now: number;
	readonly size: Size;
};

/** Bars, what goes on at the moment, how it ends, and the errors. */
function Overview({copy, now, size: {columns, rows}}: OverviewProps) {
	const {isScreenReader = false} = use(themeContext);
	const {stage, progress, pace} = copy;
	const isRunning = stage.type === 'running';
	const ending = endingLines(copy, columns);

	if (isScreenReader) {
		return (
			<Box flexDirection="column">
				<Lines lines={[...ending, ...spokenProgress(progress, pace)]} />
				{stage.type === 'failed' && (
					<Explained explanation={stage.explanation} columns={columns} />
				)}
				<Errors copy={copy} rows={spokenErrors} />
			</Box>
		);
	}

	const moment = nowLines(progress, {
		names: copy,
		now,
		isRunning,
		columns,
		pace,
	});
	const needed = shownPhases(progress).length + moment.length + ending.length;
	// How it ends must be read even where the bars have to give way.
	const isTight = needed > rows;
	const gap = needed + 3 <= rows ? [blank] : [];
	const below = [
		...gap,
		...moment,
		...(isTight || ending.length === 0 ? [] : [...gap, ...ending]),
	];
	const room = rows - shownPhases(progress).length - below.length - gap.length;
	return (
		<Box flexDirection="column">
			{isTight && <Lines lines={ending} />}
			<PhaseBars progress={progress} columns={columns} />
			<Lines lines={below} />
			{stage.type === 'failed' ? (
				<Explained explanation={stage.explanation} columns={columns} />
			) : (
				<>
					<Lines lines={gap} />
					<Errors copy={copy} rows={Math.max(room, 0)} />
				</>
			)}
		</Box>
	);
}

type ErrorsProps = {
	readonly copy: CopyState;
	readonly rows: number;
};

/** The errors so far: a window at the newest, or around the one that is marked. */
function Errors({copy: {progress, errors, stage}, rows}: ErrorsProps) {
	const {failures} = progress;
	const isActive = stage.type === 'running' || errors.marked !== undefined;
	return (
		<RowList
			items={rows === 0 ? [] : failures}
			toLine={failureLine}
			// Behind the last one, nothing is marked.
			cursor={isActive ? markedError(errors, progress) : failures.length}
			rows={rows}
			isActive={isActive}
		/>
	);
}

type PhaseBarsProps = {
	readonly progress: Progress;
	readonly columns: number;
};

function PhaseBars({progress, columns}: PhaseBarsProps) {
	const texts = phaseTexts(progress);
	return shownPhases(progress).map((phase, index) => {
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
function endingLines(
	{stage, errors}: CopyState,
	columns: number,
): readonly Line[] {
	const rows = (text: string) =>
		wrap(text, columns).map((row) => line(row, 'warning'));

	switch (stage.type) {
		case 'running': {
			if (stage.isStopping) {
				return rows(
					'Stopping after what is in flight; everything done is kept. ^C once more ends at once.',
				);
			}

			return errors.isRetryWanted
				? rows('What failed is tried again as soon as the rest is done.')
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
	keys: progressKeys,
	title: titleOf,
	aside({copy}) {
		const run = runOf(copy);
		return run === undefined ? '' : `run ${run}`;
	},
};
