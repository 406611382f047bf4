import {type Shell} from '../../source/commands/shell.ts';
import {type TokenOwner, type Tokens} from '../../source/store/tokens.ts';
import {createScrubber} from '../../source/text/scrub.ts';
import {createEngineClock} from './engine-clock.ts';

/** A process in memory: what was said and asked in it, and a keychain if it has one. */
export type MemoryShell = Shell & {
	readonly said: () => {readonly out: string; readonly err: string};
};

type Manner = {
	readonly environment: Shell['environment'];
	/** Answers to what is asked, in their order; a person sits there if there are any. */
	readonly answers?: readonly string[];
	readonly input?: string;
	readonly tokens?: Tokens;
};

/** Lets commands run inside a test, where a keychain can be had without touching that of whoever runs the tests. */
export function createMemoryShell({
	environment,
	answers = [],
	input = '',
	tokens,
}: Manner): MemoryShell {
	const said = {out: '', err: ''};
	const left = [...answers];
	const ask = async (question: string) => {
		said.err += `${question}\n`;
		const answer = left.shift();

		if (answer === undefined) {
			throw new Error(`Nobody answers: ${question}`);
		}

		return answer;
	};

	return {
		environment,
		said: () => ({...said}),
		out(text) {
			said.out += text;
		},
		err(text) {
			said.err += text;
		},
		isTerminal: answers.length > 0,
		ask,
		askSecret: ask,
		input: async () => input,
		tokens: async () => tokens,
		scrubber: createScrubber(),
		clock: createEngineClock(),
		random: () => 0.5,
		signal: new AbortController().signal,
		pid: 1,
		host: 'test',
	};
}

/** A keychain that forgets when the test is over. Locked, it takes and gives nothing. */
export function createMemoryTokens(
	state: 'open' | 'locked' = 'open',
): Tokens & {readonly kept: ReadonlyMap<string, string>} {
	const kept = new Map<string, string>();
	const isOpen = state === 'open';
	const nameOf = ({url, email}: TokenOwner) => `${email} ${url}`;
	return {
		kept,
		find: async (owner) => (isOpen ? kept.get(nameOf(owner)) : undefined),
		async keep(owner, token) {
			if (isOpen) {
				kept.set(nameOf(owner), token);
			}

			return isOpen;
		},
		async forget(owner) {
			if (isOpen) {
				kept.delete(nameOf(owner));
			}

			return isOpen;
		},
	};
}
