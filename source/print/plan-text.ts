import {explainCustomer, explainOrganization} from '../migration/explain.ts';
import {
	type Conflict,
	type Plan,
	type PlannedOrganization,
} from '../migration/plan.ts';
import {
	type PlannedAdditions,
	summarizePlan,
} from '../migration/plan-summary.ts';
import {emailDomains} from '../migration/email-domains.ts';
import {number, quantity} from '../migration/quantity.ts';
import {neutralise} from '../text/neutralise.ts';
import {activityPlanText} from './activity-text.ts';
import {leftOutText} from './report-people.ts';
import {leftSourceText} from './left-source-text.ts';

/** A plan in lines of plain text. */
export function planText(plan: Plan): readonly string[] {
	const summary = summarizePlan(plan);
	const {customers, organizations, calls} = summary;
	return [
		`Plan: ${neutralise(plan.source.name)} → ${neutralise(plan.destination.name)}`,
		`  Projects       ${projectsText(plan)}`,
		`  Customers      ${counts(customers.chosen, customers)}`,
		`  Organizations  ${counts(organizations.chosen, organizations)}`,
		`  Memberships    ${additionsText(summary.memberships)}`,
		`  Project links  ${additionsText(summary.projectLinks)}`,
		`  Project access ${additionsText(summary.projectAccess)}`,
		...(plan.activity && summary.activity
			? activityPlanText(plan, plan.activity, summary.activity)
			: []),
		...mappingLines(plan),
		...problemLines(plan),
		...leftOutLines(plan),
		...plan.organizations.flatMap((organization) =>
			conflictText(organization, plan),
		),
		...memoryText(plan),
		...leftSourceText(plan).map((line) => `  ${line}`),
		`  ${quantity(calls.writes, 'write')}, about ${quantity(calls.reads, 'read')} of the destination. Nobody gets a mail.`,
		...(customers.create > 0 ? silenceLines : []),
	];
}

/** Nothing we send mails anyone; whether a site does so by itself when a customer is created is not documented (R7). */
const silenceLines = [
	'  To be sure that the site sends none by itself: switch off “Customer invited” in the customer notifications',
	'  of the destination’s projects, and copy one customer first, with --limit 1.',
];

/** What the admin's changed domains and emails do; one that meets nobody is likely a slip of the pen. */
function mappingLines(plan: Plan): readonly string[] {
	const {emails, emailDomains: changes} = plan.choices;
	const holders = new Map(
		emailDomains(plan).map(({domain, customers}) => [domain, customers]),
	);
	const chosen = new Set(plan.customers.map(({id}) => id));
	const given = Object.keys(emails);
	const met = given.filter((id) => chosen.has(id)).length;
	return [
		...Object.entries(changes).map(
			([from, to]) =>
				`  Email domain   ${from} → ${to}: ${quantity(holders.get(from) ?? 0, 'customer')}`,
		),
		...(given.length === 0
			? []
			: [
					`  Emails given   ${quantity(given.length, 'account')}, of which ${number(met)} chosen`,
				]),
	];
}

/** What a person has to do about customers, known before anything is written. */
function problemLines({
	customers,
	source,
	destination,
}: Plan): readonly string[] {
	const names = {source: source.name, destination: destination.name};
	const found = Map.groupBy(customers, ({problem}) => problem);
	return [...found].flatMap(([problem, concerned]) => {
		if (problem === undefined) {
			return [];
		}

		const words = explainCustomer(problem, names);
		return [
			`  ${quantity(concerned.length, 'customer')}: ${neutralise(words.problem)}`,
			`    → ${neutralise(words.nextStep)}`,
		];
	});
}

function leftOutLines(plan: Plan): readonly string[] {
	const who = leftOutText(plan);
	return who === undefined ? [] : [`  Left out, as no customers: ${who}`];
}

/** Without a ledger the sites alone say what is there already, and whoever lost one should know that nothing depends on it. */
function memoryText({remembered, destination}: Plan): readonly string[] {
	return remembered.customers + remembered.organizations > 0
		? []
		: [
				`  No earlier copy between these sites is known on this machine; what ${neutralise(destination.name)} has already was found by account, email and name.`,
			];
}

function projectsText({projects}: Plan): string {
	return projects
		.map(({from, to}) =>
			to === undefined
				? `${from.key} (no counterpart: nothing is linked there)`
				: `${from.key} → ${to.key}`,
		)
		.join(', ');
}

/** The number chosen and, behind it, only what there is any of. */
function counts(
	chosen: number,
	fates: Readonly<Record<string, number>>,
): string {
	const parts = Object.entries(fates)
		.filter(([fate, count]) => fate !== 'chosen' && count > 0)
		.map(([fate, count]) => `${number(count)} ${fate}`);
	return [`${number(chosen)} chosen`, ...parts].join(', ');
}

function additionsText({add, present, notPossible}: PlannedAdditions): string {
	return [
		`${number(add)} to add`,
		`${number(present)} there already`,
		...(notPossible > 0 ? [`${number(notPossible)} not possible`] : []),
	].join(', ');
}

function conflictText(
	organization: PlannedOrganization,
	{source, destination}: Plan,
): readonly string[] {
	const {conflict, decision, name, newName, problem} = organization;

	if (conflict === undefined) {
		return [];
	}

	const answer =
		decision?.type === 'rename'
			? `rename to “${neutralise(newName ?? decision.name)}”`
			: (decision?.type ?? 'undecided');
	const {customers, projects} = conflict;
	const why =
		problem === undefined
			? undefined
			: explainOrganization(problem, {
					source: source.name,
					destination: destination.name,
				});
	return [
		`  ${sameness(conflict)} “${neutralise(name)}”${otherName(name, conflict)}: ${answer}`,
		`    customers  only ${neutralise(source.name)} ${customers.onlySource.length}, both ${customers.both.length}, only ${neutralise(destination.name)} ${customers.onlyDestination.length}`,
		`    projects   only ${neutralise(source.name)} ${list(projects.onlySource)}, both ${list(projects.both)}, only ${neutralise(destination.name)} ${list(projects.onlyDestination)}`,
		...(why === undefined
			? []
			: [neutralise(`    ${why.problem} ${why.nextStep}`)]),
	];
}

/** Names that are only possibly the same are shown next to each other. */
function otherName(name: string, {other}: Conflict): string {
	return other.name === name ? '' : ` and “${neutralise(other.name)}”`;
}

function sameness({kind, certainty}: Conflict): string {
	if (kind === 'alike-organizations') {
		return 'Alike on the source';
	}

	return certainty === 'certain' ? 'Duplicate' : 'Possible duplicate';
}

function list(keys: readonly string[]): string {
	return keys.length === 0 ? 'none' : keys.join(' ');
}
