import {cursorOf} from './cursors.ts';
import {preparedOf} from './scan-state.ts';
import {type SessionState} from './session-state.ts';
import {plannedOrganization, routeOf, shownConflicts} from './state-facts.ts';

type Subject = {
	readonly organization: string;
	/** Keys of destination projects. */
	readonly projects: readonly string[];
};

/** The organization of the destination whose requests matter on the screen of the moment, and the projects it is linked to. */
export function sharedSubject(state: SessionState): Subject | undefined {
	const {stage} = state.conflicts;

	if (routeOf(state) !== 'conflicts') {
		return undefined;
	}

	if (stage.type === 'map-ready') {
		const details = preparedOf(state.scan)?.destination.details ?? [];
		const target = details.find(({id}) => id === stage.target);
		return target && linkedTo(target.id, target.projects);
	}

	const marked =
		stage.type === 'list'
			? shownConflicts(state)[cursorOf(state.cursors, 'conflicts')]
			: stage.type === 'deciding'
				? plannedOrganization(state.plan, stage.organization)
				: undefined;
	const conflict = marked?.conflict;
	// Both sides of alike ones are on the source.
	return conflict?.kind === 'duplicate-organization'
		? linkedTo(conflict.other.id, [
				...conflict.projects.both,
				...conflict.projects.onlyDestination,
			])
		: undefined;
}

/** Where it is linked to no project, there is nothing to count. */
function linkedTo(
	organization: string,
	projects: readonly string[],
): Subject | undefined {
	return projects.length === 0 ? undefined : {organization, projects};
}
