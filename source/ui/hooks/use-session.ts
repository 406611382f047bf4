import {useSyncExternalStore} from 'react';
import {type Session} from '../session.ts';
import {type SessionState} from '../session-state.ts';

/** The state of the session; the component is drawn anew when it changes. */
export function useSession({subscribe, getSnapshot}: Session): SessionState {
	return useSyncExternalStore(subscribe, getSnapshot);
}
