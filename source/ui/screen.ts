import {type ComponentType} from 'react';
import {type ScreenKeys} from './bindings.ts';
import {type SessionState} from './session-state.ts';
import {type Size} from './size.ts';

export type ScreenProps = {
	readonly state: SessionState;
	/** Of the screen's body. */
	readonly size: Size;
};

/** One screen of the journey: what it shows, its keys and its title. */
export type Screen = {
	readonly View: ComponentType<ScreenProps>;
	readonly keys: ScreenKeys;
	readonly title: (state: SessionState) => string;
	/** At the right of the title. */
	readonly aside?: (state: SessionState) => string;
};
