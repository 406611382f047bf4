import {Box} from 'ink';
import {
	type Binding,
	type ScreenKeys,
	back,
	bind,
	bindUnless,
	help,
	moveIn,
	refuse,
} from '../bindings.ts';
import {Filter} from '../components/filter.tsx';
import {ListHeading} from '../components/list-heading.tsx';
import {RowList} from '../components/row-list.tsx';
import {ToneText} from '../components/tone-text.tsx';
import {cursorOf} from '../cursors.ts';
import {fieldOf} from '../fields.ts';
import {windowAround} from '../list-cursor.ts';
import {fit} from '../present/fit.ts';
import {type Line, span} from '../present/line.ts';
import {outcomeText, pairText, runsNamed} from '../present/past-runs.ts';
import {placeText} from '../present/place.ts';
import {signs} from '../present/signs.ts';
import {when} from '../present/when.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {type PastRun} from '../services.ts';
import {type SessionState} from '../session-state.ts';
import {typedText} from '../state-facts.ts';

const keys: ScreenKeys = (state) => {
	const runs = shownRuns(state);
	const run = runs[cursorOf(state.cursors, 'runs')];
	const move = moveIn(state, 'runs', runs.length);

	if (state.isFiltering) {
		return [
			bind('choose', 'keep the filter', {type: 'filter-kept'}),
			move,
			{...back, label: 'clear it'},
		];
	}

	return [
		move,
		bindUnless(
			run === undefined ? 'There is no run to open.' : undefined,
			'choose',
			'open its report',
			{type: 'run-opened', run: run?.id ?? ''},
		),
		compareKey(state, run),
		bind('filter', 'filter', {type: 'filter-opened'}),
		bindUnless(
			run === undefined ? 'There are no runs yet.' : undefined,
			'runNext',
			'what next',
			{type: 'run-followed', run: run?.id ?? ''},
		),
		back,
		help,
	];
};

/** The first press marks a run, the second one compares it with another. */
function compareKey(
	{home, comparison}: SessionState,
	run: PastRun | undefined,
): Binding {
	if (run === undefined || home.runs.length < 2) {
		return refuse('compare', 'compare', 'It takes two runs.');
	}

	const {marked} = comparison;
	const other = home.runs.find(({id}) => id === marked);

	if (other === undefined || other.id === run.id) {
		const label = other === undefined ? 'compare…' : 'unmark';
		return bind('compare', label, {type: 'run-marked', run: run.id});
	}

	const [earlier, later] = [run, other].toSorted(
		(one, two) => one.startedAt.getTime() - two.startedAt.getTime(),
	);
	return bind('compare', 'compare with the marked one', {
		type: 'comparison-asked',
		earlier: earlier!.id,
		later: later!.id,
	});
}

function shownRuns(state: SessionState): readonly PastRun[] {
	return runsNamed(state.home.runs, typedText(state, 'runs-filter'));
}

function RunsView({state, size}: ScreenProps) {
	const runs = shownRuns(state);
	const filter = fieldOf(state.fields, 'runs-filter');
	const isFiltered =
		state.isFiltering || typedText(state, 'runs-filter') !== '';
	const cursor = cursorOf(state.cursors, 'runs');
	const rows = size.rows - 1 - Number(isFiltered);
	const {from, to} = windowAround(cursor, runs.length, rows);
	const {marked} = state.comparison;
	const heading =
		marked === undefined
			? placeText(from, to, runs.length, 'The newest first')
			: `Compare ${marked} with which run?`;
	return (
		<Box flexDirection="column">
			<Filter
				field={filter}
				isActive={state.isFiltering}
				columns={size.columns}
			/>
			<ListHeading>{heading}</ListHeading>
			{runs.length === 0 && <ToneText> Nothing matches the filter.</ToneText>}
			<RowList
				items={runs}
				toLine={(run) => runLine(run, new Date(state.now), run.id === marked)}
				toSpoken={(run) =>
					spokenRun(run, new Date(state.now), run.id === marked)
				}
				cursor={cursor}
				rows={rows}
			/>
		</Box>
	);
}

function runLine(run: PastRun, now: Date, isMarked: boolean): Line {
	const {source, destination, startedAt, isUnfinished, counts = ''} = run;
	return [
		...(isMarked ? [span(`${signs.done} `, 'good')] : []),
		span(fit(when(startedAt, now), 18)),
		span(`  ${pairText(source, destination)}  `, 'strong'),
		...(counts === '' ? [] : [span(`${counts}  `)]),
		span(outcomeText(run), isUnfinished ? 'warning' : 'quiet'),
	];
}

function spokenRun(
	run: PastRun,
	now: Date,
	isMarked: boolean,
): readonly string[] {
	const {source, destination, startedAt, counts = ''} = run;
	return [
		isMarked ? 'marked' : '',
		when(startedAt, now),
		pairText(source, destination),
		counts,
		outcomeText(run),
	];
}

export const runsScreen: Screen = {
	View: RunsView,
	keys,
	title: () => 'Reports',
};
