import {Box} from 'ink';
import {type DecisionType} from '../../migration/choices.ts';
import {type PlannedOrganization} from '../../migration/plan.ts';
import {neutralise} from '../../text/neutralise.ts';
import {Lines} from '../components/lines.tsx';
import {MenuList} from '../components/menu-list.tsx';
import {type ConflictStage} from '../conflicts-state.ts';
import {type DecisionFileStage} from '../decision-file-state.ts';
import {cursorOf} from '../cursors.ts';
import {answersTo, proposeName} from '../deciding.ts';
import {mergeText} from '../present/decisions.ts';
import {blank, line} from '../present/line.ts';
import {wrap} from '../present/wrap.ts';
import {preparedOf} from '../scan-state.ts';
import {type ScreenProps} from '../screen.ts';
import {type SessionState} from '../session-state.ts';
import {sharedWith} from '../shared-state.ts';
import {siteNames} from '../state-facts.ts';
import {ConflictMap} from './conflict-map.tsx';
import {decisionMenu} from './conflict-menus.ts';
import {ConflictRename} from './conflict-rename.tsx';
import {conflictLines} from './conflict-sides.tsx';

type ConflictAnswersProps = ScreenProps & {
	readonly stage: Exclude<
		ConflictStage,
		| DecisionFileStage
		| {readonly type: 'list' | 'answering-all' | 'renaming-all' | 'merging-all'}
	>;
	readonly organization: PlannedOrganization;
};

/** Deciding one conflict: what each answer would do, and what it still needs to know. */
export function ConflictAnswers(props: ConflictAnswersProps) {
	const {stage} = props;

	switch (stage.type) {
		case 'deciding': {
			return <Answers {...props} />;
		}

		case 'renaming': {
			return <ConflictRename {...props} />;
		}

		case 'mapping':
		case 'reading':
		case 'map-ready': {
			return <ConflictMap {...props} stage={stage} />;
		}
	}
}

function Answers({
	state,
	organization,
	size,
}: Omit<ConflictAnswersProps, 'stage'>) {
	const {columns, rows} = size;
	const answers = answersTo(organization);
	const meanings = answers.map((answer) =>
		wrap(meaningOf(answer, organization, state), columns - 2),
	);
	// What an answer means is never cut, and the menu does not jump from one to the next.
	const meaningRows = Math.max(...meanings.map(({length}) => length));
	const room = rows - answers.length - meaningRows;
	const marked = meanings[cursorOf(state.cursors, 'decision')] ?? [];
	return (
		<Box flexDirection="column">
			<Lines
				lines={conflictLines(organization, state, {
					columns,
					rows: Math.max(room > 3 ? room - 1 : room, 0),
				})}
			/>
			{room > 3 && <Lines lines={[blank]} />}
			<MenuList
				menu={decisionMenu(organization, state)}
				cursors={state.cursors}
				columns={columns}
			/>
			<Lines lines={marked.map((row) => line(`  ${row}`, 'quiet'))} />
		</Box>
	);
}

/** What an answer would do, before it is given. */
function meaningOf(
	answer: DecisionType,
	organization: PlannedOrganization,
	state: SessionState,
): string {
	const {conflict} = organization;
	const sites = siteNames(state);

	switch (answer) {
		case 'rename': {
			return `Creates “${neutralise(proposalFor(organization, state))}” or what you type. Nobody sees more than before.`;
		}

		case 'merge': {
			return conflict === undefined
				? ''
				: mergeText(conflict, sites, sharedWith(state, conflict.other.id));
		}

		case 'map': {
			return `Its customers join an organization of ${sites.destination} that you choose; who will see what is shown first.`;
		}

		case 'skip': {
			return 'It is not copied, and no membership of it. Its customers are copied all the same.';
		}
	}
}

function proposalFor(
	organization: PlannedOrganization,
	{scan, plan, choices}: SessionState,
): string {
	const prepared = preparedOf(scan);
	return prepared === undefined || plan === undefined
		? organization.name
		: proposeName(prepared, plan, organization, choices.renameAs);
}
