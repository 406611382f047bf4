import {Box} from 'ink';
import {neutralise} from '../../text/neutralise.ts';
import {Filter} from '../components/filter.tsx';
import {Lines} from '../components/lines.tsx';
import {RowList} from '../components/row-list.tsx';
import {ToneText} from '../components/tone-text.tsx';
import {cursorOf} from '../cursors.ts';
import {fieldOf} from '../fields.ts';
import {windowAround} from '../list-cursor.ts';
import {layOut, rowText} from '../present/columns.ts';
import {type Joined} from '../present/counterparts.ts';
import {fit} from '../present/fit.ts';
import {line, span} from '../present/line.ts';
import {placeText} from '../present/place.ts';
import {
	consequence,
	projectCells,
	projectColumns,
} from '../present/projects.ts';
import {wrap} from '../present/wrap.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {shownProjects, siteNames, typedText} from '../state-facts.ts';
import {counterparts, projectsKeys} from './projects-keys.ts';

function ProjectsView(props: ScreenProps) {
	return props.state.projects.joining === undefined ? (
		<Projects {...props} />
	) : (
		<Counterparts {...props} />
	);
}

/** Heading, filter, a blank row and what follows from the marked project. */
const rowsAround = 4;

function Projects({state, size}: ScreenProps) {
	const {columns} = size;
	const {source, destination} = siteNames(state);
	const shown = shownProjects(state);
	const cursor = cursorOf(state.cursors, 'projects');
	const isFiltered =
		state.isFiltering || typedText(state, 'projects-filter') !== '';
	const rows = size.rows - rowsAround - Number(isFiltered);
	const {from, to} = windowAround(cursor, shown.length, rows);
	const cellsOf = (joined: Joined) =>
		projectCells(joined, state.projects.ticked.includes(joined.from.key));
	const widths = layOut(
		projectColumns,
		columns - 2,
		shown.slice(from, to).map((joined) => cellsOf(joined)),
	);
	const marked = shown[cursor];
	return (
		<Box flexDirection="column">
			<ToneText>
				{`Copy from which service projects of ${source}?   ${placeText(from, to, shown.length)}`}
			</ToneText>
			<Filter
				field={fieldOf(state.fields, 'projects-filter')}
				isActive={state.isFiltering}
				columns={columns}
			/>
			<RowList
				items={shown}
				toLine={(joined) => [
					span(
						rowText(cellsOf(joined), projectColumns, widths),
						joined.to === undefined ? 'warning' : undefined,
					),
				]}
				toSpoken={cellsOf}
				cursor={cursor}
				rows={rows}
			/>
			<Lines
				lines={
					marked === undefined
						? [line('No service project matches the filter.')]
						: [
								line(' '),
								...wrap(consequence(marked, destination), columns).map((row) =>
									line(row, 'quiet'),
								),
							]
				}
			/>
		</Box>
	);
}

function Counterparts({state, size}: ScreenProps) {
	const {joining = ''} = state.projects;
	const all = counterparts(state);
	const cursor = cursorOf(state.cursors, 'counterparts');
	const rows = size.rows - 1;
	const {from, to} = windowAround(cursor, all.length, rows);
	return (
		<Box flexDirection="column">
			<ToneText>
				{`Counterpart of ${neutralise(joining)} on ${siteNames(state).destination}   ${placeText(from, to, all.length)}`}
			</ToneText>
			<RowList
				items={all}
				toLine={({key, name}) => [
					span(fit(neutralise(key), 12)),
					span(neutralise(name)),
				]}
				toSpoken={({key, name}) => [neutralise(key), neutralise(name)]}
				cursor={cursor}
				rows={rows}
			/>
		</Box>
	);
}

export const projectsScreen: Screen = {
	View: ProjectsView,
	keys: projectsKeys,
	title(state) {
		const {source, destination} = siteNames(state);
		return `Service projects › ${source} → ${destination}`;
	},
};
