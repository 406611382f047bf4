import {neutralise} from '../../text/neutralise.ts';
import {type DecisionFile} from '../services.ts';
import {type Menu} from '../menu.ts';

/** Writing the file, editing it, and reading it back. */
export function decisionFileMenu({changedAt, editor}: DecisionFile): Menu {
	const isWritten = changedAt !== undefined;
	return {
		list: 'decision-file',
		choices: [
			{
				label: 'Write',
				detail: isWritten
					? 'it anew; edits there are lost'
					: 'it, with the answers so far',
				action: {
					type: 'conflict-stage-entered',
					stage: {type: 'file-writing'},
				},
			},
			{
				label: 'Edit',
				detail:
					editor === undefined
						? 'it in a spreadsheet'
						: `it in ${neutralise(editor)}`,
				action:
					editor === undefined
						? {
								type: 'noticed',
								notice: 'Neither VISUAL nor EDITOR names an editor.',
							}
						: {
								type: 'conflict-stage-entered',
								stage: {type: 'file-editing', isWritten},
							},
			},
			{
				label: 'Read back',
				detail: 'and take its answers over',
				action: isWritten
					? {type: 'conflict-stage-entered', stage: {type: 'file-reading'}}
					: {type: 'noticed', notice: 'Write the file first.'},
			},
		],
	};
}
