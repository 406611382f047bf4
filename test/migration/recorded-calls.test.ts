import {expect, test} from 'vitest';
import {type RequestEdit} from '../../source/migration/activity/request-links.ts';
import {type StepRecord} from '../../source/migration/ports.ts';
import {recordedCalls} from '../../source/migration/recorded-calls.ts';

const edits: readonly RequestEdit[] = [
	{
		field: 'reporter',
		kind: 'reporter',
		many: false,
		before: ['imported'],
		after: ['ada'],
	},
];

/** Sent, and not answered yet. */
const open: StepRecord = {
	number: 2,
	step: {
		kind: 'edit-request',
		request: 'IT-2',
		from: 'SUP-2',
		edits,
		changed: 0,
	},
};

function answered(sent: readonly RequestEdit[]): StepRecord {
	const about = {request: 'IT-1', from: 'SUP-1', edits: sent} as const;
	return {
		number: 1,
		step: {kind: 'edit-request', ...about, changed: 0},
		events: [{type: 'request-linked', ...about, requestId: 'abc-1'}],
	};
}

test('calls of a request are those that edited it, with what became of them', () => {
	const namesake: StepRecord = {
		number: 3,
		step: {
			kind: 'add-members',
			organization: '7',
			destinationId: '70',
			name: 'IT-1',
			members: [],
		},
	};
	const records = [answered(edits), open, namesake];

	expect([...recordedCalls(records, {request: 'IT-1'})]).toEqual([
		{
			number: 1,
			kind: 'edit-request',
			about: 'IT-1',
			others: 0,
			outcome: 'done',
			requestId: 'abc-1',
		},
	]);
	expect([...recordedCalls(records, {request: 'IT-2'})]).toMatchObject([
		{number: 2, outcome: 'unknown'},
	]);
	expect([...recordedCalls(records, {customer: 'IT-1'})]).toEqual([]);
});

test('where others had set all of a request meanwhile, nothing was sent for it', () => {
	const records = [answered([])];

	expect([...recordedCalls(records, {request: 'IT-1'})]).toEqual([]);
});
