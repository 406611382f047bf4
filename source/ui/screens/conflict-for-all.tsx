import {Box} from 'ink';
import {quantity} from '../../migration/quantity.ts';
import {Field} from '../components/field.tsx';
import {Lines} from '../components/lines.tsx';
import {MenuList} from '../components/menu-list.tsx';
import {RowList} from '../components/row-list.tsx';
import {Tabs} from '../components/tabs.tsx';
import {type Among, type ConflictStage} from '../conflicts-state.ts';
import {cursorOf} from '../cursors.ts';
import {nameAll} from '../deciding.ts';
import {fieldOf} from '../fields.ts';
import {windowAround} from '../list-cursor.ts';
import {mergeAllText} from '../present/decisions.ts';
import {blank, line, span} from '../present/line.ts';
import {
	changesText,
	patternedLine,
	spokenName,
} from '../present/patterned-names.ts';
import {placeText} from '../present/place.ts';
import {wrap} from '../present/wrap.ts';
import {preparedOf} from '../scan-state.ts';
import {type ScreenProps} from '../screen.ts';
import {remainingConflicts, siteNames, typedText} from '../state-facts.ts';
import {amongTabs} from './conflict-among.ts';
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
			return <AnswerForAll {...props} among={props.stage.among} />;
		}

		case 'renaming-all': {
			return <RenameAll {...props} among={props.stage.among} />;
		}

		case 'merging-all': {
			return <MergeAll {...props} among={props.stage.among} />;
		}
	}
}

type AmongProps = ScreenProps & {readonly among: Among | undefined};

function AnswerForAll({state, size, among}: AmongProps) {
	const {columns} = size;
	const open = remainingConflicts(state, among);
	const tabs = amongTabs(state);
	return (
		<Box flexDirection="column">
			{tabs.length > 1 && (
				<Tabs
					tabs={tabs.map(({label}) => label)}
					current={tabs.findIndex((tab) => tab.among === among)}
					columns={columns}
				/>
			)}
			<Lines
				lines={[
					...wrap(
						`One answer for the ${quantity(open.length, 'conflict')} that ${open.length === 1 ? 'remains' : 'remain'}${whichText(among)}. It can be taken back, and each can be decided anew.`,
						columns,
					).map((row) => line(row)),
					blank,
				]}
			/>
			<MenuList
				menu={remainingMenu(state, among)}
				cursors={state.cursors}
				columns={columns}
			/>
		</Box>
	);
}

/** Which of those that remain, where not all are meant. */
function whichText(among: Among | undefined): string {
	switch (among) {
		case undefined: {
			return '';
		}

		case 'certain': {
			return ' and have the very same name there';
		}

		case 'possible': {
			return ' and are alike but for case, blanks or Unicode form';
		}
	}
}

function RenameAll({state, size, among}: AmongProps) {
	const {columns} = size;
	const prepared = preparedOf(state.scan);
	const names =
		prepared === undefined || state.plan === undefined
			? []
			: nameAll(
					prepared,
					state.plan,
					remainingConflicts(state, among),
					typedText(state, 'pattern'),
				);
	const cursor = cursorOf(state.cursors, 'renames');
	const rows = size.rows - 4;
	const summary = changesText(names);
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
					[
						span(placeText(from, to, names.length, 'They become'), 'quiet'),
						span(summary === '' ? '' : `  ${summary}`, 'warning'),
					],
				]}
			/>
			<RowList
				items={names}
				toLine={(one) => patternedLine(one, columns - 2)}
				toSpoken={spokenName}
				cursor={cursor}
				rows={rows}
			/>
		</Box>
	);
}

function MergeAll({state, size, among}: AmongProps) {
	const {columns} = size;
	const open = remainingConflicts(state, among);
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
				menu={mergeAllMenu(state, among)}
				cursors={state.cursors}
				columns={columns}
			/>
		</Box>
	);
}
