import {explainFailure} from '../../migration/explain.ts';
import {type FailedThing} from '../../migration/progress.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type Fact, factLines} from './facts.ts';
import {type Line, span} from './line.ts';
import {signs} from './signs.ts';
import {when} from './when.ts';

const triedWords: Readonly<Record<FailedThing['what'], string>> = {
	'organization-failed': 'create the organization',
	'customer-failed': 'create the customer',
	'revocation-failed': 'revoke the access of the customer, who is inactive',
	'member-failed': 'make the customer a member of the organization',
	'project-link-failed': 'link the organization to the service project',
	'project-access-failed':
		'put the customer on the list of the service project',
	'request-link-failed': 'link the request',
};

/** One failure as it comes: what, where and why. */
export function failureLine(failed: FailedThing): Line {
	const {subject, place, failure} = failed;
	const {problem} = explainFailure(failure);
	const where = place === undefined ? '' : ` in ${neutralise(place)}`;
	return [
		span(`${signs.failed} `, 'bad'),
		{text: neutralise(subject), isPersonal: isOfPerson(failed)},
		span(`${where}: ${neutralise(problem)}`),
	];
}

function isOfPerson({what}: FailedThing): boolean {
	return what !== 'organization-failed' && what !== 'project-link-failed';
}

/** Everything that is known about a failure, and what to do next. */
export function failureDetails(
	failed: FailedThing,
	now: number,
	columns: number,
): readonly Line[] {
	const {at, what, subject, place, failure} = failed;
	const {detail, status, requestId, ...told} = failure;
	const {problem, nextStep} = explainFailure(told);
	const facts: readonly Fact[] = [
		{label: isOfPerson(failed) ? 'who' : 'what', text: subject},
		...known('in', place),
		{label: 'tried', text: triedWords[what]},
		{label: 'when', text: when(new Date(at), new Date(now))},
		{label: 'problem', text: problem, tone: 'bad'},
		...known('the site said', detail),
		...known('status', status?.toString()),
		...known('request id', requestId),
		{label: 'next step', text: nextStep},
	];
	return factLines(
		facts.map((fact) => ({...fact, text: neutralise(fact.text)})),
		columns,
	);
}

function known(label: string, text: string | undefined): readonly Fact[] {
	return text === undefined ? [] : [{label, text}];
}
