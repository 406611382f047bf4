import {expect, test} from 'vitest';
import {allParts} from '../../source/migration/all-parts.ts';
import {compareRuns} from '../../source/migration/compare-runs.ts';
import {MembershipIndex} from '../../source/migration/membership-index.ts';
import {recordedCalls} from '../../source/migration/recorded-calls.ts';
import {
	type Plan,
	type PlannedOrganization,
} from '../../source/migration/plan.ts';
import {Report} from '../../source/migration/report.ts';
import {RunState} from '../../source/migration/run-state.ts';
import {customer} from '../helpers/engine-people.ts';
import {planFor} from '../helpers/engine-snapshots.ts';

const uma = customer('uma');
const abe = customer('abe');
const ben = customer('ben');

function planned(...customers: ReadonlyArray<typeof uma>): Plan {
	return planFor({source: {customers: [...customers]}});
}

function organization(
	id: string,
	members: Partial<PlannedOrganization['members']>,
): PlannedOrganization {
	return {
		id,
		name: `Organization ${id}`,
		fate: 'link',
		destination: {id: `d${id}`, name: id},
		members: {add: [], present: [], notPossible: [], ...members},
		links: {add: [], present: [], notPossible: []},
	};
}

test('customers are new, changed or gone', () => {
	const before = planned(uma, abe);
	const after = planned(abe, ben);
	const state = new RunState(after);
	state.fold({
		type: 'customer-created',
		customer: abe.id,
		email: abe.email ?? '',
		destinationId: 'there',
	});
	const changes = allParts(
		compareRuns(
			new Report(before, new RunState(before)),
			new Report(after, state),
		),
	);
	expect(
		changes.map(({change, id, before: was, after: is}) => [
			change,
			id,
			was,
			is,
		]),
	).toEqual([
		['changed', abe.id, 'waiting', 'created'],
		['new', ben.id, undefined, 'waiting'],
		['gone', uma.id, 'waiting', undefined],
	]);
});

test('a run is like itself', () => {
	const plan = planned(uma, abe);
	const report = new Report(plan, new RunState(plan));
	expect(allParts(compareRuns(report, report))).toEqual([]);
});

test('where nothing differs, it still comes in parts that tell how far it is', () => {
	const people = Array.from({length: 1000}, (_, index) =>
		customer(`person${index}`),
	);
	const plan = {
		...planned(...people),
		organizations: [organization('1', {add: people.map(({id}) => id)})],
	};
	const report = new Report(plan, new RunState(plan));
	const parts = [...compareRuns(report, report)];
	// Both sides of 1,000 customers, 1 organization and 1,000 memberships, these twice.
	expect(parts).toEqual(
		Array.from({length: 12}, (_, index) => ((index + 1) * 500) / 6002),
	);
});

test('memberships are compared organization by organization', () => {
	const plan = planned(uma, abe);
	const withMembers = (...organizations: readonly PlannedOrganization[]) => {
		const changed = {...plan, organizations};
		return new Report(changed, new RunState(changed));
	};

	const changes = allParts(
		compareRuns(
			withMembers(organization('1', {add: [uma.id]})),
			withMembers(
				organization('1', {present: [uma.id], add: [abe.id]}),
				organization('2', {}),
			),
		),
	);
	expect(
		changes.map(({subject, change, label}) => [subject, change, label]),
	).toEqual([
		['organization', 'new', 'Organization 2'],
		['membership', 'changed', `${uma.email} in Organization 1`],
		['membership', 'new', `${abe.email} in Organization 1`],
	]);
});

test('every membership is found by its number', () => {
	const index = new MembershipIndex([
		organization('0', {}),
		organization('1', {add: ['a'], present: ['b', 'c']}),
		organization('2', {}),
		organization('3', {notPossible: [{customer: 'd', why: 'not-copied'}]}),
	]);
	const places = Array.from({length: index.total + 1}, (_, number) => {
		const place = index.at(number);
		return place && [place.organization.id, place.position];
	});
	expect(places).toEqual([['1', 0], ['1', 1], ['1', 2], ['3', 0], undefined]);
});

test('of a call for many, a customer is told what became of him alone', () => {
	const person = (id: string) => ({
		customer: id,
		accountId: `d${id}`,
		label: id,
	});
	const records = [
		{
			number: 4,
			step: {
				kind: 'add-members',
				organization: '1',
				name: 'Acme',
				destinationId: 'd1',
				members: [person('a'), person('b'), person('c')],
			},
			events: [
				{
					type: 'members-added',
					organization: '1',
					name: 'Acme',
					customers: ['a', 'c'],
					requestId: 'r-1',
				},
				{
					type: 'member-failed',
					organization: '1',
					name: 'Acme',
					customer: 'b',
					email: 'b@acme.example',
					failure: {
						code: 'refused',
						status: 400,
						detail: 'No such account',
						requestId: 'r-2',
					},
				},
			],
		},
	] as const;
	const callsOf = (id: string) => [...recordedCalls(records, {customer: id})];
	expect(callsOf('a')).toMatchObject([
		{number: 4, others: 2, outcome: 'done', requestId: 'r-1'},
	]);
	expect(callsOf('b')).toMatchObject([
		{outcome: 'failed', requestId: 'r-2', failure: {status: 400}},
	]);
	expect(callsOf('z')).toEqual([]);
});
