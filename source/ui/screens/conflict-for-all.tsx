import {Box} from 'ink';
import {longestName} from '../../migration/names.ts';
import {quantity} from '../../migration/quantity.ts';
import {neutralise} from '../../text/neutralise.ts';
import {Field} from '../components/field.tsx';
import {Lines} from '../components/lines.tsx';
import {MenuList} from '../components/menu-list.tsx';
import {RowList} from '../components/row-list.tsx';
import {type ConflictStage} from '../conflicts-state.ts';
import {cursorOf} from '../cursors.ts';
import {nameAll} from '../deciding.ts';
import {fieldOf} from '../fields.ts';
import {windowAround} from '../list-cursor.ts';
import {mergeAllText} from '../present/decisions.ts';
import {blank, line, span} from '../present/line.ts';
import {placeText} from '../present/place.ts';
import {wrap} from '../present/wrap.ts';
import {preparedOf} from '../scan-state.ts';
import {type ScreenProps} from '../screen.ts';
import {openConflicts, siteNames, typedText} from '../state-facts.ts';
import {mergeAllMenu, remainingMenu} from './conflict-menus.ts';

type ConflictForAllProps = ScreenProps & {
	readonly stage: Extract<
		ConflictStage,
		{readonly type: 'answering-all' | 'renaming-all' | 'merging-all'}
	>;
};

/** One answer for all conflicts that remain. */
export function ConflictForAll(props: ConflictForAllProps) {
	switch (props.stage.type) {
		case 'answering-all': {
			return <AnswerForAll {...props} />;
		}

		case 'renaming-all': {
			return <RenameAll {...props} />;
		}

		case 'merging-all': {
			return <MergeAll {...props} />;
		}
	}
}

function AnswerForAll({state, size}: ScreenProps) {
	const {columns} = size;
	const open = openConflicts(state);
	return (
		<Box flexDirection="column">
			<Lines
				lines={[
					...wrap(
						`One answer for the ${quantity(open.length, 'conflict')} that ${open.length === 1 ? 'remains' : 'remain'}. It can be taken back, and each can be decided anew.`,
						columns,
					).map((row) => line(row)),
					blank,
				]}
			/>
			<MenuList
				menu={remainingMenu(state)}
				cursors={state.cursors}
				columns={columns}
			/>
		</Box>
	);
}

function RenameAll({state, size}: ScreenProps) {
	const {columns} = size;
	const prepared = preparedOf(state.scan);
	const names =
		prepared === undefined || state.plan === undefined
			? []
			: nameAll(
					prepared,
					state.plan,
					openConflicts(state),
					typedText(state, 'pattern'),
				);
	const cursor = cursorOf(state.cursors, 'renames');
	const rows = size.rows - 4;
	const {from, to} = windowAround(cursor, names.length, rows);
	return (
		<Box flexDirection="column">
			<Lines lines={[line('New names from {name} and {site}', 'strong')]} />
			<Field
				field={fieldOf(state.fields, 'pattern')}
				isActive={state.overlay === undefined}
				columns={columns}
			/>
			<Lines
				lines={[
					blank,
					line(placeText(from, to, names.length, 'They become'), 'quiet'),
				]}
			/>
			<RowList
				items={names}
				toLine={({name, isChanged}) => [
					span(neutralise(name)),
					span(isChanged ? `  ${changeOf(name)}` : '', 'warning'),
				]}
				cursor={cursor}
				rows={rows}
			/>
		</Box>
	);
}

/** Why a name is not just what the pattern says. */
function changeOf(name: string): string {
	return name.length >= longestName - 8
		? `shortened to ${name.length} characters`
		: 'numbered, since the name is taken';
}

function MergeAll({state, size}: ScreenProps) {
	const {columns} = size;
	const open = openConflicts(state);
	return (
		<Box flexDirection="column">
			<Lines
				lines={[
					line(`Merge ${quantity(open.length, 'organization')}?`, 'strong'),
					...wrap(mergeAllText(open, siteNames(state)), columns).map((row) =>
						line(row),
					),
					blank,
				]}
			/>
			<MenuList
				menu={mergeAllMenu(state)}
				cursors={state.cursors}
				columns={columns}
			/>
		</Box>
	);
}
