import {expect, test} from 'vitest';
import {indexAccounts} from '../../source/migration/match.ts';
import {type Account} from '../../source/migration/model.ts';
import {type PlannedCustomer} from '../../source/migration/plan.ts';
import {
	type Whereabouts,
	locateWith,
	planMembers,
} from '../../source/migration/plan-members.ts';
import {SourcePeople} from '../../source/migration/source-people.ts';
import {customer, destinationAccount} from '../helpers/engine-people.ts';

const nobody = {agents: [], apps: [], deleted: []};
const anna = customer('anna');
const there = destinationAccount('anna');

function locate(
	planned: Partial<PlannedCustomer>,
	accounts: readonly Account[] = [there],
) {
	const {id} = anna;
	const customers = [{...anna, fate: 'link', ...planned} as const];
	const people = new SourcePeople({customers, leftOut: nobody}, customers);
	return locateWith(people, indexAccounts(accounts))(id);
}

test('a customer who will be created, or a twin of one, is coming', () => {
	expect(locate({fate: 'create'})).toEqual({type: 'coming'});
	expect(locate({fate: 'link', sameAs: 'kim'})).toEqual({type: 'coming'});
});

test.for([
	{fate: 'link'},
	{fate: 'unchanged'},
	{fate: 'attention', problem: 'atlassian-account-there'},
	{fate: 'attention', problem: 'portal-only-account-there'},
] as const)(
	'a customer of the fate $fate whose account is known is there',
	(planned) => {
		expect(locate({...planned, destinationId: there.id})).toEqual({
			type: 'there',
			destinationId: there.id,
		});
	},
);

test.for([
	{fate: 'skip'},
	{fate: 'attention', problem: 'email-hidden'},
	{fate: 'attention', problem: 'atlassian-account-absent'},
	{fate: 'attention', problem: 'several-accounts-there'},
	{fate: 'attention', problem: 'cannot-revoke'},
] as const)(
	'a customer of the fate $fate without an account is barred',
	(planned) => {
		expect(locate(planned)).toMatchObject({type: 'barred', why: 'not-copied'});
	},
);

test('a customer deactivated there is barred, but known', () => {
	const planned = {
		fate: 'attention',
		problem: 'deactivated-there',
		destinationId: there.id,
	} as const;
	expect(locate(planned)).toEqual({
		type: 'barred',
		why: 'not-copied',
		destinationId: there.id,
	});
});

test('agents, apps, former users and strangers are barred for what they are', () => {
	const agent = customer('agent', {type: 'atlassian'});
	const app = customer('robot', {type: 'app'});
	const former = customer('former', {status: 'deleted'});
	const leftOut = {agents: [agent], apps: [app], deleted: [former]};
	const locateAll = locateWith(
		new SourcePeople({customers: [], leftOut}, []),
		indexAccounts([destinationAccount('agent', {type: 'atlassian'})]),
	);
	expect(locateAll(agent.id)).toEqual({
		type: 'barred',
		why: 'agent',
		destinationId: agent.id,
	});
	expect(locateAll(app.id)).toMatchObject({type: 'barred', why: 'app'});
	expect(locateAll(former.id)).toMatchObject({type: 'barred', why: 'deleted'});
	expect(locateAll('who')).toMatchObject({type: 'barred', why: 'not-copied'});
});

test('members are added, there already, or not possible, each exactly once', () => {
	const whereabouts = new Map<string, Whereabouts>([
		['new', {type: 'coming'}],
		['elsewhere', {type: 'there', destinationId: 'e'}],
		['member', {type: 'there', destinationId: 'm'}],
		['left', {type: 'barred', why: 'not-copied'}],
		['hugo', {type: 'barred', why: 'not-copied', destinationId: 'h'}],
		['agent', {type: 'barred', why: 'agent', destinationId: 'agent'}],
	]);
	const planned = planMembers(
		whereabouts.keys().toArray(),
		new Set(['m', 'h', 'agent', 'stranger']),
		(id) => whereabouts.get(id)!,
	);
	expect(planned).toEqual({
		add: ['new', 'elsewhere'],
		present: ['member', 'hugo', 'agent'],
		notPossible: [{customer: 'left', why: 'not-copied'}],
	});
});
