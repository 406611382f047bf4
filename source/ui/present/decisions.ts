import {type OrganizationDetails} from '../../migration/model.ts';
import {type Conflict, type PlannedOrganization} from '../../migration/plan.ts';
import {number, quantity} from '../../migration/quantity.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type Tone} from './line.ts';
import {type SharedCount, sharedText} from './shared-requests.ts';
import {signs} from './signs.ts';
import {listOf} from './words.ts';

type SiteNames = {readonly source: string; readonly destination: string};

/** Who will see what, if an organization is merged with the one it collides with. */
export function mergeText(
	{kind, other, customers, projects}: Conflict,
	sites: SiteNames,
	shared: SharedCount = 'unknown',
): string {
	const joining = customers.onlySource.length;
	const name = neutralise(other.name);

	if (kind === 'alike-organizations') {
		return `Both become one organization, ${name}: all their customers will see what is shared with either.`;
	}

	const keys = [...projects.both, ...projects.onlyDestination];
	return joining === 0
		? `Nobody joins ${name} on ${sites.destination}; it only gets the missing project links.`
		: `${quantity(joining, 'customer')} of ${sites.source} will see ${sharedText(name, keys, shared)}${inReturn(customers.both.length + customers.onlyDestination.length)}.`;
}

/** What mapping onto another organization would do, from the plan made as if it were decided. */
export function mapText(
	planned: PlannedOrganization | undefined,
	{name, members: membersThere, projects: keys}: OrganizationDetails,
	sites: SiteNames,
	shared: SharedCount = 'unknown',
): string {
	const target = neutralise(name);

	if (planned?.fate !== 'link') {
		return `${target} can't be mapped onto: an identity provider manages it, or it is gone.`;
	}

	const {members, links} = planned;
	const projects = links.add.map(({key}) => neutralise(key));
	const linked =
		projects.length === 0 ? '' : ` It is linked to ${listOf(projects)} too.`;
	return `${quantity(members.add.length, 'customer')} of ${sites.source} will join ${target} on ${sites.destination} and see ${sharedText('it', keys, shared)}${inReturn(membersThere.length)}.${linked}`;
}

function inReturn(membersThere: number): string {
	return membersThere === 0
		? ''
		: `; its ${quantity(membersThere, 'customer')} will see what they share`;
}

/** What merging all that remain would do. */
export function mergeAllText(
	open: readonly PlannedOrganization[],
	sites: SiteNames,
): string {
	let joining = 0;

	for (const {conflict} of open) {
		joining += conflict?.customers.onlySource.length ?? 0;
	}

	return `${number(joining)} memberships are added to ${quantity(open.length, 'organization')} of ${sites.destination}. Whoever joins one will see the requests shared with it, and its customers will see theirs.`;
}

/** What is wrong with a new name, or that it is free. */
export function nameText(
	problem: 'blank' | 'too-long' | 'taken' | undefined,
	length: number,
): string {
	switch (problem) {
		case undefined: {
			return 'free on both sites';
		}

		case 'blank': {
			return 'type a name';
		}

		case 'too-long': {
			return `too long: ${length} of 200 characters`;
		}

		case 'taken': {
			return 'taken: on a site, by another answer, or alike but for case and blanks';
		}
	}
}

/** What was decided on a conflict, or that it is still open. */
export function decidedText({
	fate,
	decision,
	newName,
	destination,
}: PlannedOrganization): {readonly text: string; readonly tone: Tone} {
	if (fate === 'conflict' || decision === undefined) {
		return {text: `${signs.open} to decide`, tone: 'warning'};
	}

	const text = {
		rename: `renamed to ${neutralise(newName ?? '')}`,
		merge: 'merged',
		map: `mapped onto ${neutralise(destination?.name ?? '')}`,
		skip: 'skipped',
	}[decision.type];
	return {text: `${signs.done} ${text}`, tone: 'good'};
}

/** Why an earlier answer is asked again. */
export function askedAgainText(
	{problem}: PlannedOrganization,
	destination: string,
): string | undefined {
	switch (problem) {
		case 'new-name-taken': {
			return 'The name decided on is taken by now; please decide again.';
		}

		case 'earlier-copy-there': {
			return `The new name is that of what may be an earlier copy on ${destination}; map it there, or give another name.`;
		}

		case 'map-target-gone': {
			return `What it was mapped onto is gone from ${destination}; please decide again.`;
		}

		default: {
			return undefined;
		}
	}
}
