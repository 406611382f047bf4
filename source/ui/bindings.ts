import {type Action} from './actions.ts';
import {type ListId, cursorOf} from './cursors.ts';
import {type KeyPress} from './key-press.ts';
import {type KeyId} from './keys.ts';
import {moveCursor} from './list-cursor.ts';
import {type Menu} from './menu.ts';
import {type SessionState} from './session-state.ts';
import {type Size} from './size.ts';

/** What a key does on the screen as it is now. */
export type Binding = {
	readonly key: KeyId;
	/** A word or two for the footer. */
	readonly label: string;
	/** Missing where the key is refused, and where it is only to be known, such as Ctrl-C. */
	readonly act?: (press: KeyPress, size: Size) => Action | undefined;
	/** Why it can't be used now. */
	readonly refusal?: string;
};

/** The keys of a screen, the most useful first. Size is that of the screen's body. */
export type ScreenKeys = (
	state: SessionState,
	size: Size,
) => readonly Binding[];

/** A key that does one thing. */
export function bind(key: KeyId, label: string, action: Action): Binding {
	return {key, label, act: () => action};
}

/** A key that would do something, but not now. */
export function refuse(key: KeyId, label: string, refusal: string): Binding {
	return {key, label, refusal};
}

/** A key that can be used unless there is a reason against it. */
export function bindUnless(
	refusal: string | undefined,
	key: KeyId,
	label: string,
	action: Action,
): Binding {
	return refusal === undefined
		? bind(key, label, action)
		: refuse(key, label, refusal);
}

/** Keys of a menu: moving its mark and choosing what is marked. */
export function menuKeys(
	state: SessionState,
	{list, choices}: Menu,
): readonly Binding[] {
	const marked = choices[cursorOf(state.cursors, list)] ?? choices.at(-1);
	return [
		moveIn(state, list, choices.length),
		...(marked === undefined ? [] : [bind('choose', 'choose', marked.action)]),
	];
}

export const back = bind('back', 'back', {type: 'went-back'});

export const help = bind('help', 'keys', {
	type: 'overlay-opened',
	overlay: 'help',
});

/** Keys that move the cursor of a list. */
export function moveIn(
	{cursors}: SessionState,
	list: ListId,
	count: number,
): Binding {
	return {
		key: 'move',
		label: 'move',
		act({name}, {rows}) {
			const page = Math.max(rows - 2, 1);
			const to = moveCursor(cursorOf(cursors, list), name, {count, page});
			return to === undefined ? undefined : {type: 'list-moved', list, to};
		},
	};
}

/** Keys that scroll through text; none where all of it is on screen. */
export function scrollIn(
	state: SessionState,
	list: ListId,
	{lines, rows}: {readonly lines: number; readonly rows: number},
): readonly Binding[] {
	return lines <= rows
		? []
		: [{...moveIn(state, list, lines - rows + 1), label: 'scroll'}];
}
