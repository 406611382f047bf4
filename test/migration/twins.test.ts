import {expect, test} from 'vitest';
import {
	customer,
	destinationAccount,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {planFor} from '../helpers/engine-snapshots.ts';

const kim = customer('kim');
const kimBefore = customer('kim-before', {email: 'KIM@acme.example'});
const inactive = {status: 'inactive'} as const;

test('of two source accounts with one email one is created for both', () => {
	const {customers} = planFor({source: {customers: [kim, kimBefore]}});
	expect(customers).toMatchObject([
		{name: 'kim', fate: 'create'},
		{
			name: 'kim-before',
			fate: 'link',
			sameAs: kim.id,
			problem: 'shares-email',
		},
	]);
	expect(customers[0]).not.toHaveProperty('problem');
});

test('source accounts that a mapping gives one email are twins too', () => {
	const moved = customer('moved', {email: 'kim@before.example'});
	const {customers} = planFor({
		source: {customers: [kim, moved]},
		choices: {emailDomains: {'before.example': 'acme.example'}},
	});
	expect(customers[1]).toMatchObject({fate: 'link', sameAs: kim.id});
});

test('R6: the active twin is the one who is created, so that nobody is revoked', () => {
	const {customers} = planFor({
		source: {customers: [{...kimBefore, ...inactive}, kim]},
	});
	expect(customers).toMatchObject([
		{name: 'kim-before', fate: 'link', sameAs: kim.id},
		{name: 'kim', fate: 'create'},
	]);
	expect(customers.filter(({revoke}) => revoke)).toEqual([]);
});

test('R6: of two inactive twins one is created and revoked', () => {
	const {customers} = planFor({
		source: {
			customers: [
				{...kim, ...inactive},
				{...kimBefore, ...inactive},
			],
		},
	});
	expect(customers).toMatchObject([
		{fate: 'create', revoke: true},
		{fate: 'link', sameAs: kim.id},
	]);
	expect(customers[1]).not.toHaveProperty('revoke');
});

test('the inactive twin of someone who is created needs no right to revoke', () => {
	const {customers} = planFor({
		source: {customers: [kim, {...kimBefore, ...inactive}]},
		destination: {canRevoke: false},
	});
	expect(customers[1]).toMatchObject({fate: 'link', sameAs: kim.id});
});

test('twins whose account is there are both linked to it', () => {
	const there = destinationAccount('kim');
	const {customers} = planFor({
		source: {customers: [kim, kimBefore]},
		destination: {accounts: [there]},
	});
	expect(customers).toMatchObject([
		{fate: 'link', destinationId: there.id},
		{fate: 'link', destinationId: there.id, problem: 'shares-email'},
	]);
	expect(customers[0]).not.toHaveProperty('problem');
});

test('R5: the missing Atlassian twin of someone who is created needs an upgrade', () => {
	const atlassian = customer('kim', {type: 'atlassian'});
	const {customers} = planFor({source: {customers: [atlassian, kim]}});
	expect(customers).toMatchObject([
		{
			fate: 'attention',
			sameAs: kim.id,
			problem: 'portal-only-account-there',
		},
		{fate: 'create'},
	]);
});

test('both memberships of twins are planned', () => {
	const {organizations} = planFor({
		source: {
			customers: [kim, kimBefore],
			organizations: [
				sourceOrganization('Acme', {members: [kim]}),
				sourceOrganization('Bolt', {members: [kimBefore]}),
			],
		},
	});
	expect(organizations.map(({members}) => members.add)).toEqual([
		[kim.id],
		[kimBefore.id],
	]);
});

test('the next copy finds what was made for a twin', () => {
	const there = destinationAccount('kim');
	const {customers} = planFor({
		source: {customers: [kim, kimBefore]},
		destination: {accounts: [there]},
		memory: {
			customers: new Map([
				[kim.id, there.id],
				[kimBefore.id, there.id],
			]),
		},
	});
	expect(customers.map(({fate}) => fate)).toEqual(['unchanged', 'unchanged']);
});
