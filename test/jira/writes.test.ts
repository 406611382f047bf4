import {expect, test} from 'vitest';
import {type Operation} from '../../source/jira/operation.ts';
import {assertAllowed} from '../../source/jira/writes.ts';
import {isWrite, operationOf} from '../../source/practice/http/route.ts';
import {allRoutes} from '../../source/practice/resources/routes.ts';
import {createEngineClock} from '../helpers/engine-clock.ts';
import {create, openClient, read, withClient} from '../helpers/jira-client.ts';
import {json, withServer} from '../helpers/server.ts';

/** All that a copy may write. */
const silent = new Set([
	'POST /rest/servicedeskapi/customer',
	'PUT /rest/servicedeskapi/customer/user/{accountId}/revoke-portal-only-access',
	'POST /rest/servicedeskapi/organization',
	'POST /rest/servicedeskapi/organization/{organizationId}/user',
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization',
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
]);

/** All that an undo may write: it takes away, and makes nothing. */
const removing = new Set([
	'DELETE /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
	'DELETE /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization',
	'DELETE /rest/servicedeskapi/organization/{organizationId}/user',
	'DELETE /rest/servicedeskapi/organization/{organizationId}',
	'DELETE /rest/api/3/user',
	'DELETE /rest/api/3/group/user',
	'DELETE /rest/api/3/group',
]);

/** All that a follow-up may write. */
const followingUp = new Set([
	'POST /rest/api/3/group',
	'POST /rest/api/3/group/user',
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
]);

/** The one write that mails people. */
const inviting =
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer/invite';

/** Every write that a practice site knows, and some it does not. */
const writes: readonly Operation[] = [
	...allRoutes.filter((route) => isWrite(route)),
	{method: 'POST', path: '/rest/servicedeskapi/customer/skip-permission-check'},
	{method: 'POST', path: '/rest/servicedeskapi/customer/'},
	{method: 'PUT', path: '/rest/servicedeskapi/customer'},
	{method: 'POST', path: '/rest/api/3/issue/{issueIdOrKey}/notify'},
];

test.each(writes.map((write) => [operationOf(write), write] as const))(
	'R7: %s leaves for a destination only if it mails nobody, and never for a source',
	(name, write) => {
		const allow = () => {
			assertAllowed({operation: write}, 'silent');
		};

		if (silent.has(name)) {
			expect(allow).not.toThrow();
		} else {
			expect(allow).toThrow(`This client may not send ${name}`);
		}

		expect(() => {
			assertAllowed({operation: write}, 'none');
		}).toThrow('may not send');
	},
);

test.each(writes.map((write) => [operationOf(write), write] as const))(
	'R17: %s leaves for an undo only if it takes away what a run can make',
	(name, write) => {
		const allow = () => {
			assertAllowed({operation: write}, 'undo');
		};

		if (removing.has(name)) {
			expect(allow).not.toThrow();
		} else {
			expect(allow).toThrow(`This client may not send ${name}`);
		}
	},
);

test.each(writes.map((write) => [operationOf(write), write] as const))(
	'R7: %s leaves for inviting only if it is an invitation',
	(name, write) => {
		const allow = () => {
			assertAllowed({operation: write}, 'invite');
		};

		if (name === inviting) {
			expect(allow).not.toThrow();
		} else {
			expect(allow).toThrow(`This client may not send ${name}`);
		}
	},
);

test.each(writes.map((write) => [operationOf(write), write] as const))(
	'R7: %s leaves for a follow-up only if it makes groups or gives access',
	(name, write) => {
		const allow = () => {
			assertAllowed({operation: write}, 'follow-up');
		};

		if (followingUp.has(name)) {
			expect(allow).not.toThrow();
		} else {
			expect(allow).toThrow(`This client may not send ${name}`);
		}
	},
);

test('R7: a request is edited only where that was permitted, and only without mail', () => {
	const operation = {
		method: 'PUT',
		path: '/rest/api/3/issue/{issueIdOrKey}',
	} as const;
	const silentEdit = {operation, query: {notifyUsers: false}};

	for (const rule of ['silent', 'undo'] as const) {
		assertAllowed(silentEdit, rule, true);

		for (const [edit, isPermitted] of [
			[silentEdit, false],
			[{operation}, true],
			[{operation, query: {notifyUsers: true}}, true],
			[{operation, query: {notifyUsers: 'false '}}, true],
		] as const) {
			expect(() => {
				assertAllowed(edit, rule, isPermitted);
			}).toThrow('may not send');
		}
	}

	for (const rule of ['none', 'invite', 'follow-up'] as const) {
		expect(() => {
			assertAllowed(silentEdit, rule, true);
		}).toThrow('may not send');
	}
});

test('the practice sites know every write of a copy and of what follows it', () => {
	const known = new Set(writes.map((write) => operationOf(write)));
	expect(
		[...silent, ...removing, ...followingUp, inviting].filter(
			(name) => !known.has(name),
		),
	).toEqual([]);
});

test('R7: an invitation is refused before it leaves', async () => {
	await withClient({'*': json({})}, async ({client, visits}) => {
		const invite = {
			...create,
			operation: {
				method: 'POST',
				path: '/rest/servicedeskapi/servicedesk/{serviceDeskId}/customer/invite',
			},
			path: {serviceDeskId: '1'},
		} as const;
		await expect(client.send(invite)).rejects.toThrow('may not send');
		expect(visits).toEqual([]);
		expect(client.calls().writes).toBe(0);
	});
});

test('the client of a source reads and sends no write at all', async () => {
	await withServer({'*': json({})}, async ({url, visits}) => {
		const clock = createEngineClock();
		const {client} = openClient(url, {writes: 'none', clock});
		await client.send(read);
		await expect(client.send(create)).rejects.toThrow('may not send');
		expect(visits.map(({method}) => method)).toEqual(['GET']);
		client.close();
	});
});
