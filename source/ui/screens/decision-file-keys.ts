import {
	type Binding,
	back,
	bind,
	help,
	menuKeys,
	scrollIn,
} from '../bindings.ts';
import {type DecisionFileStage} from '../decision-file-state.ts';
import {type SessionState} from '../session-state.ts';
import {type Size} from '../size.ts';
import {wrongLines} from './conflict-file.tsx';
import {conflictPaneSize} from './conflict-pane.ts';
import {decisionFileMenu} from './decision-file-menu.ts';

export function decisionFileKeys(
	state: SessionState,
	stage: DecisionFileStage,
	size: Size,
): readonly Binding[] {
	switch (stage.type) {
		case 'file': {
			return stage.file === undefined
				? [back, help]
				: [...menuKeys(state, decisionFileMenu(stage.file)), back, help];
		}

		case 'file-wrong': {
			const {columns, rows} = conflictPaneSize(size);
			return [
				bind('choose', 'correct them', {type: 'went-back'}),
				...scrollIn(state, 'wrong-lines', {
					lines: wrongLines(stage.wrong, columns).length,
					rows,
				}),
				back,
				help,
			];
		}

		case 'file-failed': {
			return [bind('choose', 'go on', {type: 'went-back'}), back, help];
		}

		case 'file-writing':
		case 'file-editing':
		case 'file-reading': {
			return [back, help];
		}
	}
}
