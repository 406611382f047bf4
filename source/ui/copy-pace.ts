import {type CopyPace} from './services.ts';

/** Before anything is known, and after everything has been set back. */
export const fullPace: CopyPace = {share: 1, isPaused: false, inFlight: 0};
