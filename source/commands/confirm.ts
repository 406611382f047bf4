import {type Explanation} from '../migration/explain.ts';
import {CommandError} from './command-error.ts';
import {type Shell} from './shell.ts';

/** What is asked before something is written, mailed or taken back. */
export type Question = {
	/** Ends with a blank, since the answer is typed behind it. */
	readonly words: string;
	/** Whether an answer, without blanks at its ends, is a yes. */
	readonly isYes: (answer: string) => boolean;
	/** What is said where nobody is there to be asked. */
	readonly unasked: Explanation;
	/** What is said to any other answer. */
	readonly refused: Explanation;
};

/**
Asks, unless it was confirmed beforehand.

@throws CommandError where nobody can be asked, or the answer is no.
*/
export async function confirm(
	{words, isYes, unasked, refused}: Question,
	isConfirmed: boolean,
	shell: Pick<Shell, 'isTerminal' | 'ask'>,
): Promise<void> {
	if (isConfirmed) {
		return;
	}

	if (!shell.isTerminal) {
		throw new CommandError(unasked.problem, unasked.nextStep);
	}

	const answer = await shell.ask(words);

	if (!isYes(answer.trim())) {
		throw new CommandError(refused.problem, refused.nextStep);
	}
}

/** Of a question that ends with `(y/N)`. */
export function isYesWord(answer: string): boolean {
	return /^y(?:es)?$/iv.test(answer);
}
