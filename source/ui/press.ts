import {type Action} from './actions.ts';
import {type Binding} from './bindings.ts';
import {fieldOf} from './fields.ts';
import {typingIn} from './focus.ts';
import {type KeyPress} from './key-press.ts';
import {type KeyId, keyEntry} from './keys.ts';
import {type SessionState} from './session-state.ts';
import {type Size} from './size.ts';
import {editField, pasteInto} from './text-field.ts';

/**
What a key means on the screen as it is. Letters go to the text field, if there is one, before they mean anything else.

@returns Undefined where it means nothing.
*/
export function actionFor(
	state: SessionState,
	press: KeyPress,
	bindings: readonly Binding[],
	size: Size,
): Action | undefined {
	if (isKey('stop', press)) {
		return {type: 'interrupted'};
	}

	return isKey('privacy', press)
		? {type: 'privacy-switched'}
		: (typed(state, press) ?? bound(press, bindings, size));
}

function isKey(key: KeyId, {name}: KeyPress): boolean {
	return keyEntry(key).names.includes(name);
}

/** What pasted text means: it goes to the text field as one line, and nowhere else. */
export function actionForPaste(
	state: SessionState,
	text: string,
): Action | undefined {
	const field = typingIn(state);
	return field === undefined
		? undefined
		: {
				type: 'typed',
				field,
				value: pasteInto(fieldOf(state.fields, field), text),
			};
}

function typed(state: SessionState, press: KeyPress): Action | undefined {
	const field = typingIn(state);

	if (field === undefined) {
		return undefined;
	}

	const value = editField(fieldOf(state.fields, field), press);
	return value && {type: 'typed', field, value};
}

function bound(
	press: KeyPress,
	bindings: readonly Binding[],
	size: Size,
): Action | undefined {
	const binding = bindings.find(({key}) => isKey(key, press));
	return binding?.refusal === undefined
		? binding?.act?.(press, size)
		: {type: 'key-refused', reason: binding.refusal};
}
