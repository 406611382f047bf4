import {type LeftSource} from '../../migration/plan.ts';
import {type LeftOutRow, type Report} from '../../migration/report.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type BrowserRow, type RowSource} from './browser.ts';
import {type Fact, factLines} from './facts.ts';
import {accountPage} from './pages.ts';
import {accountText, reasonsText} from './people.ts';
import {joinRows, rowsOf} from './row-sources.ts';

/** What has left the source since an earlier copy and stays on the destination. */
export function leftSourceRows({plan}: Report): RowSource {
	const {customers, organizations, memberships}: LeftSource = plan.leftSource;
	return joinRows(
		rowsOf(customers, ({customer, email}) =>
			goneRow('customer', {who: email, id: customer}),
		),
		rowsOf(organizations, ({organization, name}) =>
			goneRow('organization', {who: name, id: organization}),
		),
		rowsOf(memberships, ({customer, email, name}) =>
			goneRow('membership', {who: email, id: customer, organization: name}),
		),
	);
}

/** Accounts that were met among customers and are none. There are few, so they are made at once. */
export function leftOutRows(report: Report): RowSource {
	return rowsOf([...report.leftOut()], (row) => leftOutRow(row, report));
}

type Gone = {
	readonly who: string;
	readonly id: string;
	readonly organization?: string;
};

function goneRow(
	what: 'customer' | 'organization' | 'membership',
	{who, id, organization = ''}: Gone,
): BrowserRow {
	return {
		cells: [what, neutralise(who), neutralise(organization)],
		details: (columns) =>
			factLines(
				[
					{label: 'what', text: what},
					{
						label: what === 'organization' ? 'name' : 'who',
						text: neutralise(who),
					},
					...(organization === ''
						? []
						: [{label: 'organization', text: neutralise(organization)}]),
					{label: 'id', text: neutralise(id), tone: 'quiet'},
					{
						label: 'next step',
						text: 'It is on the destination still, since a copy removes nothing. Take it away there if it is to go.',
					},
				],
				columns,
			),
	};
}

function leftOutRow(row: LeftOutRow, {plan}: Report): BrowserRow {
	const {id, kind, email, name, type, reasons, problem, nextStep} = row;
	const related = reasons.length === 0 ? 'nowhere' : reasonsText(reasons);
	return {
		cells: [kind, neutralise(email), neutralise(name), related],
		// Only an Atlassian account is the same on both sites.
		subject: {
			label: neutralise(email === '' ? name : email),
			...(type === 'atlassian' &&
				kind === 'agent' && {page: accountPage(plan.destination, id)}),
		},
		details: (columns) =>
			factLines(
				[
					{label: 'name', text: neutralise(name)},
					{label: 'email', text: emailOf(row)},
					{label: 'account', text: accountText(type)},
					{label: 'left out', text: neutralise(problem)},
					{label: 'named', text: related},
					...contentFacts(row, plan.deletedContent),
					{label: 'id', text: neutralise(id), tone: 'quiet'},
					{label: 'next step', text: neutralise(nextStep)},
				],
				columns,
			),
	};
}

function emailOf({email, kind}: LeftOutRow): string {
	const missing = kind === 'deleted' ? 'gone' : 'hidden';
	return email === '' ? missing : neutralise(email);
}

function contentFacts(
	{id}: LeftOutRow,
	content: Report['plan']['deletedContent'],
): readonly Fact[] {
	return content
		.filter(({account}) => account === id)
		.map(({project, requests, keys}) => ({
			label: `in ${neutralise(project)}`,
			text: `${requests} requests: ${neutralise(keys.slice(0, 10).join(', '))}${requests > 10 ? ', …' : ''}`,
		}));
}
