import {Box} from 'ink';
import {longestName} from '../../migration/names.ts';
import {type PlannedOrganization} from '../../migration/plan.ts';
import {neutralise} from '../../text/neutralise.ts';
import {Field} from '../components/field.tsx';
import {Lines} from '../components/lines.tsx';
import {problemOfName} from '../deciding.ts';
import {fieldOf} from '../fields.ts';
import {nameText} from '../present/decisions.ts';
import {blank, line, span} from '../present/line.ts';
import {signs} from '../present/signs.ts';
import {wrap} from '../present/wrap.ts';
import {preparedOf} from '../scan-state.ts';
import {type ScreenProps} from '../screen.ts';
import {siteNames, typedText} from '../state-facts.ts';

type ConflictRenameProps = ScreenProps & {
	readonly organization: PlannedOrganization;
};

/** A new name, checked with every letter against both sites and the other answers. */
export function ConflictRename({
	state,
	organization,
	size,
}: ConflictRenameProps) {
	const {columns} = size;
	const {source, destination} = siteNames(state);
	const prepared = preparedOf(state.scan);
	const name = typedText(state, 'new-name').trim();
	const problem =
		prepared === undefined || state.plan === undefined
			? 'blank'
			: problemOfName(prepared, state.plan, organization.id, name);
	const [sign, tone] =
		problem === undefined
			? ([signs.done, 'good'] as const)
			: ([signs.failed, 'bad'] as const);
	return (
		<Box flexDirection="column">
			<Lines
				lines={[
					line(neutralise(organization.name), 'strong'),
					...wrap(
						`Its name on ${destination}. On ${source} it stays as it is.`,
						columns,
					).map((row) => line(row, 'quiet')),
					blank,
				]}
			/>
			<Field
				field={fieldOf(state.fields, 'new-name')}
				isActive={state.overlay === undefined}
				columns={columns}
			/>
			<Lines
				lines={[
					[
						span(`  ${sign} `, tone),
						span(nameText(problem, name.length)),
						span(
							name.length > longestName - 20 && problem !== 'too-long'
								? `, ${name.length} of ${longestName} characters`
								: '',
							'quiet',
						),
					],
				]}
			/>
		</Box>
	);
}
