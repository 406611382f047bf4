import {expect, test} from 'vitest';
import {type Plan} from '../../../source/migration/plan.ts';
import {type BrowserRow} from '../../../source/ui/present/browser.ts';
import {
	type PlanTab,
	planTable,
} from '../../../source/ui/present/plan-tables.ts';
import {customer, destinationAccount} from '../../helpers/engine-people.ts';
import {planFor} from '../../helpers/engine-snapshots.ts';

const uma = customer('uma', {
	reasons: [{type: 'user-field', example: 'IT-4 (Contact)'}],
});
const abe = customer('abe', {type: 'atlassian'});
const moved = customer('moved', {email: 'moved@old.example'});
const former = customer('former', {
	status: 'deleted',
	name: 'Former user',
	email: undefined,
	reasons: [{type: 'comment-author', example: 'IT-2'}],
});

const plan = planFor({
	source: {
		customers: [uma, abe, moved],
		leftOut: {agents: [], apps: [], deleted: [former]},
		deletedContent: [
			{project: 'IT', account: former.id, requests: 2, keys: ['IT-2', 'IT-7']},
		],
	},
	destination: {accounts: [destinationAccount('uma', {type: 'atlassian'})]},
	choices: {emailDomains: {'old.example': 'new.example'}},
});

function rowsOf(
	tab: Exclude<PlanTab, 'summary'>,
	of: Plan = plan,
): readonly BrowserRow[] {
	const {total, at} = planTable(of, tab).rows;
	return Array.from({length: total}, (_, place) => at(place)!);
}

function detailsOf(row: BrowserRow | undefined): string {
	const lines = row?.details(200) ?? [];
	return lines
		.map((line) => line.map(({text}) => text).join(''))
		.join('\n')
		.replaceAll(/ {2,}/gv, ' ');
}

test('whoever is linked although something is left to do is not called left behind', () => {
	const [first, second] = rowsOf('customers');
	expect(detailsOf(first)).toContain('fate linked to its account there');
	expect(detailsOf(first)).toContain('chosen as in a field of IT-4 (Contact)');
	expect(detailsOf(second)).toContain('fate not copied');
});

test('a changed email is shown with the one before', () => {
	const details = detailsOf(rowsOf('customers')[2]);
	expect(details).toContain('email moved@new.example');
	expect(details).toContain('email before moved@old.example');
});

test('domains are listed with their counts and what becomes of them', () => {
	expect(rowsOf('domains').map(({cells}) => cells)).toEqual([
		['2', 'acme.example', ''],
		['1', 'old.example', 'new.example'],
	]);
});

test('a former user is shown with what it left in requests', () => {
	const [row] = rowsOf('left out');
	const details = detailsOf(row);
	expect(details).toContain('named commented on IT-2');
	expect(details).toContain('in IT 2 requests: IT-2, IT-7');
	expect(details).toContain('email gone');
});
