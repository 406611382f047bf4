import {expect, test} from 'vitest';
import {practiceClient, withPractice} from '../../helpers/practice-client.ts';

const root = '/rest/servicedeskapi/organization';

type Organization = {readonly id: string; readonly name: string};
type Page<Value> = {
	readonly values: readonly Value[];
	readonly isLastPage: boolean;
};
type User = {readonly accountId: string; readonly emailAddress: string};

test('Creating an organization whose name is taken answers 201 with the one that is there.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const [acme] = destination.world.organizations.named('Acme Inc.', 'exact');
		const taken = await to.post<Organization>(root, {name: 'Acme Inc.'});
		const made = await to.post<Organization>(root, {name: 'Acme Inc. (2)'});
		expect([taken.status, taken.body.id]).toEqual([
			201,
			String(acme!.facts.id),
		]);
		expect([made.status, made.body.name]).toEqual([201, 'Acme Inc. (2)']);
		expect(destination.world.organizations.size).toBe(11);
	});
});

test('Names that differ in case and blanks are two organizations, unless the site folds names.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const different = await to.post<Organization>(root, {name: 'ACME  inc. '});
		destination.setHabits({foldedNames: true});
		const same = await to.post<Organization>(root, {name: ' globex'});
		expect(different.body.name).toBe('ACME  inc. ');
		expect(same.body.name).toBe('Globex');
	});
});

test('A site that trims names finds and makes organizations without the blanks around them.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const kept = await to.post<Organization>(root, {name: ' Ferry '});
		destination.setHabits({trimmedNames: true});
		const trimmed = await to.post<Organization>(root, {name: ' Ferry '});
		const found = await to.post<Organization>(root, {name: 'Globex '});
		expect([kept, trimmed, found].map(({body}) => body.name)).toEqual([
			' Ferry ',
			'Ferry',
			'Globex',
		]);
	});
});

test.each([[''], [' '.repeat(3)], ['n'.repeat(201)], [7]])(
	'The organization name %j is refused.',
	async (name) => {
		await withPractice({}, async ({to, destination}) => {
			const {status, body} = await to.post<{errorMessage: string}>(root, {
				name,
			});
			expect(status).toBe(400);
			expect(body.errorMessage).not.toBe('');
			expect(destination.world.organizations.size).toBe(10);
		});
	},
);

test('Members are listed by account id, a page at a time, with the emails one may see.', async () => {
	await withPractice({}, async ({from, source}) => {
		const [cyberdyne] = source.world.organizations.named(
			'Cyberdyne Systems',
			'exact',
		);
		const path = `${root}/${cyberdyne!.facts.id}/user`;
		const {body} = await from.get<Page<User>>(`${path}?limit=3`);
		const rest = await from.get<Page<User>>(`${path}?limit=3&start=3`);
		const members = [...body.values, ...rest.body.values];
		expect([body.isLastPage, rest.body.isLastPage]).toEqual([false, true]);
		expect(members.map(({accountId}) => accountId)).toEqual(
			members.map(({accountId}) => accountId).toSorted(),
		);
		expect(
			members
				.map(({emailAddress}) => emailAddress)
				.filter(Boolean)
				.toSorted(),
		).toEqual(['john@cyberdyne.example', 'miles@cyberdyne.example']);
	});
});

test('One unknown member spoils the whole call, unless the site takes the others.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const {accountId} = destination.world.people.withEmail(
			'hank@globex.example',
		)[0]!;
		const path = `${root}/401/user`;
		const {members} = destination.world.organizations.find(401)!;
		const first = await to.post(path, {accountIds: [accountId, 'nobody']});
		expect([first.status, members.has(accountId)]).toEqual([400, false]);
		destination.setHabits({partialMembers: true});
		const second = await to.post(path, {accountIds: [accountId, 'nobody']});
		expect([second.status, members.has(accountId)]).toEqual([400, true]);
	});
});

test('Adding and removing members answers 204, also when nothing changes.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const {accountId} = destination.world.people.withEmail(
			'hank@globex.example',
		)[0]!;
		const path = `${root}/401/user`;
		const {members} = destination.world.organizations.find(401)!;
		const added = [
			await to.post(path, {accountIds: [accountId]}),
			await to.post(path, {accountIds: [accountId]}),
		];
		expect(members.size).toBe(3);
		const removed = [
			await to.delete(path, {accountIds: [accountId]}),
			await to.delete(path, {accountIds: [accountId]}),
		];
		expect([...added, ...removed].map(({status}) => status)).toEqual([
			204, 204, 204, 204,
		]);
		expect(members.size).toBe(2);
	});
});

test('An organization with an identity provider refuses members, or takes them and drops them.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const [tyrell] = destination.world.organizations.named(
			'Tyrell Corporation',
			'exact',
		);
		const {accountId} = destination.world.people.withEmail(
			'hank@globex.example',
		)[0]!;
		const add = async () =>
			to.post(`${root}/${tyrell!.facts.id}/user`, {accountIds: [accountId]});
		const refused = await add();
		destination.setHabits({managedRefuse: false});
		const dropped = await add();
		expect([refused.status, dropped.status]).toEqual([403, 204]);
		expect(tyrell!.members.has(accountId)).toBe(false);
	});
});

test('A deleted organization is gone from every service project.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const {status} = await to.delete(`${root}/402`);
		const again = await to.get(`${root}/402`);
		expect([status, again.status]).toEqual([204, 404]);
		expect(
			destination.world.projects.all.some(({organizations}) =>
				organizations.has(402),
			),
		).toBe(false);
	});
});

test('Properties are created, read, changed, listed and deleted.', async () => {
	await withPractice({}, async ({to}) => {
		const path = `${root}/401/property`;
		const created = await to.put(`${path}/tier`, {level: 'gold'});
		const changed = await to.put(`${path}/tier`, {level: 'silver'});
		const read = await to.get(`${path}/tier`);
		const listed = await to.get<{keys: ReadonlyArray<{key: string}>}>(path);
		const removed = await to.delete(`${path}/tier`);
		const missing = await to.get(`${path}/tier`);
		expect(
			[created, changed, removed, missing].map(({status}) => status),
		).toEqual([201, 200, 204, 404]);
		expect(read.body).toEqual({key: 'tier', value: {level: 'silver'}});
		expect(listed.body.keys.map(({key}) => key)).toEqual(['tier']);
	});
});

test('Customers see the organizations they belong to, and no others.', async () => {
	await withPractice({}, async ({from, source}) => {
		const all = await from.get<Page<Organization>>(root);
		const customer = practiceClient(source, source.logins.customer);
		const own = await customer.get<Page<Organization>>(root);
		const other = all.body.values.find(({name}) => name === 'Initech');
		expect(own.body.values.map(({name}) => name)).toEqual(['Acme Inc.']);
		const refused = await customer.get(`${root}/${other!.id}`);
		expect(refused.status).toBe(403);
	});
});
