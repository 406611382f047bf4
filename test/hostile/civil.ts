import process from 'node:process';
import {CommanderError} from 'commander';
import fc from 'fast-check';
import {expect} from 'vitest';
import {explainError} from '../../source/commands/explain-error.ts';
import {neutralise} from '../../source/text/neutralise.ts';

/** Inputs in all: a few in every test run, 10,000 with `npm run hostile`. */
export const inputs = Number(process.env['HOSTILE_INPUTS'] ?? 400);

/** The same seed gives the same inputs. */
export const seed = Number(process.env['HOSTILE_SEED'] ?? Date.now() % 2 ** 31);

/** Tries a part of all inputs, and gives up on one that takes too long. */
export async function tryHostile<Input>(
	share: number,
	input: fc.Arbitrary<Input>,
	attempt: (input: Input) => Promise<void> | void,
): Promise<void> {
	const numberRuns = Math.max(Math.ceil(inputs * share), 3);
	await fc.assert(
		fc.asyncProperty(input, async (one) => {
			await attempt(one);
		}),
		{numRuns: numberRuns, seed, timeout: 20_000, endOnFailure: true},
	);
}

/** Nothing that steers a terminal; line ends separate the lines of a text. */
export function expectCalm(text: string): void {
	expect(text).not.toMatch(/[^\P{Control}\n]/v);
	expect(text).not.toMatch(/[\u{202A}-\u{202E}\u{2066}-\u{2069}]/v);
}

/** An error that was foreseen: it has words, a next step and an exit code that is not the one of a bug. */
export function expectCivil(error: unknown): void {
	if (error instanceof CommanderError) {
		return;
	}

	const explained = explainError(error);

	if (explained === undefined) {
		throw error;
	}

	const {problem, nextStep, exitCode} = explained;
	expect([2, 3, 4, 5, 6, 7, 130]).toContain(exitCode);
	expect(problem).not.toBe('');
	expect(nextStep).not.toBe('');
	expectCalm(neutralise(problem));
	expectCalm(neutralise(nextStep));
}
