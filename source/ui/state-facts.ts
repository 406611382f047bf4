import {type Side} from '../migration/events.ts';
import {type Plan, type PlannedOrganization} from '../migration/plan.ts';
import {neutralise} from '../text/neutralise.ts';
import {type Among} from './conflicts-state.ts';
import {type FieldId, fieldOf} from './fields.ts';
import {conflictsNamed, conflictsOf} from './present/conflict-list.ts';
import {type Joined, joinProjects, mapOf} from './present/counterparts.ts';
import {
	type ConnectedSite,
	type CopyRequest,
	type SavedSite,
} from './services.ts';
import {type SessionState} from './session-state.ts';
import {connectedSite} from './sites-state.ts';
import {textOf} from './text-field.ts';
import {type Route, currentRoute} from './wizard.ts';

/** What several screens and reducers want to know of the state. */
export function routeOf({wizard}: SessionState): Route {
	return currentRoute(wizard);
}

/** The text of a field, as typed. */
export function typedText({fields}: SessionState, field: FieldId): string {
	return textOf(fieldOf(fields, field));
}

export function siteOf(
	{sites}: SessionState,
	side: Side,
): ConnectedSite | undefined {
	return connectedSite(sites[side]);
}

/** The name of a site, safe to show; before it is chosen, what it is for. */
export function siteName(state: SessionState, side: Side): string {
	return neutralise(siteOf(state, side)?.name ?? `the ${side}`);
}

/** Both sites by their names, safe to show. */
export function siteNames(state: SessionState): Readonly<Record<Side, string>> {
	return {
		source: siteName(state, 'source'),
		destination: siteName(state, 'destination'),
	};
}

/** Saved sites that may be chosen; the destination can't be the source. */
export function savedSitesFor(
	state: SessionState,
	side: Side,
): readonly SavedSite[] {
	const source = siteOf(state, 'source');
	return state.home.sites.filter(
		({url}) => side === 'source' || url !== source?.url,
	);
}

/** All service projects of the source, each with its counterpart. */
export function joinedProjects(state: SessionState): readonly Joined[] {
	return joinProjects(
		siteOf(state, 'source')?.projects ?? [],
		siteOf(state, 'destination')?.projects ?? [],
		state.projects.chosen,
	);
}

/** The service projects to copy from. */
export function chosenProjects(state: SessionState): readonly Joined[] {
	const {ticked} = state.projects;
	return joinedProjects(state).filter(({from}) => ticked.includes(from.key));
}

/** Those the filter lets through. */
export function shownProjects(state: SessionState): readonly Joined[] {
	const wanted = typedText(state, 'projects-filter').toLowerCase();
	return joinedProjects(state).filter(({from}) =>
		`${from.key} ${from.name}`.toLowerCase().includes(wanted),
	);
}

/** What is to be planned, as chosen so far. */
export function copyRequest(state: SessionState): CopyRequest {
	const chosen = chosenProjects(state);
	return {
		projects: chosen.map(({from}) => from.key),
		map: mapOf(chosen),
		choices: state.choices,
	};
}

/** Tells scans apart: other sites, projects or customers need another one, and so do requests that are to be linked. All other choices only change the plan. */
export function scanKey(state: SessionState): string {
	const {projects, map, choices} = copyRequest(state);
	return JSON.stringify([
		siteOf(state, 'source')?.url,
		siteOf(state, 'destination')?.url,
		{projects, map, customers: choices.customers, activity: choices.activity},
	]);
}

/** All conflicts, those settled too. */
export function allConflicts({
	plan,
}: SessionState): readonly PlannedOrganization[] {
	return plan === undefined ? [] : conflictsOf(plan);
}

/** Those the filter lets through. */
export function shownConflicts(
	state: SessionState,
): readonly PlannedOrganization[] {
	return conflictsNamed(
		allConflicts(state),
		typedText(state, 'conflicts-filter'),
	);
}

export function openConflicts(
	state: SessionState,
): readonly PlannedOrganization[] {
	return allConflicts(state).filter(({fate}) => fate === 'conflict');
}

/** Of the conflicts that remain: all, or those of one certainty. */
export function remainingConflicts(
	state: SessionState,
	among: Among | undefined,
): readonly PlannedOrganization[] {
	return openConflicts(state).filter(
		({conflict}) => among === undefined || conflict?.certainty === among,
	);
}

export function plannedOrganization(
	plan: Plan | undefined,
	id: string,
): PlannedOrganization | undefined {
	return plan?.organizations.find((organization) => organization.id === id);
}

/** Whether the destination already holds customers or organizations of its own. */
export function hasDataThere({scan}: SessionState): boolean {
	const {stage} = scan;

	if (stage.type !== 'finished') {
		return true;
	}

	const {accounts, organizations} = stage.prepared.destination;
	return (
		organizations.length > 0 ||
		accounts.some(({type}) => type === 'portal-only')
	);
}
