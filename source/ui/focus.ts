import {type FieldId} from './fields.ts';
import {confirmationOf} from './act-words.ts';
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

		case 'act': {
			return typingInAct(state);
		}

		case 'sites': {
			return typingInSites(state);
		}

		case 'scope': {
			return state.scopeQuestion;
		}

		case 'home':
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

function typingInAct({act, isFiltering}: SessionState): FieldId | undefined {
	const {stage} = act;

	switch (stage.type) {
		case 'ready': {
			return isFiltering ? 'act-filter' : undefined;
		}

		case 'choosing': {
			return 'act-choice';
		}

		case 'confirming': {
			const {answer} = confirmationOf(stage.act);
			return answer === undefined ? undefined : 'act-answer';
		}

		default: {
			return undefined;
		}
	}
}

function typingInSites({managedSites}: SessionState): FieldId | undefined {
	const {stage} = managedSites;

	switch (stage.type) {
		case 'typing': {
			return `new-${stage.part}`;
		}

		case 'renaming': {
			return 'site-name';
		}

		default: {
			return undefined;
		}
	}
}
