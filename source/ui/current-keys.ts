import {type Binding} from './bindings.ts';
import {helpKeys} from './screens/help.tsx';
import {quitKeys} from './screens/quit.tsx';
import {screens} from './screens/screens.ts';
import {type SessionState} from './session-state.ts';
import {type Size} from './size.ts';
import {routeOf} from './state-facts.ts';

/** The keys of the moment: those of what lies over the screen, else those of the screen. Size is that of the body. */
export function currentKeys(
	state: SessionState,
	size: Size,
): readonly Binding[] {
	const beneath = screenKeys(state, size);

	switch (state.overlay) {
		case undefined: {
			return beneath;
		}

		case 'help': {
			return helpKeys(state, size, beneath);
		}

		case 'quit': {
			return quitKeys(state);
		}
	}
}

/** The keys of the screen itself. */
export function screenKeys(
	state: SessionState,
	size: Size,
): readonly Binding[] {
	return screens[routeOf(state)].keys(state, size);
}
