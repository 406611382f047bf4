import {type ServiceProject} from '../../migration/model.ts';
import {
	type Binding,
	type ScreenKeys,
	back,
	bind,
	bindUnless,
	help,
	moveIn,
} from '../bindings.ts';
import {cursorOf} from '../cursors.ts';
import {type SessionState} from '../session-state.ts';
import {chosenProjects, shownProjects, siteOf} from '../state-facts.ts';

export const projectsKeys: ScreenKeys = (state) => {
	if (state.projects.joining !== undefined) {
		return joiningKeys(state);
	}

	return state.isFiltering ? filteringKeys(state) : listKeys(state);
};

/** What may be a counterpart: any service project of the destination. */
export function counterparts(state: SessionState): readonly ServiceProject[] {
	return siteOf(state, 'destination')?.projects ?? [];
}

function listKeys(state: SessionState): readonly Binding[] {
	const shown = shownProjects(state);
	const keys = shown.map(({from}) => from.key);
	const marked = keys[cursorOf(state.cursors, 'projects')];
	const nothing =
		marked === undefined ? 'No service project is shown.' : undefined;
	return [
		bindUnless(
			chosenProjects(state).length === 0
				? 'Tick at least one service project first.'
				: undefined,
			'choose',
			'go on',
			{type: 'went-on'},
		),
		bindUnless(nothing, 'tick', 'tick', {
			type: 'project-ticked',
			key: marked ?? '',
		}),
		bind('all', 'all', {type: 'projects-ticked', keys, isTicked: true}),
		bind('none', 'none', {type: 'projects-ticked', keys, isTicked: false}),
		bindUnless(
			nothing ??
				(counterparts(state).length === 0
					? 'The destination has no service project.'
					: undefined),
			'counterpart',
			'counterpart',
			{type: 'joining-begun', key: marked ?? ''},
		),
		moveIn(state, 'projects', shown.length),
		bind('filter', 'filter', {type: 'filter-opened'}),
		back,
		help,
	];
}

function filteringKeys(state: SessionState): readonly Binding[] {
	return [
		bind('choose', 'keep the filter', {type: 'filter-kept'}),
		moveIn(state, 'projects', shownProjects(state).length),
		{...back, label: 'clear it'},
	];
}

function joiningKeys(state: SessionState): readonly Binding[] {
	const all = counterparts(state);
	const to = all[cursorOf(state.cursors, 'counterparts')];
	return [
		bindUnless(
			to === undefined ? 'The destination has no service project.' : undefined,
			'choose',
			'join',
			{type: 'counterpart-chosen', to: to?.key ?? ''},
		),
		moveIn(state, 'counterparts', all.length),
		back,
		help,
	];
}
