import {Box} from 'ink';
import {type ScreenKeys, back, bindUnless, help, moveIn} from '../bindings.ts';
import {RowList} from '../components/row-list.tsx';
import {ToneText} from '../components/tone-text.tsx';
import {cursorOf} from '../cursors.ts';
import {windowAround} from '../list-cursor.ts';
import {fit} from '../present/fit.ts';
import {type Line, span} from '../present/line.ts';
import {outcomeText, pairText} from '../present/past-runs.ts';
import {placeText} from '../present/place.ts';
import {when} from '../present/when.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {type PastRun} from '../services.ts';

const keys: ScreenKeys = (state) => {
	const {runs} = state.home;
	const run = runs[cursorOf(state.cursors, 'runs')];
	return [
		moveIn(state, 'runs', runs.length),
		bindUnless(
			run === undefined ? 'There are no runs yet.' : undefined,
			'choose',
			'open its report',
			{type: 'run-opened', run: run?.id ?? ''},
		),
		back,
		help,
	];
};

function RunsView({state, size}: ScreenProps) {
	const {runs} = state.home;
	const cursor = cursorOf(state.cursors, 'runs');
	const rows = size.rows - 1;
	const {from, to} = windowAround(cursor, runs.length, rows);
	return (
		<Box flexDirection="column">
			<ToneText tone="quiet">{`  ${placeText(from, to, runs.length, 'The newest first')}`}</ToneText>
			<RowList
				items={runs}
				toLine={(run) => runLine(run, new Date(state.now))}
				cursor={cursor}
				rows={rows}
			/>
		</Box>
	);
}

function runLine(
	{source, destination, startedAt, verdict, isUnfinished}: PastRun,
	now: Date,
): Line {
	return [
		span(fit(when(startedAt, now), 18)),
		span(`  ${pairText(source, destination)}  `, 'strong'),
		span(outcomeText(verdict), isUnfinished ? 'warning' : 'quiet'),
	];
}

export const runsScreen: Screen = {
	View: RunsView,
	keys,
	title: () => 'Reports',
};
