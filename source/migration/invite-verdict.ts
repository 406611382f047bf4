import {quantity} from './quantity.ts';
import {type Ending} from './run-summary.ts';

type Counts = {
	readonly invited: number;
	readonly known: number;
	readonly unknown: number;
	readonly failed: number;
	readonly left: number;
};

/** One sentence that says who was mailed. */
export function inviteVerdict(
	destination: string,
	ending: Ending,
	{invited, known, unknown, failed, left}: Counts,
): string {
	const are = invited === 1 ? 'is' : 'are';
	const parts = [
		`${quantity(invited, 'customer')} of the run ${are} invited to ${destination}, by one mail each`,
		...(known > 0
			? [
					`${quantity(known, 'customer')} known to Jira, which mails them nothing`,
				]
			: []),
		...(unknown > 0
			? [
					`the answer about ${quantity(unknown, 'mail')} was lost and none of them is sent again`,
				]
			: []),
		...(failed > 0 ? [`${quantity(failed, 'mail')} failed`] : []),
		...(left > 0 ? [`${quantity(left, 'customer')} not come to`] : []),
	];
	const verb = {
		finished: '',
		stopped: 'Stopped: ',
		'broken-off': 'Broken off: ',
	}[ending];
	const more =
		ending === 'finished' ? '' : '; invite again to go on from there';
	return `${verb}${parts.join(', ')}${more}.`;
}
