import {type Explanation, type SiteNames} from '../explain.ts';
import {type ActivityObstacle, type Pairing} from './planned-activity.ts';

/** Words for why a field of a request is left as it is. */
export function explainObstacle(
	why: ActivityObstacle,
	{source, destination, advice}: SiteNames,
): Explanation {
	return {
		'other-value': {
			problem: `Someone set another value on ${destination}; it is not overwritten.`,
			nextStep: 'Change it by hand if it is wrong.',
		},
		'not-there': {
			problem: `Not on ${destination}.`,
			nextStep: 'See the row of the customer or organization.',
		},
		inactive: {
			problem: `The account is inactive on ${destination}; Jira takes no inactive account into a field.`,
			nextStep:
				'Nothing, unless the customer shall have access again: then copy again.',
		},
		'not-linked-to-project': {
			problem: `The organization is not linked to the project on ${destination}; Jira takes only linked ones.`,
			nextStep: 'Link it to the project there, then copy again.',
		},
		deleted: {
			problem: `The reporter was deleted on ${source}.`,
			nextStep:
				advice?.['reporter-deleted'] ??
				'Name an account to stand for deleted reporters (--placeholder), then copy again.',
		},
		'no-right': {
			problem: `This login may not edit requests of the project on ${destination} without mail to those who take part.`,
			nextStep: 'Copy again with the token of an administrator of the project.',
		},
	}[why];
}

/** Words for how sure a pair of requests is. */
export function explainPairing(pairing: Pairing): string {
	return {
		confirmed: 'same key, created time and summary',
		renumbered: 'another key; same created time and summary',
		reworded: 'another summary; same key and created time',
		recreated: 'another created time; same key and summary',
	}[pairing];
}
