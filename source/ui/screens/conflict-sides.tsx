import {Box} from 'ink';
import {type PlannedOrganization} from '../../migration/plan.ts';
import {neutralise} from '../../text/neutralise.ts';
import {Lines} from '../components/lines.tsx';
import {
	collisionText,
	projectsText,
	sideNames,
	sidesLines,
	sidesText,
} from '../present/conflict-sides.ts';
import {askedAgainText, decidedText} from '../present/decisions.ts';
import {factLines} from '../present/facts.ts';
import {sharedFacts} from '../present/shared-requests.ts';
import {type Line, blank, line} from '../present/line.ts';
import {wrap} from '../present/wrap.ts';
import {type ScreenProps} from '../screen.ts';
import {type Size} from '../size.ts';
import {type SessionState} from '../session-state.ts';
import {sharedWith} from '../shared-state.ts';
import {siteNames} from '../state-facts.ts';

type ConflictSidesProps = ScreenProps & {
	readonly organization: PlannedOrganization;
};

/** Both sides of a conflict next to each other, and what was decided on it. */
export function ConflictSides({state, organization, size}: ConflictSidesProps) {
	const decided = decidedText(organization);
	return (
		<Box flexDirection="column">
			<Lines
				lines={conflictLines(organization, state, {
					columns: size.columns,
					rows: size.rows - 2,
				})}
			/>
			<Lines lines={[blank, line(decided.text, decided.tone)]} />
		</Box>
	);
}

/** Few columns or rows leave room for the numbers only. */
const roomyRows = 8;
const roomyColumns = 44;

/** Name, reason, and both sides, in at most so many rows. */
export function conflictLines(
	organization: PlannedOrganization,
	state: SessionState,
	{columns, rows}: Size,
): readonly Line[] {
	const sites = siteNames(state);
	const {name, conflict} = organization;
	const askedAgain = askedAgainText(organization, sites.destination);
	const title = [
		line(neutralise(name), 'strong'),
		...(askedAgain === undefined
			? []
			: wrap(askedAgain, columns).map((row) => line(row, 'warning'))),
	];

	if (conflict === undefined) {
		return title.slice(0, rows);
	}

	const names = sideNames(conflict, name, sites);

	if (rows < roomyRows || columns < roomyColumns) {
		return [
			...title,
			...wrap(sidesText(conflict.customers, names), columns).map((row) =>
				line(row),
			),
		].slice(0, rows);
	}

	const why = wrap(collisionText(conflict, sites), columns);
	const facts = factLines(
		[
			{label: 'projects', text: projectsText(conflict.projects, names)},
			...sharedFacts(conflict, sharedWith(state, conflict.other.id)),
		],
		columns,
	);
	const around = title.length + why.length + facts.length + 2;
	return [
		...title,
		...why.map((row) => line(row, 'quiet')),
		blank,
		...sidesLines(conflict.customers, names, {
			columns,
			rows: Math.max(rows - around, 2),
		}),
		blank,
		...facts,
	].slice(0, rows);
}
