import {type Clock} from '../migration/ports.ts';
import {type Tokens} from '../store/tokens.ts';
import {type Scrubber} from '../text/scrub.ts';

/** The process as commands see it, so that only one file has to know the real one. */
export type Shell = {
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Standard output. With `--json`, nothing but JSON goes there. */
	readonly out: (text: string) => void;
	/** Standard error, for people. */
	readonly err: (text: string) => void;
	/** Whether a person sits at both ends, to read and to answer. */
	readonly isTerminal: boolean;
	/** Asks a question in one line and returns the answer. */
	readonly ask: (question: string) => Promise<string>;
	/** The same, without showing what is typed. */
	readonly askSecret: (question: string) => Promise<string>;
	/** All of standard input, for what must not stand in the arguments. */
	readonly input: () => Promise<string>;
	/** Opens the keychain; undefined where there is none. */
	readonly tokens: () => Promise<Tokens | undefined>;
	/** Knows every token the process has met; both outputs go through it, and so do logs and reports. */
	readonly scrubber: Scrubber;
	readonly clock: Clock;
	/** Between 0 and 1. */
	readonly random: () => number;
	/** Aborted by the first Ctrl-C or SIGTERM. */
	readonly signal: AbortSignal;
	readonly pid: number;
	readonly host: string;
	/** Such as `/dev/pts/3`, where it is known. */
	readonly terminal?: string;
};
