import {type Choices} from './choices.ts';
import {mapEmails} from './email-mapping.ts';
import {type Firsts, firstsOf} from './firsts.ts';
import {
	type AccountIndex,
	type Match,
	comparableEmail,
	matchAccount,
} from './match.ts';
import {type Memory} from './memory.ts';
import {type Account, type Customer} from './model.ts';
import {
	type CustomerFate,
	type CustomerProblem,
	type PlannedCustomer,
} from './plan.ts';
import {TextMap} from './text-map.ts';

type Setting = {
	readonly destination: AccountIndex;
	readonly memory: Memory;
	readonly choices: Choices;
	readonly canRevoke: boolean;
};

/** What becomes of a customer, before twins are joined. */
type Verdict = {
	readonly fate: CustomerFate;
	readonly account?: Account;
	/** The comparable email that an account is created under. */
	readonly creates?: string;
	readonly revoke?: true;
	readonly problem?: CustomerProblem;
};

/** Gives each customer its fate (R4 to R6, R13). Order and number are those of the snapshot. */
export function planCustomers(
	customers: readonly Customer[],
	setting: Setting,
): readonly PlannedCustomer[] {
	const emailOf = mapEmails(setting.choices);
	const createdEmails: Array<string | undefined> = [];
	const accounts: Array<Account | undefined> = [];
	const planned = customers.map((customer) => {
		const email = emailOf(customer);
		const verdict = judge(customer, email, setting);
		createdEmails.push(verdict.creates);
		accounts.push(verdict.account);
		return describe(customer, email, verdict);
	});
	// Afterwards, since the collector would follow whatever a large map takes in of what is new.
	const creators = firstsOf(
		planned,
		createdEmails,
		isBetterCreator,
		new TextMap<PlannedCustomer>(),
	);
	// Accounts themselves, since a map finds them far sooner than the texts of their ids.
	const owners = firstsOf(planned, accounts, isOwner, new Map());
	replaceEach(planned, (customer) => joinTwin(customer, creators));
	replaceEach(planned, (customer) => markShared(customer, owners));
	return planned;
}

/** In place, since hardly any of a million is replaced. */
function replaceEach(
	customers: PlannedCustomer[],
	replace: (customer: PlannedCustomer) => PlannedCustomer,
): void {
	for (let index = 0; index < customers.length; index++) {
		customers[index] = replace(customers[index]!);
	}
}

/** An active twin is created, since an inactive one would be revoked. */
function isBetterCreator(
	customer: PlannedCustomer,
	earlier: PlannedCustomer,
): boolean {
	return customer.status === 'active' && earlier.status !== 'active';
}

/** An account belongs first of all to whoever was copied to it before, else to the first who is linked to it. */
function isOwner({fate}: PlannedCustomer): boolean {
	return fate === 'unchanged';
}

/** Two people may have come to one email by a mapping, so whoever is linked to the account of another is shown. */
function markShared(
	customer: PlannedCustomer,
	owners: Firsts<Account>,
): PlannedCustomer {
	const {fate, sameAs, problem} = customer;
	const isShared = sameAs !== undefined || owners.seconds.has(customer);
	return fate === 'link' && problem === undefined && isShared
		? {...customer, problem: 'shares-email'}
		: customer;
}

function judge(
	customer: Customer,
	email: string | undefined,
	setting: Setting,
): Verdict {
	const remembered = setting.destination.byId.get(
		setting.memory.customers.get(customer.id) ?? '',
	);

	if (remembered !== undefined) {
		return {
			...judgeExisting(customer, remembered),
			fate: 'unchanged',
			...judgeAccess(customer, remembered, setting),
		};
	}

	if (customer.status !== 'active' && setting.choices.inactive === 'skip') {
		return {fate: 'skip'};
	}

	const match = matchAccount(customer, email, setting.destination);
	return judgeMatch(customer, match, setting);
}

function judgeMatch(
	customer: Customer,
	match: Match,
	setting: Setting,
): Verdict {
	switch (match.type) {
		case 'same-id':
		case 'same-email': {
			return judgeExisting(customer, match.account);
		}

		case 'several': {
			return {fate: 'attention', problem: 'several-accounts-there'};
		}

		case 'absent': {
			return judgeAbsent(customer, match.email, setting);
		}

		case 'email-hidden':
		case 'email-malformed': {
			return {fate: 'attention', problem: match.type};
		}
	}
}

function judgeExisting(customer: Customer, account: Account): Verdict {
	if (customer.status === 'active' && account.status !== 'active') {
		return {fate: 'attention', account, problem: 'deactivated-there'};
	}

	if (customer.type === account.type) {
		return {fate: 'link', account};
	}

	return {
		fate: 'attention',
		account,
		problem:
			account.type === 'atlassian'
				? 'atlassian-account-there'
				: 'portal-only-account-there',
	};
}

/** Access that an earlier run gave to an inactive customer, and could not take back, is still to be revoked. */
function judgeAccess(
	{id, status}: Customer,
	account: Account,
	{memory, canRevoke}: Setting,
): Pick<Verdict, 'revoke' | 'problem'> {
	if (
		!memory.toRevoke.has(id) ||
		status === 'active' ||
		account.status !== 'active'
	) {
		return {};
	}

	return canRevoke ? {revoke: true} : {problem: 'not-revoked'};
}

function judgeAbsent(
	customer: Customer,
	creates: string,
	{choices, canRevoke}: Setting,
): Verdict {
	const canBeCreated =
		customer.type === 'portal-only' || choices.missingAtlassian === 'create';

	if (!canBeCreated) {
		return {fate: 'attention', problem: 'atlassian-account-absent'};
	}

	if (customer.status === 'active') {
		return {fate: 'create', creates};
	}

	return canRevoke
		? {fate: 'create', creates, revoke: true}
		: {fate: 'attention', problem: 'cannot-revoke'};
}

/** Two source accounts with one email end in one destination account. */
function joinTwin(
	customer: PlannedCustomer,
	creators: Firsts<string>,
): PlannedCustomer {
	const {email, fate, problem} = customer;
	const isSecond =
		fate === 'create'
			? creators.seconds.has(customer)
			: problem === 'cannot-revoke' || problem === 'atlassian-account-absent';
	const creator =
		isSecond && email !== undefined
			? creators.byKey.get(comparableEmail(email))
			: undefined;

	if (creator === undefined) {
		return customer;
	}

	const sameAs = creator.id;

	if (problem === 'atlassian-account-absent') {
		return {...customer, sameAs, problem: 'portal-only-account-there'};
	}

	// Whoever is one with someone who is created anyway needs no revoking.
	const {id, type, status, name, sourceEmail, reasons} = customer;
	return {
		id,
		type,
		status,
		name,
		email,
		...(sourceEmail !== undefined && {sourceEmail}),
		reasons,
		fate: 'link',
		sameAs,
	};
}

function describe(
	{id, type, status, name, email: sourceEmail, reasons}: Customer,
	email: string | undefined,
	{fate, account, revoke, problem}: Verdict,
): PlannedCustomer {
	const isChanged = sourceEmail !== undefined && sourceEmail !== email;
	const more = account ?? revoke ?? problem;

	// Nearly everyone, and as one literal: an object that is put together takes a third more memory.
	if (email !== undefined && !isChanged && more === undefined) {
		return {id, type, status, name, email, reasons, fate};
	}

	return {
		id,
		type,
		status,
		name,
		...(email !== undefined && {email}),
		...(isChanged && {sourceEmail}),
		reasons,
		fate,
		...(account !== undefined && {
			destinationId: account.id,
			destinationType: account.type,
		}),
		...(revoke === true && {revoke}),
		...(problem !== undefined && {problem}),
	};
}
