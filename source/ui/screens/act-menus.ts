import {neutralise} from '../../text/neutralise.ts';
import {type InvitePart} from '../act-state.ts';
import {type Menu} from '../menu.ts';
import {confirmationOf} from '../act-words.ts';
import {type PreparedAct} from '../services.ts';
import {type SessionState} from '../session-state.ts';
import {typedText} from '../state-facts.ts';

/** No comes first, so that an Enter too many starts nothing. */
export function answerMenu(act: PreparedAct): Menu {
	return {
		list: 'act-answer',
		choices: [
			{label: 'No, go back', action: {type: 'went-back'}},
			{label: confirmationOf(act).yes, action: {type: 'act-confirmed'}},
		],
	};
}

/** Among whom to choose: everyone first, then what matches what is typed. */
export function inviteMenu(
	state: SessionState,
	act: Extract<PreparedAct, {readonly kind: 'invite'}>,
	part: InvitePart,
): Menu {
	const wanted = typedText(state, 'act-choice').trim().toLowerCase();
	const {[part]: _, ...others} = act.choice;
	const everyone =
		wanted === ''
			? [
					{
						label: everyoneBy[part],
						action: {type: 'act-repeated', choice: others} as const,
					},
				]
			: [];
	return {
		list: 'act-choice',
		choices: [
			...everyone,
			...act.options[part]
				.filter((name) => name.toLowerCase().includes(wanted))
				.map((name) => ({
					label: neutralise(name),
					action: {
						type: 'act-repeated',
						choice: {...others, [part]: name},
					} as const,
				})),
		],
	};
}

const everyoneBy: Readonly<Record<InvitePart, string>> = {
	toProject: 'Each to one of his own service projects',
	organization: 'Whatever their organization',
	domain: 'Whatever their email domain',
};
