import {number, quantity} from './quantity.ts';
import {type Ending} from './run-summary.ts';
import {type Totals} from './totals.ts';
import {type Difference, type Verification} from './verification.ts';

/** One sentence that says whether all is well (R16). Only a finished, verified run gets one that ends in *unexplained*. */
export function verdictOf(
	{customers, organizations}: Totals,
	destination: string,
	ending: Ending,
	verification: Verification | undefined,
): string {
	const chosen = `${all(customers.chosen, 'chosen customer')} and ${quantity(organizations.chosen, 'organization')}`;
	const missing = countMissing(verification);
	const there = {
		customers: countDone(customers) - missing.customers,
		organizations: countDone(organizations) - missing.organizations,
	};

	if (ending !== 'finished' || verification === undefined) {
		const verb = ending === 'stopped' ? 'Stopped' : 'Broken off';
		return `${verb}: ${number(there.customers)} of ${quantity(customers.chosen, 'chosen customer')} and ${number(there.organizations)} of ${quantity(organizations.chosen, 'organization')} are on ${destination}; a resume goes on from there.`;
	}

	const unexplained = `${number(verification.unexplained)} unexplained.`;

	if (
		there.customers === customers.chosen &&
		there.organizations === organizations.chosen
	) {
		return `${chosen} are on ${destination}; ${unexplained}`;
	}

	const attention = customers.attention + organizations.attention;
	const parts = [
		`${number(there.customers)} and ${number(there.organizations)} are on ${destination}`,
		clause(missing.customers + missing.organizations, 'gone since'),
		clause(attention, attention === 1 ? 'needs attention' : 'need attention'),
		clause(customers.skipped + organizations.skipped, 'left out as decided'),
		clause(customers.failed + organizations.failed, 'failed'),
		clause(customers.waiting + organizations.waiting, 'undecided'),
	].filter((part) => part !== '');
	return `${chosen} are accounted for: ${parts.join(', ')}; ${unexplained}`;
}

/** Those who are on the destination and nothing else: whoever is there and needs attention all the same counts for that, so that the numbers add up. */
function countDone({
	chosen,
	there,
	attention,
	skipped,
	failed,
	waiting,
}: Totals['customers'] | Totals['organizations']): number {
	return Math.min(there, chosen - attention - skipped - failed - waiting);
}

/** What the second look did not find, whatever the run has said of it. */
function countMissing(verification: Verification | undefined): {
	readonly customers: number;
	readonly organizations: number;
} {
	const missing =
		verification?.differences.filter(({sign}) => sign === '-') ?? [];
	const count = (wanted: Difference['what']) =>
		missing.filter(({what}) => what === wanted).length;
	return {
		customers: count('customer'),
		organizations: count('organization'),
	};
}

function all(count: number, noun: string): string {
	return count === 1 ? `The only ${noun}` : `All ${quantity(count, noun)}`;
}

function clause(count: number, words: string): string {
	return count === 0 ? '' : `${number(count)} ${words}`;
}
