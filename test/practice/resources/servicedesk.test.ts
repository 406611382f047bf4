import {expect, test} from 'vitest';
import {
	optIn,
	practiceClient,
	withPractice,
} from '../../helpers/practice-client.ts';

const root = '/rest/servicedeskapi/servicedesk';

type ServiceDesk = {readonly id: string; readonly projectKey: string};
type Page<Value> = {readonly values: readonly Value[]};

test.each(['6', 'HR', 'projectKey:HR', 'projectId:10001', 'serviceDeskId:6'])(
	'The identifier %s finds the service project.',
	async (identifier) => {
		await withPractice({}, async ({to}) => {
			const {body} = await to.get<ServiceDesk>(
				`${root}/${encodeURIComponent(identifier)}`,
			);
			expect(body).toMatchObject({
				id: '6',
				projectKey: 'HR',
				projectId: '10001',
				projectTypeKey: 'service_desk',
			});
		});
	},
);

test('An unknown service project answers 404 in the words of the service desk API.', async () => {
	await withPractice({}, async ({to}) => {
		const {status, body} = await to.get(`${root}/projectKey:6`);
		expect(status).toBe(404);
		expect(body).toMatchObject({
			errorMessage: 'The Service Desk you are trying to view does not exist.',
			i18nErrorMessage: {
				i18nKey: 'sd.agent.servicedesk.error.servicedesk.missing',
				parameters: [],
			},
		});
	});
});

test('Customer lists want the experimental header, and answer 412 without it.', async () => {
	await withPractice({}, async ({from}) => {
		const without = await from.get(`${root}/1/customer`);
		const wrong = await from.get(`${root}/1/customer`, {
			headers: {'X-ExperimentalApi': 'yes'},
		});
		const listed = await from.get<Page<{emailAddress: string}>>(
			`${root}/1/customer`,
			optIn,
		);
		expect([without.status, wrong.status, listed.status]).toEqual([
			412, 412, 200,
		]);
		expect(
			listed.body.values.map(({emailAddress}) => emailAddress).toSorted(),
		).toEqual([
			'bill@initech.example',
			'jsmith@acme.example',
			'lisa.customerlist@solo.example',
		]);
	});
});

test('The customer list can be searched by beginnings of names and emails.', async () => {
	await withPractice({}, async ({from}) => {
		const search = async (query: string) => {
			const {body} = await from.get<Page<{displayName: string}>>(
				`${root}/1/customer?query=${query}`,
				optIn,
			);
			return body.values.map(({displayName}) => displayName);
		};

		expect(await search('lumb')).toEqual(['Bill Lumbergh']);
		expect(await search('JSMITH@')).toEqual(['Jane Smith']);
		expect(await search('smith@')).toEqual([]);
	});
});

test('The customer list has members of linked organizations only where that is switched on.', async () => {
	await withPractice(
		{habits: {deskListsMembers: true}},
		async ({from, source}) => {
			const {body} = await from.get<Page<unknown>>(
				`${root}/LEGAL/customer`,
				optIn,
			);
			const {organizations, customers} = source.world.projects.find('LEGAL')!;
			const members = Array.from(organizations, (id) =>
				source.world.organizations.find(id)!.members.accountIds(),
			);
			expect(body.values).toHaveLength(
				new Set([...members.flat(), ...customers.accountIds()]).size,
			);
		},
	);
});

test('Adding customers with one unknown id adds the others and answers 400.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const [hank] = destination.world.people.withEmail('hank@globex.example');
		const {customers} = destination.world.projects.find('HR')!;
		const {status} = await to.post(`${root}/HR/customer`, {
			accountIds: [hank!.accountId, 'nobody'],
		});
		expect([status, customers.has(hank!.accountId)]).toEqual([400, true]);
		destination.setHabits({partialDeskCustomers: false});
		const [dora] = destination.world.people.withEmail('dora@globex.example');
		await to.post(`${root}/HR/customer`, {
			accountIds: [dora!.accountId, 'nobody'],
		});
		expect(customers.has(dora!.accountId)).toBe(false);
	});
});

test('Customers leave a restricted project, but not an open one.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const {world} = destination;
		const restricted = await to.delete(
			`${root}/HR/customer`,
			{accountIds: world.projects.find('HR')!.customers.accountIds()},
			optIn,
		);
		const open = await to.delete(
			`${root}/IT/customer`,
			{accountIds: world.projects.find('IT')!.customers.accountIds()},
			optIn,
		);
		expect([restricted.status, open.status]).toEqual([204, 400]);
		expect(world.projects.find('HR')!.customers.size).toBe(0);
		expect(world.projects.find('IT')!.customers.size).toBe(1);
	});
});

test('Linking an organization answers 204 before and after, and an unknown one is refused.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const path = `${root}/FAC/organization`;
		const answers = [
			await to.post(path, {organizationId: 402}),
			await to.post(path, {organizationId: 402}),
			await to.post(path, {organizationId: 9999}),
			await to.post(path, {organizationId: '402'}),
		];
		expect(answers.map(({status}) => status)).toEqual([204, 204, 404, 404]);
		expect(destination.world.projects.find('FAC')!.organizations.has(402)).toBe(
			true,
		);
		await to.delete(path, {organizationId: 402});
		expect(destination.world.projects.find('FAC')!.organizations.has(402)).toBe(
			false,
		);
	});
});

test('Whoever has no licence gets 403 without a body, or with one where that is switched off.', async () => {
	await withPractice({}, async ({source}) => {
		const customer = practiceClient(source, source.logins.customer);
		const bare = await customer.get(root);
		source.setHabits({emptyForbidden: false});
		const worded = await customer.get(root);
		expect([bare.status, bare.text, worded.status]).toEqual([403, '', 403]);
		expect(worded.text).toContain('not authorized');
	});
});
