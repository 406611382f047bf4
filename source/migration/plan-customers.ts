import {type Choices} from './choices.ts';
import {mappedEmail} from './email-mapping.ts';
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
	readonly revoke?: true;
	readonly problem?: CustomerProblem;
};

/** Gives each customer its fate (R4 to R6, R13). Order and number are those of the snapshot. */
export function planCustomers(
	customers: readonly Customer[],
	setting: Setting,
): readonly PlannedCustomer[] {
	const judged = customers.map((customer) => {
		const email = mappedEmail(customer, setting.choices);
		return {customer, email, verdict: judge(customer, email, setting)};
	});
	const creators = new Map<string, Customer>();

	for (const {customer, email, verdict} of judged) {
		if (verdict.fate !== 'create' || email === undefined) {
			continue;
		}

		const key = comparableEmail(email);
		const earlier = creators.get(key);

		// An active twin is created, since an inactive one would be revoked.
		if (earlier === undefined || isBetterCreator(customer, earlier)) {
			creators.set(key, customer);
		}
	}

	const joined = judged.map(({customer, email, verdict}) => ({
		customer,
		email,
		verdict: joinTwin(customer, email, verdict, creators),
	}));
	const owners = ownersOfAccounts(joined);
	return joined.map(({customer, email, verdict}) =>
		describe(customer, email, markShared(customer, verdict, owners)),
	);
}

/** Who of the source each account of the destination belongs to first of all: whoever was copied to it before, else the first who is linked to it. */
function ownersOfAccounts(
	judged: ReadonlyArray<{
		readonly customer: Customer;
		readonly verdict: Verdict;
	}>,
): ReadonlyMap<string, Customer> {
	const owners = new Map<string, Customer>();

	for (const {customer, verdict} of judged) {
		const {fate, account} = verdict;

		if (
			account !== undefined &&
			(fate === 'unchanged' || !owners.has(account.id))
		) {
			owners.set(account.id, customer);
		}
	}

	return owners;
}

/** Two people may have come to one email by a mapping, so whoever is linked to the account of another is shown. */
function markShared<Judged extends Verdict & {readonly sameAs?: string}>(
	customer: Customer,
	verdict: Judged,
	owners: ReadonlyMap<string, Customer>,
): Judged {
	const {fate, account, sameAs, problem} = verdict;
	const isShared =
		sameAs !== undefined ||
		(account !== undefined && owners.get(account.id) !== customer);
	return fate === 'link' && problem === undefined && isShared
		? {...verdict, problem: 'shares-email'}
		: verdict;
}

function isBetterCreator(customer: Customer, earlier: Customer): boolean {
	return customer.status === 'active' && earlier.status !== 'active';
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
			return judgeAbsent(customer, setting);
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
	{choices, canRevoke}: Setting,
): Verdict {
	const canBeCreated =
		customer.type === 'portal-only' || choices.missingAtlassian === 'create';

	if (!canBeCreated) {
		return {fate: 'attention', problem: 'atlassian-account-absent'};
	}

	if (customer.status === 'active') {
		return {fate: 'create'};
	}

	return canRevoke
		? {fate: 'create', revoke: true}
		: {fate: 'attention', problem: 'cannot-revoke'};
}

/** Two source accounts with one email end in one destination account. */
function joinTwin(
	customer: Customer,
	email: string | undefined,
	verdict: Verdict,
	creators: ReadonlyMap<string, Customer>,
): Verdict & {readonly sameAs?: string} {
	const creator =
		email === undefined ? undefined : creators.get(comparableEmail(email));

	if (creator === undefined || creator === customer) {
		return verdict;
	}

	// Whoever is one with someone who is created anyway needs no revoking.
	if (verdict.fate === 'create' || verdict.problem === 'cannot-revoke') {
		return {fate: 'link', sameAs: creator.id};
	}

	return verdict.problem === 'atlassian-account-absent'
		? {
				fate: 'attention',
				sameAs: creator.id,
				problem: 'portal-only-account-there',
			}
		: verdict;
}

function describe(
	{id, type, status, name, email: sourceEmail, reasons}: Customer,
	email: string | undefined,
	verdict: Verdict & {readonly sameAs?: string},
): PlannedCustomer {
	const {fate, account, sameAs, revoke, problem} = verdict;
	return {
		id,
		type,
		status,
		name,
		...(email !== undefined && {email}),
		...(sourceEmail !== undefined && sourceEmail !== email && {sourceEmail}),
		reasons,
		fate,
		...(account !== undefined && {
			destinationId: account.id,
			destinationType: account.type,
		}),
		...(sameAs !== undefined && {sameAs}),
		...(revoke === true && {revoke}),
		...(problem !== undefined && {problem}),
	};
}
