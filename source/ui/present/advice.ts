import {type Advice} from '../../migration/explain.ts';

type Destination = {readonly name: string};

/** What to do on the plan about what is the matter: here an answer is changed by a key. */
export function adviceOnPlan({name}: Destination): Advice {
	return {
		'email-hidden': 'Press e and type the email, or leave it as it is.',
		'email-malformed': 'Press e and type a valid email.',
		'shares-email':
			'Nothing if they are one person; otherwise press e and type another email for one of them.',
		'atlassian-account-absent': `Invite it to ${name} and copy again; or go back to the scope and press m, to make a portal-only account.`,
		'reporter-deleted':
			'Go back to the scope and press a, to name an account that stands for deleted reporters.',
	};
}

/** The same after the run: the answer is changed on the way to the next copy. */
export function adviceAfterRun({name}: Destination): Advice {
	return {
		'email-hidden': 'Copy again, and on the plan press e and type the email.',
		'email-malformed':
			'Copy again, and on the plan press e and type a valid email.',
		'shares-email':
			'Nothing if they are one person; otherwise undo this run, and on the next plan press e and type another email for one of them.',
		'atlassian-account-absent': `Invite it to ${name} and copy again; or copy again and press m on the scope screen, to make a portal-only account.`,
		'reporter-deleted':
			'Copy again, and on the scope screen press a and name an account to stand for deleted reporters.',
	};
}
