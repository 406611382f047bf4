import {quantity} from './quantity.ts';
import {type Kept, type KeptReason, type UndoneKind} from './undo-kept.ts';

const nouns: Readonly<Record<Kept['what'], string>> = {
	'request-link': 'field of request',
	'project-access': 'project access',
	'project-link': 'project link',
	membership: 'membership',
	customer: 'customer',
	organization: 'organization',
	group: 'group',
	'group-membership': 'group membership',
	revocation: 'revoked access',
	invitation: 'invitation',
};

/** What one thing is called, such as *membership*. */
export function nounOf(what: Kept['what'] | UndoneKind): string {
	return nouns[what];
}

/** Words for why something that a run made stays. Names in it are untrusted. */
export function explainKept(reason: KeptReason, destination: string): string {
	switch (reason.code) {
		case 'on-request': {
			return `in use: named on request ${reason.example}`;
		}

		case 'changed-since': {
			return 'someone has set another value since';
		}

		case 'shared-request': {
			return `in use: request ${reason.example} is shared with it`;
		}

		case 'joined': {
			const others = reason.count === 1 ? 'has' : 'have';
			return `in use: ${quantity(reason.count, 'member')} ${others} joined that the run did not add, such as ${reason.example}`;
		}

		case 'linked': {
			return `in use: linked to ${reason.example}, and not by the run`;
		}

		case 'member-stays': {
			return `its member ${reason.example} stays`;
		}

		case 'organization-stays': {
			return 'the organization stays, and those who use it reach it there';
		}

		case 'account-upgraded': {
			return 'it has become an Atlassian account, which belongs to its person';
		}

		case 'no-right': {
			return `deleting accounts needs a site administrator of ${destination}, which this login is not`;
		}

		case 'open-project': {
			const said =
				reason.detail === undefined ? '' : ` The site said: ${reason.detail}`;
			return `Jira takes no customer off a project that is open to everyone.${said}`;
		}

		case 'revoked': {
			return `can’t be granted again through the API; do it by hand: ${destination} › Administration › Portal-only customers`;
		}

		case 'mailed': {
			return 'the mail is out and can’t be called back';
		}
	}
}
