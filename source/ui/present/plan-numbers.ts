import {type PlannedActivity} from '../../migration/activity/planned-activity.ts';
import {
	type PlanSummary,
	type PlannedAdditions,
} from '../../migration/plan-summary.ts';
import {number, quantity} from '../../migration/quantity.ts';
import {type Tone} from './line.ts';
import {range} from './pace.ts';

/** A part of a whole, for a bar and its legend. */
export type Part = {
	readonly label: string;
	readonly count: number;
	readonly tone?: Tone;
};

/** What the plan makes of the customers. */
export function customerParts({customers}: PlanSummary): readonly Part[] {
	return [
		{label: 'create', count: customers.create, tone: 'good'},
		{label: 'link', count: customers.link, tone: 'accent'},
		{label: 'unchanged', count: customers.unchanged, tone: 'quiet'},
		{label: 'skip', count: customers.skip, tone: 'quiet'},
		{label: 'need attention', count: customers.attention, tone: 'warning'},
	];
}

/** What the plan makes of the organizations; decided conflicts are counted by their decision. */
export function organizationParts({
	organizations,
	decided,
}: PlanSummary): readonly Part[] {
	const {create, link, unchanged, skip, conflict, attention} = organizations;
	const joined = decided.merge + decided.map;
	return [
		{label: 'create', count: create - decided.rename, tone: 'good'},
		{label: 'rename', count: decided.rename, tone: 'good'},
		{label: 'merge', count: decided.merge, tone: 'accent'},
		{label: 'map', count: decided.map, tone: 'accent'},
		{label: 'link', count: link - joined, tone: 'accent'},
		{label: 'unchanged', count: unchanged, tone: 'quiet'},
		{label: 'skip', count: skip, tone: 'quiet'},
		{label: 'need attention', count: attention, tone: 'warning'},
		{label: 'to decide', count: conflict, tone: 'bad'},
	];
}

/** What is to be added, and what is there already or can't be. */
export function additionParts(additions: PlannedAdditions): readonly Part[] {
	return [
		{label: 'add', count: additions.add},
		{label: 'there already', count: additions.present},
		{label: 'not possible', count: additions.notPossible},
	];
}

/** What becomes of requests that are on the destination already. Fields are left where someone else is set, or whoever is named is not there. */
export function requestParts({
	requests,
	proposed,
	left,
}: PlannedActivity): readonly Part[] {
	return [
		{label: 'to link', count: requests.length},
		{label: 'only listed', count: proposed.length},
		{
			label:
				left.length === 1 ? 'field left as it is' : 'fields left as they are',
			count: left.length,
		},
	];
}

/** Only what there is any of: `12 create, 3 link`. */
export function partsText(parts: readonly Part[]): string {
	const present = parts.filter(({count}) => count > 0);
	return present.length === 0
		? 'none'
		: present.map(({label, count}) => `${number(count)} ${label}`).join(', ');
}

/** Writes a second to expect of a Jira Cloud site with several in flight: each takes a fifth to half of a second. */
const slowRate = 15;
const fastRate = 50;

/** How much is to be written and how long that may take. */
export function effortText({calls}: PlanSummary): string {
	if (calls.writes === 0) {
		return 'Nothing to write: a copy only checks that all is there.';
	}

	const all = calls.reads + calls.writes;
	const time = range(all / fastRate, all / slowRate);
	const about = /^(?:up to|less than)/v.test(time) ? time : `about ${time}`;
	return `${quantity(calls.writes, 'write')}, ${about}. Nobody gets a mail.`;
}
