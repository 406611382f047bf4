import {expect, test} from 'vitest';
import {type Login} from '../../../source/practice/practice-sites.ts';
import {practiceClient, withPractice} from '../../helpers/practice-client.ts';

const api = '/rest/api/3';

test('The licence tells agents from customers.', async () => {
	await withPractice({}, async ({from}) => {
		const role = await from.get<{
			groupDetails: ReadonlyArray<{groupId: string}>;
		}>(`${api}/applicationrole/jira-servicedesk`);
		const [group] = role.body.groupDetails;
		const members = await from.get<{
			values: ReadonlyArray<{displayName: string}>;
		}>(`${api}/group/member?groupId=${group!.groupId}`);
		expect(
			members.body.values.map(({displayName}) => displayName).toSorted(),
		).toEqual(['Ada Administrator', 'Iris Agent', 'Noel Agent']);
	});
});

test('A group is made, filled, emptied and deleted by a site administrator.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const [hank] = destination.world.people.withEmail('hank@globex.example');
		const made = await to.post<{groupId: string}>(`${api}/group`, {
			name: 'ferry',
		});
		const path = `${api}/group/user?groupId=${made.body.groupId}`;
		const added = await to.post(path, {accountId: hank!.accountId});
		expect(
			destination.world.groups.named('FERRY')?.members.accountIds(),
		).toEqual([hank!.accountId]);
		const taken = await to.post(`${api}/group`, {name: 'Ferry'});
		const removed = await to.delete(
			`${path}&accountId=${encodeURIComponent(hank!.accountId)}`,
		);
		const deleted = await to.delete(
			`${api}/group?groupId=${made.body.groupId}`,
		);
		expect(
			[made, added, taken, removed, deleted].map(({status}) => status),
		).toEqual([201, 201, 400, 200, 200]);
		expect(destination.world.groups.named('ferry')).toBeUndefined();
	});
});

test('Groups and deletions are not for agents.', async () => {
	await withPractice({}, async ({destination}) => {
		const agent = practiceClient(destination, destination.logins.agent);
		const [hank] = destination.world.people.withEmail('hank@globex.example');
		const group = await agent.post(`${api}/group`, {name: 'ferry'});
		const user = await agent.delete(
			`${api}/user?accountId=${encodeURIComponent(hank!.accountId)}`,
		);
		expect([group.status, user.status]).toEqual([403, 403]);
	});
});

test('A deleted user stays as a former user, and the email is free again.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const [hank] = destination.world.people.withEmail('hank@globex.example');
		const {status} = await to.delete(
			`${api}/user?accountId=${encodeURIComponent(hank!.accountId)}`,
		);
		const again = await to.post('/rest/servicedeskapi/customer', {
			email: 'hank@globex.example',
			displayName: 'Hank',
		});
		const members = await to.get<{
			values: ReadonlyArray<{displayName: string}>;
		}>('/rest/servicedeskapi/organization/402/user');
		expect([status, again.status]).toEqual([204, 201]);
		expect(members.body.values.map(({displayName}) => displayName)).toContain(
			'Former user',
		);
	});
});

test('The role for customers holds who is on the customer list; unknown users are refused whole.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const path = `${api}/project/HR/role/10100`;
		const [hank] = destination.world.people.withEmail('hank@globex.example');
		const refused = await to.post(path, {user: [hank!.accountId, 'nobody']});
		const added = await to.post<{actors: ReadonlyArray<{displayName: string}>}>(
			path,
			{user: [hank!.accountId]},
		);
		const removed = await to.delete(
			`${path}?user=${encodeURIComponent(hank!.accountId)}`,
		);
		expect([refused, added, removed].map(({status}) => status)).toEqual([
			404, 200, 204,
		]);
		expect(
			added.body.actors.map(({displayName}) => displayName).toSorted(),
		).toEqual(['Hank Scorpio', 'Joan Wilson']);
		expect(destination.world.projects.find('HR')!.customers.size).toBe(1);
	});
});

test('The Free plan refuses to change roles and says so.', async () => {
	await withPractice({habits: {freePlan: true}}, async ({to, destination}) => {
		const [hank] = destination.world.people.withEmail('hank@globex.example');
		const {status, text} = await to.post(`${api}/project/HR/role/10100`, {
			user: [hank!.accountId],
		});
		expect(status).toBe(400);
		expect(text).toContain('Free plan');
	});
});

test('Permission schemes and workflow rules name the people of the story.', async () => {
	await withPractice({}, async ({from, source}) => {
		const [perry] = source.world.people.withEmail(
			'perry.permission@solo.example',
		);
		const [wanda] = source.world.people.withEmail(
			'wanda.workflow@solo.example',
		);
		const scheme = await from.get(
			`${api}/project/HR/permissionscheme?expand=all`,
		);
		const bare = await from.get(`${api}/workflows/search`);
		const rules = await from.get(
			`${api}/workflows/search?expand=values.transitions`,
		);
		expect(scheme.text).toContain(perry!.accountId);
		expect(bare.text).not.toContain(wanda!.accountId);
		expect(rules.text).toContain(
			`"parameters":{"type":"to-selected-user","accountId":"${wanda!.accountId}"}`,
		);
	});
});

test('Team-managed projects have no workflow scheme.', async () => {
	await withPractice({}, async ({from}) => {
		const path = `${api}/workflowscheme/project?projectId=10000&projectId=10001&projectId=10002`;
		const {body} = await from.get<{
			values: ReadonlyArray<{projectIds: readonly string[]}>;
		}>(path);
		expect(body.values.flatMap(({projectIds}) => projectIds)).toEqual([
			'10000',
			'10001',
		]);
	});
});

test('Permissions are told for each login, and unknown ones are refused.', async () => {
	await withPractice({}, async ({source}) => {
		const {admin, agent, customer} = source.logins;
		const path = `${api}/mypermissions?permissions=ADMINISTER,USER_PICKER`;
		const ask = async (login: Login) => {
			const {body} = await practiceClient(source, login).get<{
				permissions: Record<string, {havePermission: boolean}>;
			}>(path);
			return Object.values(body.permissions).map(
				({havePermission}) => havePermission,
			);
		};

		const held = [await ask(admin), await ask(agent), await ask(customer)];
		const wrong = await practiceClient(source).get(
			`${api}/mypermissions?permissions=FLY`,
		);
		const none = await practiceClient(source).get(`${api}/mypermissions`);
		expect(held).toEqual([
			[true, true],
			[false, true],
			[false, false],
		]);
		expect([wrong.status, none.status]).toEqual([400, 400]);
	});
});

test('Inviting a user to the site mails only people without an Atlassian account.', async () => {
	await withPractice({}, async ({to, source, destination}) => {
		const [john] = source.world.people.withEmail('john@cyberdyne.example');
		const products = ['jira-servicedesk'];
		const known = await to.post<{accountId: string}>(`${api}/user`, {
			emailAddress: 'john@cyberdyne.example',
			products,
		});
		expect(known.body.accountId).toBe(john!.accountId);
		expect(destination.outbox()).toEqual([]);
		await to.post(`${api}/user`, {
			emailAddress: 'stranger@new.example',
			products,
		});
		expect(destination.outbox().map(({to: recipient}) => recipient)).toEqual([
			'stranger@new.example',
		]);
	});
});
