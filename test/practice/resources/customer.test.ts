import {expect, test} from 'vitest';
import {
	optIn,
	practiceClient,
	withPractice,
} from '../../helpers/practice-client.ts';

const root = '/rest/servicedeskapi/customer';
const strict = `${root}?strictConflictStatusCode=true`;

type User = {
	readonly accountId: string;
	readonly emailAddress: string;
	readonly active: boolean;
};

test('A new customer is portal-only, active, in no organization, and gets no mail.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const {status, body} = await to.post<User>(root, {
			email: 'New@Acme.example',
			displayName: 'New',
		});
		expect([status, body.active, body.emailAddress]).toEqual([
			201,
			true,
			'New@Acme.example',
		]);
		expect(body.accountId).toMatch(/^qm:[\-0-9a-f]{36}:[\-0-9a-f]{36}$/v);
		expect(destination.world.organizations.of(body.accountId)).toEqual([]);
		expect(destination.outbox()).toEqual([]);
	});
});

test.each([
	['active portal-only', 'JWILSON@acme.example'],
	['revoked portal-only', 'deb@massive.example'],
	['Atlassian', 'dmurphy@acme.example'],
])(
	'An email of an %s account is refused with 400, or 409 where that is asked for.',
	async (_kind, email) => {
		await withPractice({}, async ({to, destination}) => {
			const before = destination.world.people.size;
			const usual = await to.post(root, {email, displayName: 'X'});
			const asked = await to.post(strict, {email, displayName: 'X'});
			expect([usual.status, asked.status]).toEqual([400, 409]);
			expect(asked.text).not.toContain('qm:');
			expect(destination.world.people.size).toBe(before);
		});
	},
);

test.each([
	'',
	'nobody',
	'a@b',
	'two@at@signs.example',
	'blank @x.example',
	'dots@x..example',
])('The email "%s" is malformed.', async (email) => {
	await withPractice({}, async ({to}) => {
		const {status} = await to.post(strict, {email, displayName: 'X'});
		expect(status).toBe(400);
	});
});

test('Only Jira administrators create customers; agents are told so.', async () => {
	await withPractice({}, async ({destination}) => {
		const agent = practiceClient(destination, destination.logins.agent);
		const {status, body} = await agent.post<{errorMessage: string}>(root, {
			email: 'n@n.example',
			displayName: 'N',
		});
		expect(status).toBe(403);
		expect(body.errorMessage).toBe(
			'Unauthorized to perform the requested action, JIRA Administrators global permission is required.',
		);
	});
});

test('A new customer joins the organization that owns the domain, unless that is switched off.', async () => {
	await withPractice({scenario: 'mismatched'}, async ({to, destination}) => {
		const [joiners] = destination.world.organizations.named('Joiners', 'exact');
		const joined = await to.post<User>(root, {
			email: 'joan@AUTOJOIN.example',
			displayName: 'Joan',
		});
		destination.setHabits({domainAutoJoin: false});
		const alone = await to.post<User>(root, {
			email: 'otto@autojoin.example',
			displayName: 'Otto',
		});
		expect(joiners!.members.has(joined.body.accountId)).toBe(true);
		expect(joiners!.members.has(alone.body.accountId)).toBe(false);
	});
});

test('An Atlassian account that is not on the site is doubled, refused or adopted, as the site is switched.', async () => {
	await withPractice({}, async ({to, source, destination}) => {
		const john = source.world.people.withEmail('john@cyberdyne.example')[0]!;
		destination.setHabits({atlassianConflicts: true});
		const refused = await to.post(strict, {
			email: john.email,
			displayName: 'John',
		});
		destination.setHabits({atlassianConflicts: false, atlassianAdopted: true});
		const adopted = await to.post<User>(strict, {
			email: john.email,
			displayName: 'John',
		});
		expect([refused.status, adopted.body.accountId]).toEqual([
			409,
			john.accountId,
		]);
	});
	await withPractice({}, async ({to}) => {
		const twin = await to.post<User>(strict, {
			email: 'john@cyberdyne.example',
			displayName: 'John',
		});
		expect(twin.body.accountId).toMatch(/^qm:/v);
	});
});

test('Revoking takes access from a portal-only account and from no other.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const [jwilson] = destination.world.people.withEmail(
			'jwilson@acme.example',
		);
		const [dmurphy] = destination.world.people.withEmail(
			'dmurphy@acme.example',
		);
		const revoke = async (accountId: string) =>
			to.put(
				`${root}/user/${encodeURIComponent(accountId)}/revoke-portal-only-access`,
			);
		const answers = [
			await revoke(jwilson!.accountId),
			await revoke(dmurphy!.accountId),
			await revoke('nobody'),
		];
		expect(answers.map(({status}) => status)).toEqual([204, 404, 404]);
		expect(destination.world.people.find(jwilson!.accountId)?.isActive).toBe(
			false,
		);
		expect(destination.world.people.find(dmurphy!.accountId)?.isActive).toBe(
			true,
		);
	});
});

test('An invitation mails once to each person, whether there was an account or not.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const path =
			'/rest/servicedeskapi/servicedesk/HR/customer/invite?strictConflictStatusCode=true';
		const invite = async (email: string) =>
			to.post(path, {email, displayName: 'Somebody'}, optIn);
		const created = await to.post(root, {
			email: 'new@acme.example',
			displayName: 'New',
		});
		const answers = [
			await invite('new@acme.example'),
			await invite('NEW@acme.example'),
			await invite('other@acme.example'),
			await invite('deb@massive.example'),
		];
		expect([created, ...answers].map(({status}) => status)).toEqual([
			201, 201, 409, 201, 409,
		]);
		expect(destination.outbox().map(({to: recipient}) => recipient)).toEqual([
			'new@acme.example',
			'other@acme.example',
		]);
		expect(destination.world.projects.find('HR')!.customers.size).toBe(3);
	});
});

test('The switches play the two uncertain facts about mail either way.', async () => {
	await withPractice(
		{habits: {createMails: true, inviteKnownRefused: true}},
		async ({to, destination}) => {
			await to.post(root, {email: 'new@acme.example', displayName: 'New'});
			const path = '/rest/servicedeskapi/servicedesk/6/customer/invite';
			const {status} = await to.post(
				path,
				{email: 'new@acme.example', displayName: 'New'},
				optIn,
			);
			expect(status).toBe(400);
			expect(destination.outbox().map(({cause}) => cause)).toEqual([
				'POST /rest/servicedeskapi/customer',
			]);
		},
	);
});
