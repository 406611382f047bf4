/** The account types of Jira Cloud: `customer` is a portal-only account. Source: Atlassian's OpenAPI, schema `User`. */
export type AccountType = 'atlassian' | 'app' | 'customer';

/** One account as one site knows it. */
export type Person = {
	readonly accountId: string;
	readonly accountType: AccountType;
	readonly displayName: string;
	/** Empty for a deleted account. */
	readonly email: string;
	/** True where the account's privacy settings keep the email from everybody else. */
	readonly isEmailHidden: boolean;
	readonly isActive: boolean;
	/** A deleted account stays behind as "Former user" wherever it was used. */
	readonly isDeleted: boolean;
	/** Milliseconds of the epoch at which the site got this account; 0 for those it always had. */
	readonly since: number;
};

/** What is left of an account once it is deleted. */
export function formerUser(person: Person): Person {
	return {
		...person,
		displayName: 'Former user',
		email: '',
		isEmailHidden: false,
		isActive: false,
		isDeleted: true,
	};
}
