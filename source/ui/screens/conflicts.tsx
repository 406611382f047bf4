import {Box} from 'ink';
import {type PlannedOrganization} from '../../migration/plan.ts';
import {quantity} from '../../migration/quantity.ts';
import {neutralise} from '../../text/neutralise.ts';
import {Filter} from '../components/filter.tsx';
import {Lines} from '../components/lines.tsx';
import {ListHeading} from '../components/list-heading.tsx';
import {RowList} from '../components/row-list.tsx';
import {ToneText} from '../components/tone-text.tsx';
import {cursorOf} from '../cursors.ts';
import {isDecisionFileStage} from '../decision-file-state.ts';
import {fieldOf} from '../fields.ts';
import {windowAround} from '../list-cursor.ts';
import {
	answersText,
	conflictLine,
	settledText,
	spokenConflict,
} from '../present/conflict-list.ts';
import {line} from '../present/line.ts';
import {placeText} from '../present/place.ts';
import {wrap} from '../present/wrap.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {type SessionState} from '../session-state.ts';
import {
	allConflicts,
	openConflicts,
	plannedOrganization,
	shownConflicts,
	siteNames,
	typedText,
} from '../state-facts.ts';
import {ConflictAnswers} from './conflict-answers.tsx';
import {conflictsKeys} from './conflicts-keys.ts';
import {ConflictFile} from './conflict-file.tsx';
import {ConflictForAll} from './conflict-for-all.tsx';
import {conflictListColumns, conflictPaneSize} from './conflict-pane.ts';
import {ConflictSides} from './conflict-sides.tsx';

function ConflictsView(props: ScreenProps) {
	const {state, size} = props;
	const {columns, rows} = size;
	const isInList = state.conflicts.stage.type === 'list';

	const listColumns = conflictListColumns(columns);

	if (listColumns === undefined) {
		return isInList ? <List {...props} /> : <Pane {...props} />;
	}

	return (
		<Box>
			<Box width={listColumns} flexShrink={0}>
				<List {...props} size={{columns: listColumns, rows}} />
			</Box>
			<Box aria-hidden width={2} flexDirection="column" flexShrink={0}>
				{Array.from({length: rows}, (_, row) => (
					<ToneText key={row} tone="quiet">
						│
					</ToneText>
				))}
			</Box>
			<Pane {...props} size={conflictPaneSize(size)} />
		</Box>
	);
}

function List({state, size}: ScreenProps) {
	const shown = shownConflicts(state);
	const cursor = cursorOf(state.cursors, 'conflicts');
	const isFiltered =
		state.isFiltering || typedText(state, 'conflicts-filter') !== '';
	const rows = size.rows - 1 - Number(isFiltered);
	const items = [...shown, undefined];
	const {from, to} = windowAround(cursor, items.length, rows);
	const place = placeText(from, Math.min(to, shown.length), shown.length);
	return (
		<Box flexDirection="column" width={size.columns - 1}>
			<ListHeading>
				{to - from < items.length ? place : heading(shown)}
			</ListHeading>
			<Filter
				field={fieldOf(state.fields, 'conflicts-filter')}
				isActive={state.isFiltering}
				columns={size.columns - 1}
			/>
			<RowList<PlannedOrganization | undefined>
				items={items}
				toLine={(organization) =>
					organization === undefined
						? goOnLine(state)
						: conflictLine(organization, size.columns - 3)
				}
				toSpoken={(organization) =>
					organization === undefined
						? goOnLine(state).map(({text}) => text)
						: spokenConflict(organization)
				}
				cursor={cursor}
				rows={rows}
				isActive={state.conflicts.stage.type === 'list'}
			/>
		</Box>
	);
}

function heading(shown: readonly PlannedOrganization[]): string {
	return shown.length === 0 ? 'Nothing matches the filter' : 'Organizations';
}

function goOnLine(state: SessionState) {
	const open = openConflicts(state).length;
	return open === 0
		? line('All settled: go on', 'good')
		: line(`${open} still to settle`, 'quiet');
}

/** What belongs to the marked conflict, or to all that remain. */
function Pane(props: ScreenProps) {
	const {state} = props;
	const {stage} = state.conflicts;

	if (isDecisionFileStage(stage)) {
		return <ConflictFile {...props} stage={stage} />;
	}

	if (stage.type !== 'list' && !('organization' in stage)) {
		return <ConflictForAll {...props} stage={stage} />;
	}

	const id =
		stage.type === 'list'
			? shownConflicts(state)[cursorOf(state.cursors, 'conflicts')]?.id
			: stage.organization;
	const organization = plannedOrganization(state.plan, id ?? '');

	if (organization === undefined) {
		return <Settled {...props} />;
	}

	return stage.type === 'list' ? (
		<ConflictSides {...props} organization={organization} />
	) : (
		<ConflictAnswers {...props} stage={stage} organization={organization} />
	);
}

/** Behind the last conflict: what was answered so far. */
function Settled({state, size}: ScreenProps) {
	const all = allConflicts(state);
	const open = openConflicts(state).length;
	const answers = answersText(all);
	const text =
		open === 0
			? `All ${quantity(all.length, 'conflict')} settled: ${answers}. Each can still be decided anew.`
			: `${quantity(open, 'conflict')} still to settle${answers === '' ? '' : `, after ${answers}`}.`;
	return <Lines lines={wrap(text, size.columns).map((row) => line(row))} />;
}

export const conflictsScreen: Screen = {
	View: ConflictsView,
	keys: conflictsKeys,
	title(state) {
		const {source, destination} = siteNames(state);
		const {stage} = state.conflicts;
		const organization =
			'organization' in stage
				? plannedOrganization(state.plan, stage.organization)
				: undefined;
		return organization === undefined
			? `Conflicts › ${source} → ${destination}`
			: `Conflicts › ${neutralise(organization.name)}`;
	},
	aside: (state) => settledText(allConflicts(state)),
};
