import {Box} from 'ink';
import {type PlannedOrganization} from '../../migration/plan.ts';
import {neutralise} from '../../text/neutralise.ts';
import {Explained} from '../components/explained.tsx';
import {Field} from '../components/field.tsx';
import {Lines} from '../components/lines.tsx';
import {MenuList} from '../components/menu-list.tsx';
import {RowList} from '../components/row-list.tsx';
import {Waiting} from '../components/waiting.tsx';
import {type ConflictStage} from '../conflicts-state.ts';
import {cursorOf} from '../cursors.ts';
import {planWith} from '../deciding.ts';
import {fieldOf} from '../fields.ts';
import {windowAround} from '../list-cursor.ts';
import {mapText} from '../present/decisions.ts';
import {blank, line, span} from '../present/line.ts';
import {placeText} from '../present/place.ts';
import {wrap} from '../present/wrap.ts';
import {preparedOf} from '../scan-state.ts';
import {type ScreenProps} from '../screen.ts';
import {type SessionState} from '../session-state.ts';
import {sharedWith} from '../shared-state.ts';
import {plannedOrganization, siteNames} from '../state-facts.ts';
import {mapMenu} from './conflict-menus.ts';
import {targetsOf} from './conflict-targets.ts';

type ConflictMapProps = ScreenProps & {
	readonly stage: Extract<
		ConflictStage,
		{readonly type: 'mapping' | 'reading' | 'map-ready'}
	>;
	readonly organization: PlannedOrganization;
};

/** Mapping onto another organization: searching it, reading its members, and saying who will see what. */
export function ConflictMap(props: ConflictMapProps) {
	const {stage} = props;

	switch (stage.type) {
		case 'mapping': {
			return <Targets {...props} explanation={stage.explanation} />;
		}

		case 'reading': {
			return <Waiting>Reading its members…</Waiting>;
		}

		case 'map-ready': {
			return <Consequence {...props} target={stage.target} />;
		}
	}
}

function Targets({
	state,
	organization,
	size,
	explanation,
}: ConflictMapProps & {
	readonly explanation?: Extract<
		ConflictStage,
		{readonly type: 'mapping'}
	>['explanation'];
}) {
	const {columns} = size;
	const targets = targetsOf(state);
	const cursor = cursorOf(state.cursors, 'targets');
	const rows = size.rows - (explanation === undefined ? 3 : 6);
	const {from, to} = windowAround(cursor, targets.length, rows);
	return (
		<Box flexDirection="column">
			<Lines
				lines={[
					line(
						`${neutralise(organization.name)} becomes which one of ${siteNames(state).destination}?`,
						'strong',
					),
				]}
			/>
			<Field
				label="search"
				labelColumns={7}
				field={fieldOf(state.fields, 'target')}
				isActive={state.overlay === undefined}
				columns={columns}
			/>
			{explanation !== undefined && (
				<Explained explanation={explanation} columns={columns} />
			)}
			<Lines
				lines={[
					line(
						targets.length === 0
							? 'No organization has this in its name.'
							: placeText(from, to, targets.length),
						'quiet',
					),
				]}
			/>
			<RowList
				items={targets}
				toLine={({name, managed}) => [
					span(neutralise(name)),
					span(managed ? '  managed by an identity provider' : '', 'quiet'),
				]}
				toSpoken={({name, managed}) => [
					neutralise(name),
					managed ? 'managed by an identity provider' : '',
				]}
				cursor={cursor}
				rows={rows}
			/>
		</Box>
	);
}

function Consequence({
	state,
	organization,
	target,
	size,
}: Omit<ConflictMapProps, 'stage'> & {readonly target: string}) {
	const {columns} = size;
	const {id} = organization;
	return (
		<Box flexDirection="column">
			<Lines
				lines={[
					line(neutralise(organization.name), 'strong'),
					...wrap(consequenceOf(id, target, state), columns).map((row) =>
						line(row),
					),
					blank,
				]}
			/>
			<MenuList
				menu={mapMenu(id, target)}
				cursors={state.cursors}
				columns={columns}
			/>
		</Box>
	);
}

/** Who will see what, taken from the plan as it would be. */
function consequenceOf(
	organization: string,
	target: string,
	state: SessionState,
): string {
	const prepared = preparedOf(state.scan);
	const details = prepared?.destination.details.find(({id}) => id === target);

	if (prepared === undefined || details === undefined) {
		return 'This organization is gone from the destination.';
	}

	const plan = planWith(
		prepared,
		{
			...state.conflicts.decisions,
			[organization]: {type: 'map', destinationId: target},
		},
		state.choices,
	);
	return mapText(
		plannedOrganization(plan, organization),
		details,
		siteNames(state),
		sharedWith(state, target),
	);
}
