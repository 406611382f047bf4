import {type Plan} from './plan.ts';

/** An email domain of the chosen customers, and what the mapping makes of it. */
export type EmailDomain = {
	/** In lower case. */
	readonly domain: string;
	readonly customers: number;
	/** The domains they have on the destination; the same one where nothing changes. */
	readonly becomes: readonly string[];
};

/** Counts the email domains of the chosen customers, the most frequent first. Whoever hides his email is in none. */
export function emailDomains({
	customers,
}: Pick<Plan, 'customers'>): readonly EmailDomain[] {
	const found = new Map<string, {customers: number; becomes: Set<string>}>();

	for (const {email, sourceEmail = email} of customers) {
		if (email === undefined || sourceEmail === undefined) {
			continue;
		}

		const domain = domainOf(sourceEmail);
		const counted = found.get(domain) ?? {customers: 0, becomes: new Set()};
		found.set(domain, counted);
		counted.customers++;
		counted.becomes.add(domainOf(email));
	}

	return found
		.entries()
		.map(([domain, counted]) => ({
			domain,
			customers: counted.customers,
			becomes: [...counted.becomes],
		}))
		.toArray()
		.toSorted((a, b) => b.customers - a.customers);
}

/** In lower case; nothing of an email that has none. */
export function domainOf(email: string): string {
	return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
