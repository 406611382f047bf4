import {explainFailure} from '../../migration/explain.ts';
import {number, quantity} from '../../migration/quantity.ts';
import {type RecordedCall} from '../../migration/recorded-calls.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type BrowserRow, type BrowserTable} from './browser.ts';
import {type Fact, factLines} from './facts.ts';
import {callColumns} from './report-columns.ts';
import {rowsOf} from './row-sources.ts';

/** The calls that were made for one customer, organization or request. */
export function callsTable(calls: readonly RecordedCall[]): BrowserTable {
	return {
		columns: callColumns,
		rows: rowsOf(calls, (call) => callRow(call)),
		facets: {outcome: (place) => [calls[place]!.outcome]},
		emptyText:
			'This run sent nothing for it: it was there before, or left out.',
	};
}

const kinds: Readonly<Record<RecordedCall['kind'], string>> = {
	'create-customer': 'create customer',
	'revoke-access': 'revoke access',
	'create-organization': 'create organization',
	'add-members': 'add members',
	'link-organization': 'link to project',
	'add-project-customers': 'put on customer list',
	'edit-request': 'link the request',
};

function callRow(call: RecordedCall): BrowserRow {
	const {number: step, kind, about, outcome, requestId = ''} = call;
	return {
		cells: [
			number(step),
			outcome,
			kinds[kind],
			neutralise(about),
			neutralise(requestId),
		],
		tone: toneOf(outcome),
		details: (columns) => factLines(callFacts(call), columns),
	};
}

function callFacts(call: RecordedCall): readonly Fact[] {
	const {number: step, kind, about, others, requestId} = call;
	return [
		{label: 'call', text: kinds[kind]},
		{label: 'about', text: neutralise(about)},
		{label: 'outcome', text: outcomeText(call), tone: toneOf(call.outcome)},
		...(others > 0
			? [{label: 'the same call', text: `for ${quantity(others, 'other')} too`}]
			: []),
		{
			label: 'request id',
			text:
				requestId === undefined
					? 'none was recorded'
					: `${neutralise(requestId)} (what Atlassian’s support asks for)`,
		},
		...failureFacts(call),
		{label: 'step', text: `${number(step)} of the run`, tone: 'quiet'},
	];
}

function outcomeText({outcome}: RecordedCall): string {
	return {
		done: 'done',
		failed: 'failed',
		unknown:
			'unknown: its answer was lost; a resume asks the destination before anything is repeated',
	}[outcome];
}

/** The site's own words stand beside ours. */
function failureFacts({failure}: RecordedCall): readonly Fact[] {
	if (failure === undefined) {
		return [];
	}

	const {status, detail} = failure;
	const {problem, nextStep} = explainFailure(failure);
	return [
		...(status === undefined ? [] : [{label: 'status', text: String(status)}]),
		...(detail === undefined
			? []
			: [{label: 'the site said', text: neutralise(detail)}]),
		{label: 'problem', text: neutralise(problem), tone: 'warning'},
		{label: 'next step', text: neutralise(nextStep)},
	];
}

function toneOf(
	outcome: RecordedCall['outcome'],
): 'bad' | 'warning' | undefined {
	switch (outcome) {
		case 'failed': {
			return 'bad';
		}

		case 'unknown': {
			return 'warning';
		}

		case 'done': {
			return undefined;
		}
	}
}
