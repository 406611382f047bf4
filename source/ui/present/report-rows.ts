import {
	type CustomerRow,
	type MembershipRow,
	type OrganizationRow,
} from '../../migration/report.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type BrowserRow, type Subject} from './browser.ts';
import {type Fact, factLines} from './facts.ts';
import {accountText, reasonsText, sourceEmailFacts} from './people.ts';

/** The same row where only what is wrong matters. */
export function problemRow(
	row: BrowserRow,
	subject: string,
	problem = '',
): BrowserRow {
	return {...row, cells: [neutralise(subject), neutralise(problem)]};
}

export function customerRow(row: CustomerRow, page?: string): BrowserRow {
	const {outcome, email, name, type, destinationType, problem = ''} = row;
	return {
		cells: [
			outcome,
			email === '' ? 'hidden' : neutralise(email),
			neutralise(name),
			neutralise(problem),
		],
		tone: toneOf(outcome, problem),
		subject: {
			customer: row.id,
			label: neutralise(email === '' ? name : email),
			...(page !== undefined && {page}),
		},
		details: (columns) =>
			factLines(
				[
					{label: 'email', text: email === '' ? 'hidden' : neutralise(email)},
					...sourceEmailFacts(row.sourceEmail),
					{label: 'name', text: neutralise(name)},
					{label: 'outcome', text: outcome},
					{label: 'account', text: accountsText(type, destinationType)},
					{label: 'chosen as', text: reasonsText(row.reasons)},
					...idFacts(row),
					...problemFacts(row),
				],
				columns,
			),
	};
}

export function organizationRow(
	row: OrganizationRow,
	page?: string,
): BrowserRow {
	const {outcome, name, nameThere = '', members, projects, problem = ''} = row;
	return {
		cells: [
			outcome,
			neutralise(name),
			neutralise(nameThere),
			String(members),
			projects.join(' '),
		],
		tone: toneOf(outcome, problem),
		subject: {
			organization: row.id,
			label: neutralise(name),
			...(page !== undefined && {page}),
		},
		details: (columns) =>
			factLines(
				[
					{label: 'organization', text: neutralise(name)},
					{label: 'outcome', text: outcome},
					{
						label: 'name there',
						text: nameThere === '' ? 'not there' : neutralise(nameThere),
					},
					{label: 'members', text: String(members)},
					{
						label: 'projects',
						text: projects.length === 0 ? 'none' : projects.join(', '),
					},
					...idFacts(row),
					...problemFacts(row),
				],
				columns,
			),
	};
}

/** In the words of the summary. */
export const membershipOutcomes: Readonly<
	Record<MembershipRow['outcome'], string>
> = {
	added: 'added',
	present: 'there already',
	'not-possible': 'not possible',
	failed: 'failed',
	waiting: 'waiting',
};

export function membershipRow(
	row: MembershipRow,
	subject?: Subject,
): BrowserRow {
	const {outcome, email, organization, problem = ''} = row;
	return {
		cells: [
			membershipOutcomes[outcome],
			neutralise(email),
			neutralise(organization),
			neutralise(problem),
		],
		tone: outcome === 'failed' ? 'bad' : undefined,
		...(subject !== undefined && {subject}),
		details: (columns) =>
			factLines(
				[
					{
						label: 'customer',
						text: neutralise(email === '' ? row.customer : email),
					},
					{label: 'organization', text: neutralise(organization)},
					{label: 'outcome', text: membershipOutcomes[outcome]},
					...problemFacts(row),
				],
				columns,
			),
	};
}

function accountsText(
	here: CustomerRow['type'],
	there: CustomerRow['destinationType'],
): string {
	if (there === undefined) {
		return accountText(here);
	}

	return here === there
		? `${accountText(here)} on both sites`
		: `${accountText(here)}, there ${accountText(there)}`;
}

function toneOf(outcome: string, problem: string): BrowserRow['tone'] {
	if (outcome === 'failed') {
		return 'bad';
	}

	return problem === '' ? undefined : 'warning';
}

function idFacts({
	id,
	destinationId,
}: Pick<CustomerRow, 'id' | 'destinationId'>): readonly Fact[] {
	return [
		{label: 'id', text: neutralise(id), tone: 'quiet'},
		...(destinationId === undefined
			? []
			: [
					{
						label: 'id there',
						text: neutralise(destinationId),
						tone: 'quiet',
					} as const,
				]),
	];
}

function problemFacts({
	problem,
	nextStep,
}: Pick<CustomerRow, 'problem' | 'nextStep'>): readonly Fact[] {
	return problem === undefined
		? []
		: [
				{label: 'problem', text: neutralise(problem), tone: 'warning'},
				{label: 'next step', text: neutralise(nextStep ?? '')},
			];
}
