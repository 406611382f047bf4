import {type Step} from './step.ts';

/** Whom or what a step is about, untrusted: an email, an organization, a project or a request. */
export function subjectOf(step: Step): string {
	switch (step.kind) {
		case 'create-customer':
		case 'revoke-access': {
			return step.email;
		}

		case 'create-organization': {
			return step.newName;
		}

		case 'add-members':
		case 'link-organization': {
			return step.name;
		}

		case 'add-project-customers': {
			return step.project.key;
		}

		case 'edit-request': {
			return step.request;
		}
	}
}
