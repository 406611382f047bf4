import {type Binding, back, bind, bindUnless, refuse} from '../bindings.ts';
import {cursorOf} from '../cursors.ts';
import {
	type EmailEdit,
	chosenFor,
	cleaned,
	emailProblem,
} from '../email-edits.ts';
import {planTabs} from '../present/plan-tables.ts';
import {type SessionState} from '../session-state.ts';
import {typedText} from '../state-facts.ts';

/** The keys while an email or a domain is typed. */
export function emailEditKeys(
	state: SessionState,
	edit: EmailEdit,
): readonly Binding[] {
	const text = cleaned(edit, typedText(state, 'changed-email'));
	return [
		bindUnless(emailProblem(edit, text), 'choose', 'change', {
			type: 'email-edited',
		}),
		{key: 'edit', label: 'clear'},
		{...back, label: 'leave it'},
	];
}

/** The keys that change what the marked row of the plan is about; none on tabs without emails. */
export function changeEmailKeys(state: SessionState): readonly Binding[] {
	const {tab, rows, opened} = state.tables.plan;
	const name = planTabs[tab];

	if (name !== 'customers' && name !== 'domains') {
		return [];
	}

	const row = opened ?? rows?.at(cursorOf(state.cursors, 'plan'));
	const {about} = row ?? {};

	if (about === undefined) {
		const why =
			row === undefined
				? 'There is no row to change.'
				: 'This customer was copied before; nothing is done about him any more.';
		return [refuse('changeEmail', 'change email', why)];
	}

	const edit: EmailEdit =
		name === 'domains'
			? {type: 'domain', domain: about}
			: {type: 'email', account: about};
	return [
		bind('changeEmail', name === 'domains' ? 'change domain' : 'change email', {
			type: 'email-edit-begun',
			edit,
		}),
		bindUnless(
			chosenFor(state.choices, edit) === undefined
				? name === 'domains'
					? 'This domain was not changed.'
					: 'The email of this customer was not changed by itself.'
				: undefined,
			'restoreEmail',
			'take back',
			{type: 'email-taken-back', edit},
		),
	];
}
