import {accountIds, type AccountIds} from './account-ids.ts';
import {type BasePeople} from './base-people.ts';
import {nameAndEmail, numberInEmail} from './names.ts';
import {numberRuns, type NumberRun} from './number-runs.ts';
import {formerUser, type Person} from './person.ts';
import {hash} from './random.ts';

/** How many in a thousand of the generated customers are of which kind. */
export type PeopleMix = {
	/** Have an Atlassian account; the others are portal-only. */
	readonly atlassian: number;
	/** Of the Atlassian accounts: hide their email. */
	readonly hidden: number;
	/** Have had their access revoked on the source. */
	readonly inactive: number;
	/** Of those on both sites: have the other type of account on the destination. */
	readonly mismatched: number;
	/** Of those on both sites: have had their access revoked on the destination. */
	readonly deactivatedThere: number;
};

/** Numbers below belong to customers of the source, some of whom are on the destination too. */
export const firstOwnNumber = 1_000_000_000;
/** Numbers from here belong to people whose account was deleted. */
export const firstFormerNumber = 2_000_000_000;

/**
People made from their numbers. The same number is the same human on both sites: the same name, the same email (the
destination may spell it with other capitals) and, for Atlassian accounts, the same id.
*/
export function generatedPeople(options: {
	readonly seed: number;
	readonly site: 'source' | 'destination';
	readonly siteUuid: string;
	readonly runs: readonly NumberRun[];
	readonly mix: PeopleMix;
}): BasePeople {
	const {seed, site, mix} = options;
	const ids = accountIds(seed, options.siteUuid);
	const numbers = numberRuns(options.runs);
	const account = (number: number) =>
		site === 'source'
			? sourceAccount(seed, number, mix)
			: destinationAccount(seed, number, mix);
	const accountId = (number: number) => idOf(number, account(number), ids);
	const person = (number: number) =>
		personOf(seed, number, account(number), ids);

	return {
		size: numbers.size,
		at: (index) => person(numbers.numberAt(index)),
		accountIdAt: (index) => accountId(numbers.numberAt(index)),
		positionOfId(sought) {
			const number = ids.numberOf(sought);
			const index = number === undefined ? undefined : numbers.indexOf(number);
			return index !== undefined && accountId(number!) === sought
				? index
				: undefined;
		},
		positionsOfEmail(email) {
			const sought = email.toLowerCase();
			const number = numberInEmail(sought);
			const index = number === undefined ? undefined : numbers.indexOf(number);
			return index !== undefined &&
				person(number!).email.toLowerCase() === sought
				? [index]
				: [];
		},
	};
}

/** What a site holds of a person besides the name and the email. */
type Account = {
	readonly isAtlassian: boolean;
	readonly isEmailHidden: boolean;
	readonly isActive: boolean;
	/** Whether the email is spelled with capitals. */
	readonly isCapitalised: boolean;
};

function sourceAccount(seed: number, number: number, mix: PeopleMix): Account {
	const drawn = hash(seed, number);
	const isAtlassian = drawn % 1000 < mix.atlassian;
	return {
		isAtlassian,
		isEmailHidden: isAtlassian && Math.floor(drawn / 1000) % 1000 < mix.hidden,
		isActive: Math.floor(drawn / (2 ** 32 / 1000)) >= mix.inactive,
		isCapitalised: false,
	};
}

function destinationAccount(
	seed: number,
	number: number,
	mix: PeopleMix,
): Account {
	const there = sourceAccount(seed, number, mix);
	if (number >= firstOwnNumber) {
		return there;
	}

	const drawn = hash(seed, number, 7);
	// Nobody could find the other account of somebody who hides the email.
	const isMismatched = !there.isEmailHidden && drawn % 1000 < mix.mismatched;
	const isAtlassian = there.isAtlassian !== isMismatched;
	return {
		isAtlassian,
		isEmailHidden: isAtlassian && there.isEmailHidden,
		isActive: Math.floor(drawn / 20_000) % 1000 >= mix.deactivatedThere,
		isCapitalised: Math.floor(drawn / 1000) % 20 === 0,
	};
}

function idOf(number: number, {isAtlassian}: Account, ids: AccountIds): string {
	return isAtlassian ? ids.atlassian(number) : ids.portalOnly(number);
}

function personOf(
	seed: number,
	number: number,
	account: Account,
	ids: AccountIds,
): Person {
	const {displayName, email} = nameAndEmail(seed, number);
	const person: Person = {
		accountId: idOf(number, account, ids),
		accountType: account.isAtlassian ? 'atlassian' : 'customer',
		displayName,
		email: account.isCapitalised ? capitalised(email) : email,
		isEmailHidden: account.isEmailHidden,
		isActive: account.isActive,
		isDeleted: false,
		since: 0,
	};
	return number >= firstFormerNumber ? formerUser(person) : person;
}

function capitalised(email: string): string {
	return email.replaceAll(/(?<![a-z])[a-z]/gv, (letter) =>
		letter.toUpperCase(),
	);
}
