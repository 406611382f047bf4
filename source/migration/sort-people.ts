import {type Choices} from './choices.ts';
import {
	type Account,
	type Customer,
	type RelatedAccount,
	type SourceSnapshot,
} from './model.ts';
import {type Relations} from './relations.ts';

/**
Sorts accounts into customers and those who are none: agents, apps and former users (R1 to R3). The latter are listed where they were met among customers; in the scope *all*, every former user is.
*/
export function sortPeople(
	accounts: Iterable<Account>,
	agents: ReadonlySet<string>,
	relations: Relations,
	scope: Choices['customers'],
): Pick<SourceSnapshot, 'customers' | 'leftOut'> {
	const customers: Customer[] = [];
	const leftOut = {
		agents: [] as RelatedAccount[],
		apps: [] as RelatedAccount[],
		deleted: [] as RelatedAccount[],
	};

	for (const account of accounts) {
		const isRelated = relations.has(account.id);
		const kind = kindOf(account, agents);

		if (kind === 'customers') {
			if (isRelated || scope === 'all') {
				customers.push(withReasons(account, relations));
			}
		} else if (isRelated || (kind === 'deleted' && scope === 'all')) {
			leftOut[kind].push(withReasons(account, relations));
		}
	}

	return {customers, leftOut};
}

function withReasons(account: Account, relations: Relations): RelatedAccount {
	const id = relations.idOf(account.id);
	return {...account, id, reasons: relations.reasons(id)};
}

function kindOf(
	{id, type, status}: Account,
	agents: ReadonlySet<string>,
): 'customers' | 'agents' | 'apps' | 'deleted' {
	if (type === 'app') {
		return 'apps';
	}

	if (status === 'deleted') {
		return 'deleted';
	}

	return agents.has(id) ? 'agents' : 'customers';
}
