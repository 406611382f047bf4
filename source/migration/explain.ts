import {type Failure} from './events.ts';
import {
	type CustomerProblem,
	type MembershipObstacle,
	type OrganizationProblem,
} from './plan.ts';

/** What is the matter and what a person can do about it. */
export type Explanation = {
	readonly problem: string;
	readonly nextStep: string;
};

/** Next steps in the words of those who have no command line before them, by what is the matter. */
export type Advice = Partial<
	Readonly<Record<CustomerProblem | 'reporter-deleted', string>>
>;

/** Makes advice about what was copied to a site. */
export type Advise = (destination: {readonly name: string}) => Advice;

/** The two sites by the names the admin knows them by, and what to say in place of options of the command line. */
export type SiteNames = {
	readonly source: string;
	readonly destination: string;
	readonly advice?: Advice;
};

/** Words for what keeps a customer from being copied as he is (R5, R6). */
export function explainCustomer(
	problem: CustomerProblem,
	{source, destination, advice}: SiteNames,
): Explanation {
	const explanation = {
		'atlassian-account-there': {
			problem: `Portal-only on ${source}, Atlassian account on ${destination}.`,
			nextStep: `Give the account the Customer role of Jira Service Management on ${destination}, or it can’t see its requests.`,
		},
		'portal-only-account-there': {
			problem: `Atlassian account on ${source}, portal-only on ${destination}; both accounts remain.`,
			nextStep: `Upgrade the portal-only account: ${destination} › Administration › Portal-only customers › Migrate to Atlassian account.`,
		},
		'atlassian-account-absent': {
			problem: `Atlassian account that ${destination} does not know.`,
			nextStep: `Invite it to ${destination} and copy again, or copy again and have missing Atlassian accounts created as portal-only ones (--missing-atlassian create).`,
		},
		'deactivated-there': {
			problem: `Deactivated on ${destination}.`,
			nextStep: `Grant access again on ${destination} if the customer shall have it, then copy again.`,
		},
		'several-accounts-there': {
			problem: `Several accounts on ${destination} have this email.`,
			nextStep: `Leave one account with this email on ${destination}, then copy again.`,
		},
		'email-hidden': {
			problem: `The email is hidden on ${source}, so the account can’t be found on ${destination}.`,
			nextStep:
				'Give the email, on the plan or in a file (--emails), and copy again.',
		},
		'email-malformed': {
			problem: 'Jira takes no such email.',
			nextStep:
				'Give a valid email, on the plan or in a file (--emails), and copy again.',
		},
		'shares-email': {
			problem: `Another customer of ${source} has the same email; both end in one account on ${destination}, in the organizations of both.`,
			nextStep:
				'Nothing if they are one person; otherwise give one of them another email, on the plan or in a file (--emails), before copying.',
		},
		'cannot-revoke': {
			problem: `Inactive on ${source}, and this login may not revoke access on ${destination}.`,
			nextStep: `Copy again with the token of a site administrator of ${destination}; nobody was given access.`,
		},
		'not-revoked': {
			problem: `Inactive on ${source}, but an earlier copy gave access on ${destination} that this login may not revoke.`,
			nextStep: `Revoke it there now: ${destination} › Administration › Portal-only customers; or copy again as a site administrator.`,
		},
	}[problem];
	const nextStep = advice?.[problem];
	return nextStep === undefined ? explanation : {...explanation, nextStep};
}

/** Words for customers who became members of more than was planned. */
export function explainAutoJoined(
	organizations: readonly string[],
	{destination}: SiteNames,
): Explanation {
	const names = organizations.map((name) => `“${name}”`).join(', ');
	return {
		problem: `Became a member of ${names} on ${destination} by itself: new customers with its email domain join there.`,
		nextStep: `Remove the customer from ${names} on ${destination} if that is not wanted; whoever is a member sees the requests shared with it.`,
	};
}

/** Why an account that was met among customers is none. */
export type LeftOutKind = 'agent' | 'app' | 'deleted';

/** Words for accounts that are never created (R3). */
export function explainLeftOut(
	kind: LeftOutKind,
	{source, destination}: SiteNames,
): Explanation {
	return {
		agent: {
			problem: `An agent of ${source}, not a customer.`,
			nextStep: `Give the agent a licence on ${destination}, or an account of a customer, if that is wanted.`,
		},
		app: {
			problem: 'An app, not a person.',
			nextStep: `Install it on ${destination} if it is needed there.`,
		},
		deleted: {
			problem: `Deleted on ${source}: only a former user is left of it.`,
			nextStep:
				'Nothing: a deleted account can’t be copied, and what it wrote stays where it is.',
		},
	}[kind];
}

/** Words for what keeps an organization from being copied. */
export function explainOrganization(
	problem: OrganizationProblem,
	{destination}: SiteNames,
): Explanation {
	return {
		'managed-there': {
			problem: `An identity provider manages it on ${destination}, so its members were left alone.`,
			nextStep: 'Add the missing members in the identity provider.',
		},
		'gone-there': {
			problem: `It was copied before, but is gone from ${destination} since.`,
			nextStep:
				'Nothing, unless it was deleted on purpose: this copy brings it back.',
		},
		'new-name-taken': {
			problem: 'The new name decided for it is taken by now.',
			nextStep: 'Decide on another name.',
		},
		'earlier-copy-there': {
			problem: `The new name is that of an organization on ${destination} with customers of this one: perhaps an earlier copy.`,
			nextStep: 'Map it onto that organization, or give it another name.',
		},
		'map-target-gone': {
			problem: `The organization it was mapped onto is gone from ${destination}.`,
			nextStep: 'Decide again.',
		},
	}[problem];
}

/** Words for why someone did not become a member. */
export function explainMembership(why: MembershipObstacle): Explanation {
	return {
		'not-copied': {
			problem: 'The customer is not on the destination.',
			nextStep: 'See the customer’s own row.',
		},
		agent: {
			problem: 'An agent, not a customer.',
			nextStep: 'Add the agent by hand if that is wanted.',
		},
		app: {problem: 'An app, not a customer.', nextStep: 'Nothing.'},
		deleted: {
			problem: 'A former user whose account is deleted.',
			nextStep: 'Nothing: a deleted account can’t be copied.',
		},
		'organization-managed': {
			problem: 'An identity provider manages the organization.',
			nextStep: 'Add the member in the identity provider.',
		},
		'organization-failed': {
			problem: 'The organization is not on the destination.',
			nextStep: 'See the organization’s own row.',
		},
	}[why];
}

/** Words for why someone was not put on the customer list of a project (R12). */
export function explainAccess(
	why: 'not-copied' | 'no-counterpart',
	{destination}: SiteNames,
): Explanation {
	return {
		'not-copied': {
			problem: `The customer is not on ${destination}.`,
			nextStep: 'See the customer’s own row.',
		},
		'no-counterpart': {
			problem: `The project has no counterpart on ${destination}.`,
			nextStep: 'Choose one among the projects (--map) and copy again.',
		},
	}[why];
}

/** Words for what a site refused. The site's own words come last, since they are a stranger's. What failed is named where it is not the whole row. */
export function explainFailure(failure: Failure, what = ''): Explanation {
	const {problem, nextStep} = failureWords(failure.code);
	const named = what === '' ? '' : `${what}: `;
	const said =
		failure.detail === undefined ? '' : ` The site said: ${failure.detail}`;
	return {problem: named + problem + said, nextStep};
}

function failureWords(code: Failure['code']): Explanation {
	switch (code) {
		case 'name-taken-meanwhile': {
			return {
				problem:
					'Someone took the name since the scan; nothing was added to theirs.',
				nextStep: 'Copy again and decide on another name.',
			};
		}

		case 'account-hidden': {
			return {
				problem:
					'The destination knows the email, but shows no account with it.',
				nextStep:
					'Look for a deactivated or hidden account with this email there.',
			};
		}

		case 'account-deactivated': {
			return {
				problem:
					'The account with this email is deactivated on the destination.',
				nextStep: 'Grant access again there, then copy again.',
			};
		}

		case 'outcome-unknown': {
			return {
				problem:
					'The answer was lost, and the destination could not say what had happened.',
				nextStep: 'Resume the run: it asks again before it repeats anything.',
			};
		}

		case 'changed-meanwhile': {
			return {
				problem: 'Someone changed it since the plan; it was left as it is.',
				nextStep: 'Copy again if that is not what is wanted there.',
			};
		}

		case 'forbidden': {
			return {
				problem: 'The login lacks a permission for it.',
				nextStep: 'Have an administrator grant it, then copy again.',
			};
		}

		case 'not-found': {
			return {
				problem: 'It is gone from the destination.',
				nextStep: 'Copy again.',
			};
		}

		case 'refused': {
			return {
				problem: 'The destination refused it.',
				nextStep: 'See what the site said.',
			};
		}

		case 'unauthorized': {
			return {
				problem: 'The login was refused.',
				nextStep: 'Check email and token, then resume.',
			};
		}

		case 'throttled':
		case 'unreachable':
		case 'broken':
		case 'not-jira':
		case 'stopped': {
			return {
				problem: 'The destination gave no usable answer.',
				nextStep: 'Copy again; what is there already is not made twice.',
			};
		}
	}
}
