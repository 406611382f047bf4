import {type Reason, type ReasonType} from './model.ts';

/** How each reason is said, up to where it was found. */
const words: Readonly<Record<ReasonType, string>> = {
	'project-list': 'on the customer list of',
	'organization-member': 'in',
	reporter: 'reporter of',
	creator: 'created',
	assignee: 'assignee of',
	participant: 'participant of',
	'user-field': 'in a field of',
	mention: 'mentioned in',
	'comment-author': 'commented on',
	'worklog-author': 'logged work on',
	'workflow-rule': 'in a workflow rule of',
	permission: 'granted a permission in',
	'project-role': 'in a role of',
};

/** Why someone is related to the chosen projects, with the first example met (R1). Names in it are untrusted. */
export function explainReasons(reasons: readonly Reason[]): string {
	return reasons
		.map(({type, example}) => `${words[type]} ${example}`)
		.join('; ');
}
