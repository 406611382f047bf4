import {explainReasons} from '../../migration/explain-reasons.ts';
import {
	type AccountStatus,
	type AccountType,
	type Reason,
} from '../../migration/model.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type Fact} from './facts.ts';

/** `portal-only`, `Atlassian account, inactive`. */
export function accountText(type: AccountType, status?: AccountStatus): string {
	const kind = {
		'portal-only': 'portal-only',
		atlassian: 'Atlassian account',
		app: 'app',
		unknown: 'unknown kind of account',
	}[type];
	return status === undefined || status === 'active'
		? kind
		: `${kind}, ${status}`;
}

/** Why someone is chosen, with the first example met. */
export function reasonsText(reasons: readonly Reason[]): string {
	return reasons.length === 0
		? 'every customer was chosen'
		: neutralise(explainReasons(reasons));
}

/** The email on the source, where the mapping changed it. */
export function sourceEmailFacts(email: string | undefined): readonly Fact[] {
	return email === undefined
		? []
		: [{label: 'email before', text: neutralise(email)}];
}
