import {Box} from 'ink';
import {type OpenThing} from '../../migration/open-things.ts';
import {number, quantity} from '../../migration/quantity.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type ScreenKeys, back, bind, help, menuKeys} from '../bindings.ts';
import {Lines} from '../components/lines.tsx';
import {MenuList} from '../components/menu-list.tsx';
import {isRunning, runOf} from '../copy-state.ts';
import {type Choice, type Menu} from '../menu.ts';
import {fit} from '../present/fit.ts';
import {type Line, blank, line, span} from '../present/line.ts';
import {undoneWords} from '../present/past-runs.ts';
import {wrap, wrapToFit} from '../present/wrap.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {type FinishedRun, type PastRun} from '../services.ts';
import {type SessionState} from '../session-state.ts';
import {type Size} from '../size.ts';

const keys: ScreenKeys = (state) => [
	...menuKeys(state, menuOf(state)),
	bind('quit', 'quit', {type: 'quit-asked'}),
	back,
	help,
];

function NextView({state, size}: ScreenProps) {
	const {columns, rows} = size;
	const menu = menuOf(state);
	const menuRows = Math.min(menu.choices.length, Math.max(rows - 4, 3));
	const room = Math.max(rows - menuRows - 1, 0);
	return (
		<Box flexDirection="column">
			<Lines lines={[...openLines(state, {columns, rows: room}), blank]} />
			<MenuList
				menu={menu}
				cursors={state.cursors}
				columns={columns}
				rows={menuRows}
			/>
		</Box>
	);
}

/** Room for how many a follow-up is for. */
const forColumns = 10;

/** The verdict, and what a person has to do, the most frequent first. Where there is no room for all, it says how much is left to do. Of a run that was undone it says that. */
function openLines(state: SessionState, size: Size): readonly Line[] {
	const {finished} = state.report;

	if (finished === undefined) {
		return [];
	}

	const undone = undoneWords(runShown(state));

	if (undone !== undefined) {
		const {verdict, next, inShort} = undone;
		const whole = [
			...wrap(verdict, size.columns).map((row) => line(row, 'strong')),
			...wrap(next, size.columns).map((row) => line(row)),
		];
		return whole.length <= size.rows
			? whole
			: wrapToFit([verdict, inShort], size).map((row) => line(row, 'strong'));
	}

	return followUpText(finished, size);
}

/** What a person has to do after a run that stands. */
function followUpText(
	finished: FinishedRun,
	{columns, rows}: Size,
): readonly Line[] {
	const open = finished.report.openThings;
	const verdict = wrap(neutralise(finished.summary.verdict), columns).map(
		(row) => line(row, 'strong'),
	);
	const whole = [...verdict, blank, ...followUpLines(open, columns)];
	const inShort = wrapToFit(
		[
			`${quantity(open.length, 'thing')} to do by hand: see Follow up.`,
			`${open.length} to do: see Follow up.`,
		],
		{columns, rows},
	).map((row) => line(row));

	if (whole.length <= rows) {
		return whole;
	}

	const head = [...verdict, blank];
	return head.length + inShort.length <= rows ? [...head, ...inShort] : inShort;
}

function followUpLines(
	open: readonly OpenThing[],
	columns: number,
): readonly Line[] {
	return open.length === 0
		? [line('Nothing is left to do by hand.')]
		: open.flatMap(({nextStep, subjects}) =>
				wrap(neutralise(nextStep), columns - forColumns).map((row, index) => [
					span(
						fit(
							index === 0 ? `for ${number(subjects.length)}` : '',
							forColumns,
						),
						'quiet',
					),
					span(row),
				]),
			);
}

function menuOf(state: SessionState): Menu {
	return {
		list: 'next',
		choices: [
			...resumeChoice(state),
			...(runShown(state)?.undo === undefined ? actsOnCopied : []),
			{
				label: 'Export the report',
				detail: 'for colleagues',
				action: {type: 'report-export-opened'},
			},
			{
				label: 'Copy again',
				detail: 'only what is new since; nothing is copied twice',
				action: {type: 'repeated'},
			},
			...undoChoice(state),
			{label: 'Home', action: {type: 'went-home'}},
			{label: 'Quit', action: {type: 'quit-asked'}},
		],
	};
}

/** What is done with what a run copied, as long as it was not undone. */
const actsOnCopied: readonly Choice[] = [
	{
		label: 'Follow up',
		detail: 'what is left to do, with ticks',
		action: {type: 'act-opened', kind: 'follow-up'},
	},
	{
		label: 'Verify again',
		detail: 'compare the destination with what the run did',
		action: {type: 'act-opened', kind: 'verify'},
	},
	{
		label: 'Invite',
		detail: 'mail the customers it created; asked first',
		action: {type: 'act-opened', kind: 'invite'},
	},
];

/** An undo may be begun, gone on with or, where something stays, tried once more. */
function undoChoice(state: SessionState): readonly Choice[] {
	const {undo, undoLeft = 0} = runShown(state) ?? {};

	if (undo === 'finished' && undoLeft === 0) {
		return [];
	}

	const detail =
		undo === undefined
			? 'take back what the run made; asked first'
			: undo === 'begun'
				? 'go on with what is left; asked first'
				: `${quantity(undoLeft, 'thing')} left: look once more`;
	return [{label: 'Undo', detail, action: {type: 'act-opened', kind: 'undo'}}];
}

/** What home knows of the run whose report is shown. */
function runShown({report, home}: SessionState): PastRun | undefined {
	return home.runs.find(({id}) => id === report.run);
}

/** The run of this session goes on at once, an earlier one by way of its destination. */
function resumeChoice(state: SessionState): readonly Choice[] {
	const {report, copy} = state;

	if (isRunning(copy)) {
		return [];
	}

	const label = 'Resume the stopped run';
	const run = runShown(state);

	if (runOf(copy) === report.run && run?.undo === undefined) {
		return report.finished?.summary.ending === 'finished'
			? []
			: [{label, action: {type: 'copy-resumed'}}];
	}

	return run?.isUnfinished === true
		? [{label, action: {type: 'run-resumed', run: run.id}}]
		: [];
}

export const nextScreen: Screen = {
	View: NextView,
	keys,
	title: () => 'What next',
	aside: ({report}) => (report.run === undefined ? '' : `run ${report.run}`),
};
