import {type FieldId} from './fields.ts';
import {type SessionState} from './session-state.ts';
import {hasDataThere, routeOf} from './state-facts.ts';

/** The text field that letters go to now, if there is one. */
export function typingIn(state: SessionState): FieldId | undefined {
	const route = routeOf(state);

	if (state.overlay !== undefined) {
		return undefined;
	}

	switch (route) {
		case 'source':
		case 'destination': {
			const {stage} = state.sites[route];
			return stage.type === 'typing' ? `${route}-${stage.part}` : undefined;
		}

		case 'projects':
		case 'plan':
		case 'report':
		case 'comparison':
		case 'runs': {
			if (route === 'plan' && state.emailEdit !== undefined) {
				return 'changed-email';
			}

			return state.isFiltering ? `${route}-filter` : undefined;
		}

		case 'conflicts': {
			return typingInConflicts(state);
		}

		case 'confirm': {
			return hasDataThere(state) ? 'destination-name' : undefined;
		}

		case 'home':
		case 'scope':
		case 'scan':
		case 'progress':
		case 'next': {
			return undefined;
		}
	}
}

function typingInConflicts({
	conflicts,
	isFiltering,
}: SessionState): FieldId | undefined {
	switch (conflicts.stage.type) {
		case 'list': {
			return isFiltering ? 'conflicts-filter' : undefined;
		}

		case 'renaming': {
			return 'new-name';
		}

		case 'mapping': {
			return 'target';
		}

		case 'renaming-all': {
			return 'pattern';
		}

		default: {
			return undefined;
		}
	}
}
