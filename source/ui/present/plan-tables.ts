import {type EmailDomain, emailDomains} from '../../migration/email-domains.ts';
import {
	type LeftOutKind,
	explainCustomer,
	explainLeftOut,
	explainOrganization,
} from '../../migration/explain.ts';
import {type Reason, type RelatedAccount} from '../../migration/model.ts';
import {
	type Plan,
	type PlannedCustomer,
	type PlannedOrganization,
} from '../../migration/plan.ts';
import {plannedAccount} from '../../migration/planned-account.ts';
import {number, quantity} from '../../migration/quantity.ts';
import {neutralise} from '../../text/neutralise.ts';
import {adviceOnPlan} from './advice.ts';
import {type BrowserRow, type BrowserTable, domainsOf} from './browser.ts';
import {type Column} from './columns.ts';
import {type Fact, factLines} from './facts.ts';
import {type Tone} from './line.ts';
import {OrganizationsOf} from './organizations-of.ts';
import {accountText, reasonsText, sourceEmailFacts} from './people.ts';
import {plannedRequestsTable} from './planned-requests.ts';
import {joinRows, rowsOf} from './row-sources.ts';

export const planTabs = [
	'summary',
	'customers',
	'organizations',
	'domains',
	'left out',
	'requests',
] as const;

export type PlanTab = (typeof planTabs)[number];

const customerColumns: readonly Column[] = [
	{title: 'Fate', least: 9, share: 0},
	{title: 'Email', least: 24, share: 2},
	{title: 'Name', least: 12, share: 1},
	{title: 'Account', least: 17, share: 1},
];

const organizationColumns: readonly Column[] = [
	{title: 'Fate', least: 9, share: 0},
	{title: 'Organization', least: 22, share: 2},
	{title: 'Becomes', least: 16, share: 2},
	{title: 'Adds', least: 11, share: 0, side: 'right'},
];

const domainColumns: readonly Column[] = [
	{title: 'Customers', least: 11, share: 0, side: 'right'},
	{title: 'Email domain', least: 18, share: 1},
	{title: 'Becomes', least: 18, share: 1},
];

const leftOutColumns: readonly Column[] = [
	{title: 'Why', least: 11, share: 0},
	{title: 'Email', least: 22, share: 2},
	{title: 'Name', least: 14, share: 1},
];

/** Every customer, organization and request of a plan with its fate and why. */
export function planTable(
	plan: Plan,
	tab: Exclude<PlanTab, 'summary'>,
): BrowserTable {
	switch (tab) {
		case 'customers': {
			const organizationsOf = new OrganizationsOf(plan.organizations);
			return {
				columns: customerColumns,
				rows: rowsOf(plan.customers, (one) => customerRow(one, plan)),
				facets: {
					outcome: (place) => [plan.customers[place]!.fate],
					organization: (place) =>
						organizationsOf.of(plan.customers[place]!.id),
					domain: (place) => domainsOf(plan.customers[place]!.email ?? ''),
				},
				prepareFacets: () => organizationsOf.prepare(),
				emptyText: 'No customers are chosen.',
			};
		}

		case 'organizations': {
			return {
				columns: organizationColumns,
				rows: rowsOf(plan.organizations, (one) => organizationRow(one, plan)),
				facets: {
					outcome: (place) => [fateOf(plan.organizations[place]!)],
				},
				emptyText: 'No organization is related to the chosen projects.',
			};
		}

		case 'domains': {
			const domains = emailDomains(plan);
			return {
				columns: domainColumns,
				rows: rowsOf(domains, (domain) => domainRow(domain)),
				emptyText: 'No customer shows an email.',
			};
		}

		case 'left out': {
			const {agents, apps, deleted} = plan.leftOut;
			return {
				columns: leftOutColumns,
				rows: joinRows(
					rowsOf(agents, (one) => leftOutRow(one, 'agent', plan)),
					rowsOf(apps, (one) => leftOutRow(one, 'app', plan)),
					rowsOf(deleted, (one) => leftOutRow(one, 'deleted', plan)),
				),
				emptyText: 'Nobody was left out: all accounts met are customers.',
			};
		}

		case 'requests': {
			return plannedRequestsTable(plan);
		}
	}
}

function customerRow(customer: PlannedCustomer, plan: Plan): BrowserRow {
	const {fate, email = '', sourceEmail} = customer;
	const {name, type, status, reasons, problem} = customer;
	const explanation =
		problem === undefined
			? undefined
			: explainCustomer(problem, {
					...namesOf(plan),
					advice: adviceOnPlan(plan.destination),
				});
	return {
		cells: [
			fate,
			email === '' ? 'hidden' : neutralise(email),
			neutralise(name),
			accountText(type, status),
		],
		tone: problem === undefined ? undefined : 'warning',
		...(fate !== 'unchanged' && {about: customer.id}),
		details: (columns) =>
			factLines(
				[
					{label: 'email', text: email === '' ? 'hidden' : neutralise(email)},
					...sourceEmailFacts(sourceEmail),
					{label: 'name', text: neutralise(name)},
					{label: 'account', text: accountText(type, status)},
					{label: 'fate', text: fateText(customer)},
					{label: 'chosen as', text: reasonsText(reasons)},
					...problemFacts(explanation),
				],
				columns,
			),
	};
}

function fateText(customer: PlannedCustomer): string {
	const {fate, revoke, sameAs} = customer;

	if (sameAs !== undefined) {
		return 'shares the account of another customer with the same email';
	}

	return {
		create: revoke
			? 'created, and its access revoked at once, since it is inactive'
			: 'created as a portal-only account',
		link: 'linked to its account there',
		unchanged: 'copied before; nothing to do',
		skip: 'left out, as chosen',
		attention:
			plannedAccount(customer) === undefined
				? 'not copied; a person has to decide'
				: 'linked to its account there; the rest is for a person to do',
	}[fate];
}

function organizationRow(
	organization: PlannedOrganization,
	plan: Plan,
): BrowserRow {
	const {name, members, links, problem} = organization;
	const explanation =
		problem === undefined
			? undefined
			: explainOrganization(problem, namesOf(plan));
	const projects = links.add.map(({key}) => key).join(', ');
	return {
		cells: [
			fateOf(organization),
			neutralise(name),
			neutralise(becomes(organization)),
			quantity(members.add.length, 'member'),
		],
		tone: toneOf(organization),
		details: (columns) =>
			factLines(
				[
					{label: 'organization', text: neutralise(name)},
					{label: 'fate', text: fateOf(organization)},
					{label: 'becomes', text: neutralise(becomes(organization))},
					{
						label: 'members',
						text: `${number(members.add.length)} to add, ${number(members.present.length)} there already, ${number(members.notPossible.length)} not possible`,
					},
					{
						label: 'projects',
						text: projects === '' ? 'none to link' : `linked to ${projects}`,
					},
					...problemFacts(explanation),
				],
				columns,
			),
	};
}

/** What was decided says more than the fate that follows from it. */
function fateOf({decision, fate}: PlannedOrganization): string {
	return decision?.type ?? fate;
}

function toneOf({fate, problem}: PlannedOrganization): Tone | undefined {
	if (fate === 'conflict') {
		return 'bad';
	}

	return problem === undefined ? undefined : 'warning';
}

/** The name it has on the destination afterwards. */
function becomes({fate, newName, destination}: PlannedOrganization): string {
	return fate === 'skip' || fate === 'conflict'
		? ''
		: (newName ?? destination?.name ?? '');
}

function domainRow({
	domain,
	customers,
	becomes: others,
}: EmailDomain): BrowserRow {
	const isChanged = others.some((other) => other !== domain);
	const text = others.map((other) => neutralise(other)).join(', ');
	return {
		cells: [number(customers), neutralise(domain), isChanged ? text : ''],
		tone: isChanged ? 'accent' : undefined,
		about: domain,
		details: (columns) =>
			factLines(
				[
					{label: 'domain', text: neutralise(domain)},
					{label: 'customers', text: number(customers)},
					{label: 'becomes', text: isChanged ? text : 'the same'},
					{
						label: 'to change it',
						text: 'press e',
					},
				],
				columns,
			),
	};
}

function leftOutRow(
	{id, email = '', name, reasons}: RelatedAccount,
	kind: LeftOutKind,
	plan: Plan,
): BrowserRow {
	const {problem, nextStep} = explainLeftOut(kind, namesOf(plan));
	return {
		cells: [kind, neutralise(email), neutralise(name)],
		details: (columns) =>
			factLines(
				[
					{label: 'name', text: neutralise(name)},
					{label: 'email', text: emailOf(email, kind)},
					{label: 'left out', text: neutralise(problem)},
					{label: 'named', text: leftOutReasons(reasons)},
					...contentFacts(id, plan),
					{label: 'next step', text: neutralise(nextStep)},
				],
				columns,
			),
	};
}

function emailOf(email: string, kind: LeftOutKind): string {
	const missing = kind === 'deleted' ? 'gone' : 'hidden';
	return email === '' ? missing : neutralise(email);
}

function leftOutReasons(reasons: readonly Reason[]): string {
	return reasons.length === 0 ? 'nowhere' : reasonsText(reasons);
}

/** What a deleted account left in requests. */
function contentFacts(id: string, {deletedContent}: Plan): readonly Fact[] {
	return deletedContent
		.filter(({account}) => account === id)
		.map(({project, requests, keys}) => ({
			label: `in ${neutralise(project)}`,
			text: `${quantity(requests, 'request')}: ${neutralise(keys.slice(0, 10).join(', '))}${requests > 10 ? ', …' : ''}`,
		}));
}

function problemFacts(
	explanation:
		{readonly problem: string; readonly nextStep: string} | undefined,
): readonly Fact[] {
	return explanation === undefined
		? []
		: [
				{
					label: 'problem',
					text: neutralise(explanation.problem),
					tone: 'warning',
				},
				{label: 'next step', text: neutralise(explanation.nextStep)},
			];
}

function namesOf({source, destination}: Plan) {
	return {source: source.name, destination: destination.name};
}
