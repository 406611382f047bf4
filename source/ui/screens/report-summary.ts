import {number, quantity} from '../../migration/quantity.ts';
import {type RunSummary} from '../../migration/run-summary.ts';
import {neutralise} from '../../text/neutralise.ts';
import {factLines} from '../present/facts.ts';
import {blank, line} from '../present/line.ts';
import {partsText} from '../present/plan-numbers.ts';
import {
	additionOutcomes,
	callsText,
	customerOutcomes,
	organizationOutcomes,
} from '../present/report-summary.ts';
import {wrap} from '../present/wrap.ts';

/** What the summary of a report shows, in so many columns. */
export function reportSummary(summary: RunSummary, columns: number) {
	const {chosen: customers} = summary.customers;
	const {chosen: organizations} = summary.organizations;
	const verdict = wrap(neutralise(summary.verdict), columns).map((row) =>
		line(row, 'strong'),
	);
	const additions = additionLines(summary, columns);
	const counts = factLines(
		[
			{
				label: `Customers ${number(customers)}`,
				text: partsText(customerOutcomes(summary)),
			},
			{
				label: `Organizations ${number(organizations)}`,
				text: partsText(organizationOutcomes(summary)),
			},
		],
		columns,
	);
	return {
		wholes: [
			{
				title: quantity(customers, 'customer'),
				parts: customerOutcomes(summary),
			},
			{
				title: quantity(organizations, 'organization'),
				parts: organizationOutcomes(summary),
			},
		],
		above: [...verdict, blank],
		below: additions,
		lines: [...verdict, ...counts, ...additions],
	};
}

function additionLines(summary: RunSummary, columns: number) {
	const {memberships, projectLinks, projectAccess} = summary;
	return factLines(
		[
			{label: 'Memberships', text: partsText(additionOutcomes(memberships))},
			{label: 'Project links', text: partsText(additionOutcomes(projectLinks))},
			{
				label: 'Project access',
				text: partsText(additionOutcomes(projectAccess)),
			},
			{label: 'Calls', text: callsText(summary)},
		],
		columns,
	);
}
