import {expect, test} from 'vitest';
import {type PracticeSite} from '../../../source/practice/practice-sites.ts';
import {type Organization} from '../../../source/practice/world/organizations.ts';
import {withPractice} from '../../helpers/practice-client.ts';

/** Every place on a site that names this account, found by looking at everything. */
function placesOf({world}: PracticeSite, accountId: string): readonly string[] {
	const found: string[] = [];
	const note = (place: string, value: unknown) => {
		if ((JSON.stringify(value) ?? '').includes(accountId)) {
			found.push(place);
		}
	};

	for (const {key, actors, grants, workflowRules} of world.projects.all) {
		for (const [roleId, {users}] of actors) {
			note(`role ${roleId} of ${key}`, users.accountIds());
		}

		note(`grant of ${key}`, grants);
		note(`rule of ${key}`, workflowRules);
	}

	for (const {facts, members} of world.organizations.list('by-id')) {
		note(`member of ${facts.name}`, members.accountIds());
	}

	for (let index = 0; index < world.requests.size; index++) {
		const {comments, worklogs, ...fields} = world.requests.at(index);
		for (const [name, value] of Object.entries(fields)) {
			note(`${name} of ${fields.key}`, value);
		}

		note(
			`comments of ${fields.key}`,
			comments.map(({author, body}) => [author, body]),
		);
		note(`worklogs of ${fields.key}`, worklogs);
	}

	return found;
}

function places(site: PracticeSite, email: string): readonly string[] {
	const [person] = site.world.people.withEmail(email);
	return placesOf(site, person!.accountId);
}

test.each([
	['lisa.customerlist', ['role 10100 of IT']],
	['paul.participant', ['participants of IT-3']],
	['ann.approver', ['approvers of HR-1']],
	['peter.picked', ['contact of IT-4']],
	['mona.multipicked', ['stakeholders of IT-5']],
	['otis.owner', ['owners of LEGAL-1']],
	['cora.creator', ['creator of IT-6']],
	['asa.assignee', ['assignee of IT-7']],
	['connie.commenter', ['comments of IT-8']],
	['mia.mentioned', ['comments of HR-2']],
	['desmond.described', ['description of HR-3']],
	['nate.noted', ['notes of IT-9']],
	['will.worklog', ['worklogs of IT-10']],
	['wanda.workflow', ['rule of IT']],
	['perry.permission', ['grant of HR']],
	['rolf.role', ['role 10102 of IT']],
	['rita.reporter', ['reporter of IT-2']],
])('%s is related by one reason alone.', async (name, reasons) => {
	await withPractice({}, async ({source}) => {
		expect(places(source, `${name}@solo.example`)).toEqual(reasons);
	});
});

test.each(['una', 'ines', 'sana'])(
	'%s is related to nothing.',
	async (name) => {
		await withPractice({}, async ({source}) => {
			expect(places(source, `${name}@nowhere.example`)).toEqual([]);
		});
	},
);

test('Acme Inc. is as in the documentation: one customer on both sides, and one project more on the destination.', async () => {
	await withPractice({}, async ({source, destination}) => {
		expect(describe(source, 'Acme Inc.')).toEqual({
			members: ['dmurphy@acme.example', 'jsmith@acme.example'],
			projects: ['HR', 'IT'],
		});
		expect(describe(destination, 'Acme Inc.')).toEqual({
			members: ['dmurphy@acme.example', 'jwilson@acme.example'],
			projects: ['FAC', 'HR', 'IT'],
		});
	});
});

test('The other duplicates differ each in its own way.', async () => {
	await withPractice({}, async ({source, destination}) => {
		const [wayne, waynes] = [
			describe(source, 'Wayne Enterprises'),
			describe(destination, 'Wayne Enterprises'),
		];
		const [hooli, hoolis] = [
			describe(source, 'Hooli'),
			describe(destination, 'Hooli'),
		];
		expect(describe(destination, 'Globex')).toEqual(describe(source, 'Globex'));
		expect(waynes.members).toEqual(wayne.members);
		expect(waynes.projects).not.toEqual(wayne.projects);
		expect(
			hooli.members.filter((email) => hoolis.members.includes(email)),
		).toEqual([]);
		expect(describe(destination, 'Soylent').members).toEqual([]);
		expect(
			destination.world.organizations.named('Stark Industries', 'exact'),
		).toEqual([]);
		expect(
			destination.world.organizations.named('Stark Industries', 'folded'),
		).toHaveLength(1);
	});
});

test('Nobody of the staff is a member of an organization, but a deleted account is.', async () => {
	await withPractice({}, async ({source}) => {
		const members = source.world.organizations
			.list('by-id')
			.flatMap(({members: set}) => set.accountIds())
			.map((accountId) => source.world.people.find(accountId)!);
		expect(
			members.filter(({email}) => email.endsWith('northwind.example')),
		).toEqual([]);
		expect(members.filter(({isDeleted}) => isDeleted)).toHaveLength(1);
	});
});

function describe(site: PracticeSite, name: string) {
	const organization: Organization = site.world.organizations.named(
		name,
		'exact',
	)[0]!;
	const {facts, members} = organization;
	const linked = site.world.projects.all.filter(({organizations}) =>
		organizations.has(facts.id),
	);
	return {
		members: members
			.accountIds()
			.map((accountId) =>
				site.world.people.find(accountId)!.email.toLowerCase(),
			)
			.toSorted(),
		projects: linked.map(({key}) => key).toSorted(),
	};
}
