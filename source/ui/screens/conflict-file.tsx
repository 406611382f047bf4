import {Box} from 'ink';
import {quantity} from '../../migration/quantity.ts';
import {neutralise} from '../../text/neutralise.ts';
import {Explained} from '../components/explained.tsx';
import {Lines} from '../components/lines.tsx';
import {MenuList} from '../components/menu-list.tsx';
import {Scroll} from '../components/scroll.tsx';
import {Waiting} from '../components/waiting.tsx';
import {cursorOf} from '../cursors.ts';
import {type DecisionFileStage} from '../decision-file-state.ts';
import {factLines} from '../present/facts.ts';
import {type Line, blank, line} from '../present/line.ts';
import {when} from '../present/when.ts';
import {wrap} from '../present/wrap.ts';
import {type ScreenProps} from '../screen.ts';
import {type DecisionFile, type DecisionFileReading} from '../services.ts';
import {decisionFileMenu} from './decision-file-menu.ts';

type ConflictFileProps = ScreenProps & {readonly stage: DecisionFileStage};

/** The conflicts as a table, for an editor or a spreadsheet. */
export function ConflictFile({stage, state, size}: ConflictFileProps) {
	switch (stage.type) {
		case 'file': {
			return stage.file === undefined ? (
				<Waiting>Looking for the file…</Waiting>
			) : (
				<FileMenu state={state} size={size} file={stage.file} />
			);
		}

		case 'file-writing': {
			return <Waiting>Writing the file…</Waiting>;
		}

		case 'file-editing': {
			return <Waiting>The editor is open…</Waiting>;
		}

		case 'file-reading': {
			return <Waiting>Reading the file…</Waiting>;
		}

		case 'file-wrong': {
			return (
				<Scroll
					lines={wrongLines(stage.wrong, size.columns)}
					rows={size.rows}
					offset={cursorOf(state.cursors, 'wrong-lines')}
				/>
			);
		}

		case 'file-failed': {
			return (
				<Explained explanation={stage.explanation} columns={size.columns} />
			);
		}
	}
}

/** All wrong lines of a file; long ones are wrapped. */
export function wrongLines(
	wrong: DecisionFileReading['wrong'],
	columns: number,
): readonly Line[] {
	const verb = wrong.length === 1 ? 'is' : 'are';
	return [
		...wrap(
			`Nothing was taken over: ${quantity(wrong.length, 'line')} ${verb} wrong.`,
			columns,
		).map((row) => line(row, 'strong')),
		blank,
		...factLines(
			wrong.map(({line: number, problem}) => ({
				label: `line ${number}`,
				text: `${neutralise(problem)}.`,
			})),
			columns,
		),
	];
}

function FileMenu({
	file,
	state,
	size,
}: ScreenProps & {readonly file: DecisionFile}) {
	const {columns} = size;
	const menu = decisionFileMenu(file);
	const room = Math.max(size.rows - menu.choices.length, 0);
	return (
		<Box flexDirection="column">
			<Lines
				lines={fileLines(file, new Date(state.now), columns).slice(0, room)}
			/>
			<MenuList menu={menu} cursors={state.cursors} columns={columns} />
		</Box>
	);
}

function fileLines(
	{place, changedAt}: DecisionFile,
	now: Date,
	columns: number,
): readonly Line[] {
	const written =
		changedAt === undefined
			? 'not there yet'
			: `changed ${when(changedAt, now)}`;
	return [
		line('All conflicts as a table', 'strong'),
		...wrap(neutralise(place), columns).map((row) => line(row)),
		line(written, 'quiet'),
		...wrap(
			'Each row is answered in its column “decision”: rename (and new_name), merge, map (and destination_id) or skip. Left empty, it stays as it is.',
			columns,
		).map((row) => line(row, 'quiet')),
		blank,
	];
}
