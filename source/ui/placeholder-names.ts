import {findPlaceholders} from '../migration/activity/placeholders.ts';
import {isEmail} from '../migration/match.ts';
import {preparedOf} from './scan-state.ts';
import {type SessionState} from './session-state.ts';
import {scanKey, siteNames} from './state-facts.ts';

/** Ids and emails of accounts as they were typed, each once; between them are commas or blanks. */
export function readPlaceholders(typed: string): readonly string[] {
	return [...new Set(typed.split(/[\s,;]+/v).filter((name) => name !== ''))];
}

/** What is wrong with the accounts that were named. Whether they are there is known once the destination was read; until then the scan tells. */
export function placeholderProblem(
	state: SessionState,
	names: readonly string[],
): string | undefined {
	const odd = names.find((name) => !isEmail(name) && !isAccountId(name));

	if (odd !== undefined) {
		return `“${odd}” is neither an email nor the id of an account.`;
	}

	const prepared =
		state.scan.key === scanKey(state) ? preparedOf(state.scan) : undefined;
	const [unknown] =
		prepared === undefined
			? []
			: findPlaceholders(names, prepared.destination.accounts).unknown;
	return unknown === undefined
		? undefined
		: `${siteNames(state).destination} has no account “${unknown}”, or several.`;
}

/** Jira documents no more of them than that they have up to 128 characters. */
function isAccountId(name: string): boolean {
	return /^[\w\-.:]{1,128}$/v.test(name);
}
