import {type Difference} from './verification.ts';

/** Says in one sentence how the destination differs from what a run did. Names in it are untrusted. */
export function explainDifference(difference: Difference): string {
	switch (difference.sign) {
		case '-': {
			return explainMissing(difference);
		}

		case '+': {
			return `In ${difference.place ?? ''}, but not by this run.`;
		}

		case '!': {
			if (difference.what === 'request') {
				return 'A field that was set names someone else now.';
			}

			return difference.nameNow === undefined
				? 'Has access again, although it was revoked.'
				: `Is called “${difference.nameNow}” now.`;
		}
	}
}

function explainMissing({what, place = ''}: Difference): string {
	switch (what) {
		case 'customer':
		case 'organization':
		case 'request': {
			return 'Is gone.';
		}

		case 'member': {
			return `Is not in ${place} any more.`;
		}

		case 'link': {
			return `Is not linked to ${place} any more.`;
		}

		case 'access': {
			return `Is not on the customer list of ${place} any more.`;
		}
	}
}
