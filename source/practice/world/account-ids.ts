import {hexadecimal, scramble, seededUuid, unscramble} from './random.ts';

/** Turns the numbers of generated people into account ids, and back. */
export type AccountIds = {
	/** The id of a portal-only account: `qm:` and the site's uuid first, so it differs from site to site. */
	portalOnly(number: number): string;
	/** The id of an Atlassian account: the same on every site. */
	atlassian(number: number): string;
	/** The number an id may have been made from. The caller has to make the id again to be sure. */
	numberOf(accountId: string): number | undefined;
};

/**
Account ids in the forms seen on real sites: `qm:<uuid>:<24 digits>` for portal-only accounts, 24 digits or
`712020:<uuid>` for Atlassian accounts. Clients must treat them as opaque.
*/
export function accountIds(seed: number, siteUuid: string): AccountIds {
	const globalTail = seededUuid(seed, 'Atlassian accounts').slice(8);
	const globalDigits = globalTail.replaceAll('-', '').slice(0, 16);
	const siteTail = siteUuid.replaceAll('-', '').slice(0, 16);
	const portalPrefix = `qm:${siteUuid}:`;
	const newPrefix = '712020:';

	return {
		portalOnly: (number) =>
			`${portalPrefix}${hexadecimal(scramble(number, seed))}${siteTail}`,
		atlassian(number) {
			const digits = hexadecimal(scramble(number, seed));
			return number % 2 === 0
				? `${digits}${globalDigits}`
				: `${newPrefix}${digits}${globalTail}`;
		},
		numberOf(accountId) {
			const prefix =
				[portalPrefix, newPrefix].find((start) =>
					accountId.startsWith(start),
				) ?? '';
			const digits = accountId.slice(prefix.length, prefix.length + 8);
			return /^[\da-f]{8}$/v.test(digits)
				? unscramble(Number.parseInt(digits, 16), seed)
				: undefined;
		},
	};
}
