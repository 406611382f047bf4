import {type Conflict} from '../../migration/plan.ts';
import {number, quantity} from '../../migration/quantity.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type Fact} from './facts.ts';
import {listOf} from './words.ts';

/** Requests of one project, by its key. */
type ProjectCount = {readonly project: string; readonly requests: number};

/** What is known of the requests shared with an organization; *unknown* where the login may not see them. */
export type SharedCount = readonly ProjectCount[] | 'unknown' | 'counting';

/** What members of an organization see: `the 41 requests shared with Acme in SUP`. */
export function sharedText(
	name: string,
	projects: readonly string[],
	shared: SharedCount,
): string {
	const keys = projects.map((one) => neutralise(one));
	const where = keys.length === 0 ? '' : ` in ${listOf(keys)}`;

	// Nothing is counted where it is linked to no project.
	if (shared === 'unknown' || keys.length === 0) {
		return `the requests shared with ${name}${where}`;
	}

	if (shared === 'counting') {
		return `the requests shared with ${name}${where} (counting…)`;
	}

	const counted = shared.filter(({requests}) => requests > 0);
	const [only, ...others] = counted;

	if (only === undefined) {
		return `what is shared with ${name}${where} (no request yet)`;
	}

	const total = counted.reduce((sum, {requests}) => sum + requests, 0);
	const all = `the ${quantity(total, 'request')} shared with ${name}`;
	return others.length === 0
		? `${all} in ${neutralise(only.project)}`
		: `${all} (${countsText(shared)})`;
}

/** The same as a row of its own; nothing where nobody can tell. */
export function sharedFacts(
	{kind, projects}: Conflict,
	shared: SharedCount,
): readonly Fact[] {
	const isLinked = projects.both.length + projects.onlyDestination.length > 0;

	if (kind === 'alike-organizations' || !isLinked || shared === 'unknown') {
		return [];
	}

	const text = shared === 'counting' ? 'counting…' : countsText(shared);
	return [{label: 'shared', text: text === '' ? 'none' : text}];
}

/** `41 in SUP, 3 in IT`, the most first. */
function countsText(shared: readonly ProjectCount[]): string {
	return shared
		.filter(({requests}) => requests > 0)
		.toSorted((a, b) => b.requests - a.requests)
		.map(
			({project, requests}) => `${number(requests)} in ${neutralise(project)}`,
		)
		.join(', ');
}
