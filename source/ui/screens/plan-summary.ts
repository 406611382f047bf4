import {type Plan} from '../../migration/plan.ts';
import {type PlanSummary, summarizePlan} from '../../migration/plan-summary.ts';
import {number, quantity} from '../../migration/quantity.ts';
import {neutralise} from '../../text/neutralise.ts';
import {factLines} from '../present/facts.ts';
import {blank, line} from '../present/line.ts';
import {
	additionParts,
	customerParts,
	effortText,
	organizationParts,
	partsText,
	requestParts,
} from '../present/plan-numbers.ts';
import {wrap} from '../present/wrap.ts';

/** What the summary of a plan shows, in so many columns. */
export function planSummary(plan: Plan, columns: number) {
	const summary = summarizePlan(plan);
	const customers = customerParts(summary);
	const organizations = organizationParts(summary);
	const counts = factLines(
		[
			{
				label: `Customers ${number(summary.customers.chosen)}`,
				text: partsText(customers),
			},
			{
				label: `Organizations ${number(summary.organizations.chosen)}`,
				text: partsText(organizations),
			},
		],
		columns,
	);
	const additions = additionLines(plan, summary, columns);
	const next = wrap(whatNow(plan, summary), columns).map((row) => line(row));
	return {
		wholes: [
			{
				title: quantity(summary.customers.chosen, 'customer'),
				parts: customers,
			},
			{
				title: quantity(summary.organizations.chosen, 'organization'),
				parts: organizations,
			},
		],
		above: [],
		below: [...additions, blank, ...next],
		lines: [...next, ...counts, ...additions],
	};
}

function additionLines(
	{activity}: Plan,
	summary: PlanSummary,
	columns: number,
) {
	const {memberships, projectLinks, projectAccess} = summary;
	return factLines(
		[
			{label: 'Memberships', text: partsText(additionParts(memberships))},
			{label: 'Project links', text: partsText(additionParts(projectLinks))},
			{label: 'Project access', text: partsText(additionParts(projectAccess))},
			...(activity === undefined
				? []
				: [{label: 'Requests', text: partsText(requestParts(activity))}]),
		],
		columns,
	);
}

function whatNow({destination}: Plan, summary: PlanSummary): string {
	const {conflict} = summary.organizations;

	if (conflict === 0) {
		return effortText(summary);
	}

	const [verb, them] = conflict === 1 ? ['is', 'it'] : ['are', 'them'];
	return `${quantity(conflict, 'organization')} of the same or a similar name ${verb} on ${neutralise(destination.name)} already: decide what becomes of ${them} first.`;
}
