import {type Key, useInput, usePaste} from 'ink';
import {type KeyPress} from '../key-press.ts';

type Listeners = {
	readonly onPress: (press: KeyPress) => void;
	/** Text pasted in one piece; no key of it means anything. */
	readonly onPaste: (text: string) => void;
};

/** Hears every key and paste for as long as the app runs. */
export function useKeyPresses({onPress, onPaste}: Listeners): void {
	useInput((input, key) => {
		onPress(toKeyPress(input, key));
	});
	usePaste(onPaste);
}

const namedKeys: ReadonlyArray<readonly [keyof Key, string]> = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'escape'],
	['backspace', 'backspace'],
	['delete', 'delete'],
];

/** A key of Ink's by the name the key table knows it by. */
export function toKeyPress(input: string, key: Key): KeyPress {
	const named = namedKeys.find(([property]) => key[property] === true);

	if (named !== undefined) {
		return {name: named[1]};
	}

	if (key.tab) {
		return {name: key.shift ? 'shift+tab' : 'tab'};
	}

	if (key.ctrl || key.meta) {
		return {name: `${key.ctrl ? 'ctrl' : 'alt'}+${input}`};
	}

	// A line feed is what some terminals send for Enter.
	if (input === '\n') {
		return {name: 'enter'};
	}

	return /^\p{Control}*$/v.test(input)
		? {name: input}
		: {name: input, text: input};
}
