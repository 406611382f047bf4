import {Box} from 'ink';
import {type Binding, back, menuKeys} from '../bindings.ts';
import {Lines} from '../components/lines.tsx';
import {MenuList} from '../components/menu-list.tsx';
import {isRunning} from '../copy-state.ts';
import {type Menu} from '../menu.ts';
import {blank, line} from '../present/line.ts';
import {wrap} from '../present/wrap.ts';
import {type ScreenProps} from '../screen.ts';
import {type SessionState} from '../session-state.ts';

/** Asked before leaving breaks work off. */
export function Quit({state, size}: ScreenProps) {
	const text = isRunning(state.copy)
		? 'A copy is under way. Quitting stops it after what is in flight; a resume goes on later.'
		: 'Both sites are still being read. Nothing was written so far.';
	return (
		<Box flexDirection="column">
			<Lines
				lines={[...wrap(text, size.columns).map((row) => line(row)), blank]}
			/>
			<MenuList
				menu={quitMenu(state)}
				cursors={state.cursors}
				columns={size.columns}
			/>
		</Box>
	);
}

export function quitKeys(state: SessionState): readonly Binding[] {
	const stay = {type: 'overlay-left'} as const;
	return [
		...menuKeys(state, quitMenu(state)),
		{...back, label: 'stay', act: () => stay},
	];
}

function quitMenu(state: SessionState): Menu {
	return {
		list: 'quit',
		choices: [
			{label: 'Stay', action: {type: 'overlay-left'}},
			{
				label: isRunning(state.copy) ? 'Stop the copy and quit' : 'Quit',
				action: {type: 'quit-confirmed'},
			},
		],
	};
}
