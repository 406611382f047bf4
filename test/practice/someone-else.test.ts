import {expect, test} from 'vitest';
import {handClock, withPractice} from '../helpers/practice-client.ts';

test('Somebody raises a request, which a search finds only later.', async () => {
	const clock = handClock();
	await withPractice({now: clock.now}, async ({from, source}) => {
		const [hank] = source.world.people.withEmail('hank@globex.example');
		const key = source.someoneElse.createRequest('LEGAL', {
			reporter: hank!.accountId,
			organizations: [2],
		});
		const count = async () => {
			const {body} = await from.post('/rest/api/3/search/approximate-count', {
				jql: `key = ${key} AND reporter = "${hank!.accountId}"`,
			});
			return body;
		};

		const before = await count();
		clock.forward(2500);
		expect([before, await count()]).toEqual([{count: 0}, {count: 1}]);
		expect(source.world.requests.find(key)?.organizations).toEqual([2]);
	});
});

test('Numbers of new requests go on where the project stopped.', async () => {
	await withPractice({}, async ({source}) => {
		const keys = ['LEGAL', 'LEGAL'].map((projectKey) =>
			source.someoneElse.createRequest(projectKey, {}),
		);
		expect(keys).toEqual(['LEGAL-36', 'LEGAL-37']);
	});
});

test('Somebody clears the reporter of a request.', async () => {
	await withPractice({}, async ({source}) => {
		source.someoneElse.editRequest('IT-1', {reporter: undefined});
		const request = source.world.requests.find('IT-1');
		expect(request).toMatchObject({
			reporter: undefined,
			creator: expect.any(String) as string,
		});
	});
});

test('Somebody creates, fills, links, empties and deletes an organization.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const {someoneElse, world} = destination;
		const accountId = someoneElse.createCustomer('new@new.example', 'New');
		const id = someoneElse.createOrganization('Meanwhile');
		someoneElse.addMembers(id, [accountId]);
		someoneElse.linkOrganization('FAC', id);
		const listed = await to.get(
			'/rest/servicedeskapi/servicedesk/FAC/organization',
		);
		expect(listed.text).toContain('"name":"Meanwhile"');
		expect(
			world.organizations.of(accountId).map(({facts}) => facts.name),
		).toEqual(['Meanwhile']);
		someoneElse.removeMembers(id, [accountId]);
		someoneElse.deleteOrganization(id);
		expect(world.organizations.find(id)).toBeUndefined();
		expect(destination.calls().writes).toBe(0);
	});
});

test('Somebody changes an account: its email, its type, its access.', async () => {
	await withPractice({}, async ({destination}) => {
		const {someoneElse, world} = destination;
		const [hank] = world.people.withEmail('hank@globex.example');
		const change = {
			email: 'hank@new.example',
			isActive: false,
			displayName: 'H.',
		};
		someoneElse.changePerson(hank!.accountId, change);
		expect(world.people.withEmail('HANK@new.example')).toEqual([
			{...hank!, ...change},
		]);
		someoneElse.addDeskCustomers('HR', [hank!.accountId]);
		expect(world.projects.find('HR')!.customers.has(hank!.accountId)).toBe(
			true,
		);
		someoneElse.removeDeskCustomers('HR', [hank!.accountId]);
		expect(world.projects.find('HR')!.customers.has(hank!.accountId)).toBe(
			false,
		);
	});
});
