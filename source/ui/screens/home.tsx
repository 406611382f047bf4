import {Box} from 'ink';
import {neutralise} from '../../text/neutralise.ts';
import {quantity} from '../../migration/quantity.ts';
import {type ScreenKeys, bind, help, menuKeys} from '../bindings.ts';
import {Lines} from '../components/lines.tsx';
import {MenuList} from '../components/menu-list.tsx';
import {isRunning} from '../copy-state.ts';
import {type HomeChoice, type HomeState, homeChoices} from '../home-state.ts';
import {type Choice, type Menu} from '../menu.ts';
import {factLines} from '../present/facts.ts';
import {type Line, blank, firstLines, line, span} from '../present/line.ts';
import {outcomeText, pairText} from '../present/past-runs.ts';
import {signs} from '../present/signs.ts';
import {when} from '../present/when.ts';
import {wrap, wrapToFit} from '../present/wrap.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {type SessionState} from '../session-state.ts';
import {type Size} from '../size.ts';

const keys: ScreenKeys = (state) => [
	...menuKeys(state, menuOf(state)),
	bind('quit', 'quit', {type: 'quit-asked'}),
	help,
];

function HomeView({state, size}: ScreenProps) {
	const {columns, rows} = size;
	const menu = menuOf(state);
	const room = Math.max(rows - menu.choices.length - 1, 0);
	return (
		<Box flexDirection="column">
			<Lines
				lines={[
					...firstLines(newsLines(state, {columns, rows: room}), room),
					blank,
				]}
			/>
			{state.home.isRead && (
				<MenuList menu={menu} cursors={state.cursors} columns={columns} />
			)}
		</Box>
	);
}

/** What there is to know before choosing: notices, then the last run or, without one, what this is. */
function newsLines(
	{home, now}: SessionState,
	{columns, rows}: Size,
): readonly Line[] {
	const notices = home.notices.flatMap((notice) =>
		wrap(neutralise(notice), columns - 2).map((row, index) => [
			span(index === 0 ? `${signs.attention} ` : '  ', 'warning'),
			span(row),
		]),
	);
	const room = {columns, rows: Math.max(rows - notices.length, 0)};
	return [...notices, ...lastRunLines(home, new Date(now), room)];
}

function lastRunLines(
	{runs, isRead}: HomeState,
	now: Date,
	room: Size,
): readonly Line[] {
	const [run] = runs;

	if (!isRead) {
		return [];
	}

	if (run === undefined) {
		return wrapToFit(introductions, room).map((row) => line(row));
	}

	const {source, destination, startedAt, isUnfinished} = run;
	return factLines(
		[
			{
				label: 'Last run',
				text: `${when(startedAt, now)}   ${pairText(source, destination)}`,
				tone: 'strong',
			},
			{
				label: '',
				text: outcomeText(run),
				tone: isUnfinished ? 'warning' : undefined,
			},
		],
		room.columns,
	);
}

/** What this is, at length and in short. */
const introductions = [
	'Copies customers and their organizations from one Jira Service Management site to another. The source is only read, nothing is written before you say so, and nobody gets a mail.',
	'Copies customers and organizations from one Jira site to another. The source is only read, and nobody gets a mail.',
];

function menuOf(state: SessionState): Menu {
	const choices = homeChoices(state.home, isRunning(state.copy));
	return {
		list: 'home',
		choices: choices.map((choice) => ({
			...wordsFor(choice, state),
			action: {type: 'home-chosen', choice},
		})),
	};
}

function wordsFor(
	choice: HomeChoice,
	{home, copy}: SessionState,
): Pick<Choice, 'label' | 'detail'> {
	const {runs, last} = home;

	switch (choice) {
		case 'return': {
			const pair = pairText(copy.source, copy.destination);
			return {label: 'Back to the copy under way', detail: pair};
		}

		case 'resume': {
			const detail = `run ${runs[0]?.id ?? ''}`;
			return {label: 'Resume the stopped run', detail};
		}

		case 'again': {
			const pair = pairText(last.source ?? '', last.destination ?? '');
			const detail = `what is new since, ${pair}`;
			return {label: 'Copy again', detail};
		}

		case 'new': {
			return {label: 'New copy'};
		}

		case 'runs': {
			const detail = quantity(runs.length, 'run');
			return {label: 'Reports', detail};
		}

		case 'sites': {
			const detail =
				home.sites.length === 0
					? 'none is saved yet'
					: quantity(home.sites.length, 'site');
			return {label: 'Sites', detail};
		}

		case 'quit': {
			return {label: 'Quit'};
		}
	}
}

export const homeScreen: Screen = {
	View: HomeView,
	keys,
	title: () => 'jsm-ferry',
	aside: ({isPractice}) =>
		isPractice ? 'practice sites: nothing real is touched' : '',
};
