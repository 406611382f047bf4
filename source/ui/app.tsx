import {useApp} from 'ink';
import {useEffect, useMemo} from 'react';
import {type Binding} from './bindings.ts';
import {Frame} from './components/frame.tsx';
import {TooSmall} from './components/too-small.tsx';
import {currentKeys, screenKeys} from './current-keys.ts';
import {useKeyPresses} from './hooks/use-key-presses.ts';
import {useScreenSize} from './hooks/use-screen-size.ts';
import {useSession} from './hooks/use-session.ts';
import {actionFor, actionForPaste} from './press.ts';
import {Help} from './screens/help.tsx';
import {Quit} from './screens/quit.tsx';
import {screens} from './screens/screens.ts';
import {type Session} from './session.ts';
import {type SessionState} from './session-state.ts';
import {type Size, bodySize, smallest} from './size.ts';
import {routeOf} from './state-facts.ts';
import {type SuspendTerminal} from './terminal-loan.ts';
import {type Theme, themeContext} from './theme.ts';

type AppProps = {
	readonly session: Session;
	readonly theme: Theme;
	/** Told how to hand the terminal over. */
	readonly onTerminal?: (suspend: SuspendTerminal) => void;
};

/** The app: the screen of the moment in its frame, and one listener for all keys. */
export function App({session, theme, onTerminal}: AppProps) {
	const {suspendTerminal} = useApp();
	const state = useSession(session);
	const size = useScreenSize();
	const bindings = currentKeys(state, bodySize(size));
	const isTooSmall =
		size.columns < smallest.columns || size.rows < smallest.rows;

	const {isPrivate} = state;
	// The same one as long as it says the same: what asks for it is drawn anew with another.
	const shownTheme = useMemo(() => ({...theme, isPrivate}), [theme, isPrivate]);

	useEffect(() => {
		onTerminal?.(suspendTerminal);
	}, [onTerminal, suspendTerminal]);

	return (
		<themeContext.Provider value={shownTheme}>
			<KeyListener session={session} size={bodySize(size)} />
			{isTooSmall ? (
				<TooSmall size={size} />
			) : (
				<CurrentScreen state={state} bindings={bindings} size={size} />
			)}
		</themeContext.Provider>
	);
}

type KeyListenerProps = Pick<AppProps, 'session'> & {readonly size: Size};

/**
Hears all keys, whatever is on screen. Each is judged by the state as it is when the key arrives, which may be ahead of the frame on screen: so keys typed ahead reach the screen they were meant for.
*/
function KeyListener({session, size}: KeyListenerProps) {
	const dispatch = (action: ReturnType<typeof actionFor>) => {
		if (action !== undefined) {
			session.dispatch(action);
		}
	};

	useKeyPresses({
		onPress(press) {
			const state = session.getSnapshot();
			dispatch(actionFor(state, press, currentKeys(state, size), size));
		},
		onPaste(text) {
			dispatch(actionForPaste(session.getSnapshot(), text));
		},
	});
	return null;
}

type CurrentScreenProps = {
	readonly state: SessionState;
	readonly bindings: readonly Binding[];
	readonly size: Size;
};

function CurrentScreen({state, bindings, size}: CurrentScreenProps) {
	const {View, title, aside} = screens[routeOf(state)];
	const body = bodySize(size);
	const props = {state, size: body};
	return (
		<Frame
			title={`${state.isPrivate ? '[private] ' : ''}${titleOver(state) ?? title(state)}`}
			aside={aside?.(state)}
			notice={state.notice ?? standingRefusal(state, bindings)}
			bindings={bindings}
			size={size}
		>
			{state.overlay === undefined && <View {...props} />}
			{state.overlay === 'help' && (
				<Help
					state={state}
					size={body}
					bindings={screenKeys({...state, overlay: undefined}, body)}
				/>
			)}
			{state.overlay === 'quit' && <Quit {...props} />}
		</Frame>
	);
}

/** What stood against the last key, unless it has passed meanwhile. */
function standingRefusal(
	{refusal}: SessionState,
	bindings: readonly Binding[],
): string | undefined {
	return bindings.some((binding) => binding.refusal === refusal)
		? refusal
		: undefined;
}

function titleOver({overlay}: SessionState): string | undefined {
	switch (overlay) {
		case undefined: {
			return undefined;
		}

		case 'help': {
			return 'Keys of this screen';
		}

		case 'quit': {
			return 'Quit?';
		}
	}
}
