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
	const person = (number: number) =>
		site === 'source'
			? sourcePerson(seed, number, mix, ids)
			: destinationPerson(seed, number, mix, ids);
	const indexWhere = (
		number: number | undefined,
		isRight: (found: Person) => boolean,
	) => {
		const index = number === undefined ? undefined : numbers.indexOf(number);
		return index !== undefined && isRight(person(number!)) ? index : undefined;
	};

	return {
		size: numbers.size,
		at: (index) => person(numbers.numberAt(index)),
		positionOfId: (accountId) =>
			indexWhere(
				ids.numberOf(accountId),
				(found) => found.accountId === accountId,
			),
		positionsOfEmail(email) {
			const sought = email.toLowerCase();
			const index = indexWhere(
				numberInEmail(sought),
				(found) => found.email.toLowerCase() === sought,
			);
			return index === undefined ? [] : [index];
		},
	};
}

function sourcePerson(
	seed: number,
	number: number,
	mix: PeopleMix,
	ids: AccountIds,
): Person {
	const drawn = hash(seed, number);
	const isAtlassian = drawn % 1000 < mix.atlassian;
	const {displayName, email} = nameAndEmail(seed, number);
	const person: Person = {
		accountId: isAtlassian ? ids.atlassian(number) : ids.portalOnly(number),
		accountType: isAtlassian ? 'atlassian' : 'customer',
		displayName,
		email,
		isEmailHidden: isAtlassian && Math.floor(drawn / 1000) % 1000 < mix.hidden,
		isActive: Math.floor(drawn / (2 ** 32 / 1000)) >= mix.inactive,
		isDeleted: false,
		since: 0,
	};
	return number >= firstFormerNumber ? formerUser(person) : person;
}

function destinationPerson(
	seed: number,
	number: number,
	mix: PeopleMix,
	ids: AccountIds,
): Person {
	const there = sourcePerson(seed, number, mix, ids);
	if (number >= firstOwnNumber) {
		return there;
	}

	const drawn = hash(seed, number, 7);
	// Nobody could find the other account of somebody who hides the email.
	const isMismatched = !there.isEmailHidden && drawn % 1000 < mix.mismatched;
	const isAtlassian = (there.accountType === 'atlassian') !== isMismatched;
	const isCapitalised = Math.floor(drawn / 1000) % 20 === 0;
	return {
		...there,
		accountId: isAtlassian ? ids.atlassian(number) : ids.portalOnly(number),
		accountType: isAtlassian ? 'atlassian' : 'customer',
		email: isCapitalised ? capitalised(there.email) : there.email,
		isEmailHidden: isAtlassian && there.isEmailHidden,
		isActive: Math.floor(drawn / 20_000) % 1000 >= mix.deactivatedThere,
	};
}

function capitalised(email: string): string {
	return email.replaceAll(/(?<![a-z])[a-z]/gv, (letter) =>
		letter.toUpperCase(),
	);
}
