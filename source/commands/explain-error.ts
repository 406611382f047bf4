import {type Explanation} from '../migration/explain.ts';
import {
	PreparationError,
	type PreparationProblem,
} from '../migration/preparation-error.ts';
import {SiteError, type SiteErrorFacts} from '../migration/site-error.ts';
import {PracticeOptionsError} from '../practice/practice-options-error.ts';
import {StoreError, type StoreErrorFacts} from '../store/store-error.ts';
import {CommandError, type ExitCode, exitCodes} from './command-error.ts';

/** An error in words, and the exit code it means. */
export type ExplainedError = Explanation & {readonly exitCode: ExitCode};

/**
Puts any error into one clear sentence and a next step. The destination's address tells whose refusal it was.

@returns Undefined for what nobody foresaw: a bug.
*/
export function explainError(
	error: unknown,
	destinationUrl?: string,
): ExplainedError | undefined {
	if (error instanceof CommandError) {
		const {message, nextStep, exitCode} = error;
		return {problem: message, nextStep, exitCode};
	}

	if (error instanceof PracticeOptionsError) {
		return badInput(error.message, 'See jsm-ferry practice --help.');
	}

	if (error instanceof PreparationError) {
		return explainPreparation(error.problem);
	}

	if (error instanceof StoreError) {
		return explainStore(error.facts);
	}

	if (error instanceof SiteError) {
		const {facts} = error;
		const exitCode =
			facts.site === destinationUrl
				? exitCodes.destinationRefused
				: exitCodes.sourceRefused;
		return facts.code === 'stopped'
			? {
					problem: 'Stopped; nothing was written.',
					nextStep: 'Start the command again whenever you like.',
					exitCode: exitCodes.stopped,
				}
			: {...explainSite(facts), exitCode};
	}

	if (isGoneFile(error)) {
		return {
			problem: 'jsm-ferry was updated or removed while it ran.',
			nextStep: 'Start it again; a run that was under way can be resumed.',
			exitCode: exitCodes.bug,
		};
	}

	return undefined;
}

/** Parts of the program are loaded when they are first needed; by then an update may have taken them away. */
function isGoneFile(error: unknown): boolean {
	return (
		error instanceof Error &&
		'code' in error &&
		error.code === 'ERR_MODULE_NOT_FOUND'
	);
}

/** The same error, with its words and exit code fixed. A bug stays what it is. */
export function toCommandError(
	error: unknown,
	destinationUrl: string,
): unknown {
	const explained = explainError(error, destinationUrl);
	return explained === undefined
		? error
		: new CommandError(
				explained.problem,
				explained.nextStep,
				explained.exitCode,
			);
}

function badInput(problem: string, nextStep: string): ExplainedError {
	return {problem, nextStep, exitCode: exitCodes.badInput};
}

function explainPreparation(problem: PreparationProblem): ExplainedError {
	switch (problem.code) {
		case 'same-site': {
			return badInput(
				`Source and destination are the same site, ${problem.site}.`,
				'Choose two different sites.',
			);
		}

		case 'no-service-projects': {
			return badInput(
				`${problem.site} shows this login no service project.`,
				'Use the token of an agent of the service projects to copy from.',
			);
		}

		case 'unknown-placeholder': {
			return badInput(
				`${problem.site} has no account ${JSON.stringify(problem.placeholder)}, or several.`,
				'Name the placeholder by the id of its account on the destination.',
			);
		}

		case 'unknown-projects': {
			return badInput(
				`${problem.site} has no service project ${problem.keys.join(', ')}.`,
				`It has ${problem.known.join(', ')}.`,
			);
		}

		case 'no-customers': {
			return badInput(
				problem.scope === 'all'
					? 'The source has no customers.'
					: `No customer of the source is related to ${problem.projects.join(', ')}.`,
				problem.scope === 'all'
					? 'Check that it is the right site and that the login may browse users.'
					: 'Choose other service projects, or all customers with --customers all.',
			);
		}

		case 'cannot-create-customers': {
			return {
				problem: `The login may not create customers on ${problem.site}: that takes a Jira administrator.`,
				nextStep:
					'Use the token of a Jira administrator, or have the right granted.',
				exitCode: exitCodes.destinationRefused,
			};
		}
	}
}

function explainStore(facts: StoreErrorFacts): ExplainedError {
	switch (facts.code) {
		case 'locked': {
			const {pid, host, since, terminal} = facts.holder;
			const where = terminal === undefined ? '' : ` on ${terminal}`;
			return {
				problem: `Another run of this pair is under way: process ${pid} of ${host}${where}, since ${since}.`,
				nextStep: 'Wait for it, or stop it with Ctrl-C there.',
				exitCode: exitCodes.underWay,
			};
		}

		case 'settings-newer':
		case 'ledger-newer': {
			return badInput(
				`${facts.path} was written by a newer jsm-ferry (version ${facts.version} of the file; this one knows ${facts.known}).`,
				'Update jsm-ferry, or set JSM_FERRY_HOME to another folder.',
			);
		}

		case 'home-not-writable':
		case 'not-writable': {
			return badInput(
				`${facts.path} can’t be written.`,
				'Make it writable, or set JSM_FERRY_HOME to another folder.',
			);
		}

		case 'disk-full': {
			return badInput(
				`There is no space left for ${facts.path}.`,
				'Make room and try again; what was done so far is kept.',
			);
		}

		case 'ledger-busy': {
			return badInput(
				`Another process keeps ${facts.path} to itself.`,
				'Try again when it is done.',
			);
		}

		case 'settings-damaged':
		case 'ledger-damaged':
		case 'unusable': {
			return badInput(
				`${facts.path} can’t be used${facts.reason === undefined ? '' : ` (${facts.reason})`}.`,
				'Move it away and try again.',
			);
		}
	}
}

function explainSite(facts: SiteErrorFacts): Explanation {
	const {code, site, detail} = facts;
	const said = detail === undefined ? '' : ` It said: ${detail}`;

	switch (code) {
		case 'unreachable': {
			return {
				problem: `${site} gives no answer${detail === undefined ? '' : ` (${detail})`}.`,
				nextStep: 'Check the address and the network.',
			};
		}

		case 'not-jira': {
			return {
				problem: `${site} is not a Jira Cloud site: something else answers there.`,
				nextStep:
					'Check the address; it looks like https://name.atlassian.net.',
			};
		}

		case 'unauthorized': {
			return {
				problem: `${site} refused the login.${said}`,
				nextStep:
					'Check email and API token; tokens are made at https://id.atlassian.com/manage-profile/security/api-tokens.',
			};
		}

		case 'forbidden': {
			return {
				problem: `The login lacks a permission on ${site} for ${facts.operation}.${said}`,
				nextStep:
					'Use the token of a Jira administrator with an agent licence.',
			};
		}

		case 'throttled': {
			return {
				problem: `${site} asks to wait longer than an hour.`,
				nextStep: 'Try again later; what was done so far is kept.',
			};
		}

		case 'not-found':
		case 'refused':
		case 'broken':
		case 'stopped': {
			return {
				problem: `${site} could not do ${facts.operation}${facts.status === undefined ? '' : ` (${facts.status})`}.${said}`,
				nextStep: `Try again; if it stays so, ask Atlassian${facts.requestId === undefined ? '' : ` about request ${facts.requestId}`}.`,
			};
		}
	}
}
