import {Box} from 'ink';
import {neutralise} from '../../text/neutralise.ts';
import {Explained} from '../components/explained.tsx';
import {Lines} from '../components/lines.tsx';
import {MenuList} from '../components/menu-list.tsx';
import {ToneText} from '../components/tone-text.tsx';
import {Waiting} from '../components/waiting.tsx';
import {type Menu} from '../menu.ts';
import {line, span} from '../present/line.ts';
import {signs} from '../present/signs.ts';
import {wrap} from '../present/wrap.ts';
import {type Exporting} from '../report-state.ts';
import {type ScreenProps} from '../screen.ts';

type ExportProps = ScreenProps & {readonly exporting: Exporting};

/** Writing the report to files, from the choice of a format to where it went. */
export function Export({exporting, state, size}: ExportProps) {
	const {columns} = size;

	switch (exporting.type) {
		case 'choosing': {
			return (
				<Box flexDirection="column">
					<ToneText>Write the report as</ToneText>
					<ToneText> </ToneText>
					<MenuList
						menu={exportMenu}
						cursors={state.cursors}
						columns={columns}
					/>
				</Box>
			);
		}

		case 'writing': {
			return <Waiting>Writing the report…</Waiting>;
		}

		case 'written': {
			return (
				<Lines
					lines={[
						[span(`${signs.done} `, 'good'), span('Written to')],
						...wrap(neutralise(exporting.place), columns - 2).map((row) =>
							line(`  ${row}`, 'strong'),
						),
					]}
				/>
			);
		}

		case 'failed': {
			return (
				<Explained explanation={exporting.explanation} columns={columns} />
			);
		}
	}
}

export const exportMenu: Menu = {
	list: 'export',
	choices: [
		{
			label: 'CSV',
			detail: 'tables for a spreadsheet',
			action: {type: 'export-asked', format: 'csv'},
		},
		{
			label: 'HTML',
			detail: 'one page for colleagues',
			action: {type: 'export-asked', format: 'html'},
		},
		{
			label: 'Markdown',
			detail: 'for a wiki or a ticket',
			action: {type: 'export-asked', format: 'md'},
		},
		{
			label: 'JSON',
			detail: 'for programs',
			action: {type: 'export-asked', format: 'json'},
		},
	],
};
