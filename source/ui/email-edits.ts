import {type Choices} from '../migration/choices.ts';
import {domainOf} from '../migration/email-domains.ts';
import {comparableEmail, isEmail} from '../migration/match.ts';
import {type Plan, type PlannedCustomer} from '../migration/plan.ts';

/** What is being changed: one customer's email, or the domain of many. */
export type EmailEdit =
	| {readonly type: 'email'; readonly account: string}
	| {readonly type: 'domain'; readonly domain: string};

export type EmailEditAction =
	| {readonly type: 'email-edit-begun'; readonly edit: EmailEdit}
	/** What was typed holds from now on. */
	| {readonly type: 'email-edited'}
	| {readonly type: 'email-taken-back'; readonly edit: EmailEdit};

type EmailChoices = Pick<Choices, 'emails' | 'emailDomains'>;

/** What was chosen for this email or domain earlier. */
export function chosenFor(
	{emails, emailDomains}: EmailChoices,
	edit: EmailEdit,
): string | undefined {
	return edit.type === 'email'
		? new Map(Object.entries(emails)).get(edit.account)
		: new Map(Object.entries(emailDomains)).get(edit.domain);
}

/** The choices with another email or domain; without one, what the site says holds again. */
export function choose(
	{emails, emailDomains}: EmailChoices,
	edit: EmailEdit,
	chosen: string | undefined,
): EmailChoices {
	return edit.type === 'email'
		? {emails: withEntry(emails, edit.account, chosen), emailDomains}
		: {emails, emailDomains: withEntry(emailDomains, edit.domain, chosen)};
}

/** A typed text as it is used. A sign before a domain, as in an email, does no harm. */
export function cleaned({type}: EmailEdit, typed: string): string {
	const text = typed.trim();
	return type === 'email' ? text : text.replace(/^@/v, '').toLowerCase();
}

/** What is wrong with a typed email or domain. */
export function emailProblem(
	edit: EmailEdit,
	text: string,
): string | undefined {
	const {test, wanted} =
		edit.type === 'email'
			? {test: text, wanted: 'an email, such as ada@acme.example'}
			: {test: `somebody@${text}`, wanted: 'a domain, such as acme.example'};
	return isEmail(test) ? undefined : `Type ${wanted}.`;
}

/** The customer whose email is changed or, for a domain, one of them. */
export function customerOf(
	{customers}: Plan,
	edit: EmailEdit,
): PlannedCustomer | undefined {
	return customers.find((customer) =>
		edit.type === 'email'
			? customer.id === edit.account
			: domainOf(customer.sourceEmail ?? customer.email ?? '') === edit.domain,
	);
}

/** Another customer with this email on the destination: both would become one. */
export function sharerOf(
	{customers}: Plan,
	account: string,
	email: string,
): PlannedCustomer | undefined {
	const wanted = comparableEmail(email);
	return customers.find(
		(customer) =>
			customer.id !== account &&
			customer.email !== undefined &&
			comparableEmail(customer.email) === wanted,
	);
}

function withEntry(
	entries: Readonly<Record<string, string>>,
	key: string,
	value: string | undefined,
): Readonly<Record<string, string>> {
	const others = Object.entries(entries).filter(([one]) => one !== key);
	return Object.fromEntries(
		value === undefined ? others : [...others, [key, value]],
	);
}
