import {
	type EmailEdit,
	type EmailEditAction,
	chosenFor,
	choose,
	cleaned,
} from './email-edits.ts';
import {openTab} from './opening-tables.ts';
import {type SessionState} from './session-state.ts';
import {replan} from './settling.ts';
import {typedText} from './state-facts.ts';
import {fieldWith} from './text-field.ts';

/** Changes emails and domains while the plan is on screen; it is planned anew at once. */
export function reduceEmailEdits(
	state: SessionState,
	action: EmailEditAction,
): SessionState {
	switch (action.type) {
		case 'email-edit-begun': {
			const {edit} = action;
			const typed = chosenFor(state.choices, edit) ?? '';
			const fields = {...state.fields, 'changed-email': fieldWith(typed)};
			return {...state, fields, emailEdit: edit};
		}

		case 'email-edited': {
			const {emailEdit} = state;
			return emailEdit === undefined
				? state
				: change(
						state,
						emailEdit,
						cleaned(emailEdit, typedText(state, 'changed-email')),
					);
		}

		case 'email-taken-back': {
			return change(state, action.edit, undefined);
		}
	}
}

/** The same row stays marked. */
function change(
	state: SessionState,
	edit: EmailEdit,
	chosen: string | undefined,
): SessionState {
	const choices = {...state.choices, ...choose(state.choices, edit, chosen)};
	const planned = replan({...state, choices, emailEdit: undefined});
	const {tab} = state.tables.plan;
	const {plan: cursor = 0} = state.cursors;
	const opened = openTab(planned, 'plan', tab);
	const last = (opened.tables.plan.rows?.count ?? 1) - 1;
	return {
		...opened,
		cursors: {
			...opened.cursors,
			plan: Math.max(Math.min(cursor, last), 0),
		},
	};
}
