import {expect, test} from 'vitest';
import {
	handClock,
	type Practice,
	practiceClient,
	withPractice,
} from '../../helpers/practice-client.ts';

type Issue = {
	readonly id: string;
	readonly key: string;
	readonly fields: Readonly<Record<string, unknown>>;
};
type SearchPage = {
	readonly issues: readonly Issue[];
	readonly isLast: boolean;
	readonly nextPageToken?: string;
};

/** Custom fields have other numbers on each site. */
const sourceFields = {
	organizations: 'customfield_10002',
	approvers: 'customfield_10003',
	participants: 'customfield_10026',
};
const destinationFields = {
	organizations: 'customfield_10140',
	participants: 'customfield_10164',
};

const searchPath = '/rest/api/3/search/jql';

test('A search gives ids alone unless fields are named.', async () => {
	await withPractice({}, async ({from}) => {
		const {body} = await from.post<SearchPage>(searchPath, {
			jql: 'project = IT ORDER BY key',
			maxResults: 1,
		});
		expect(body.issues).toEqual([{id: '20000'}]);
		expect(body.isLast).toBe(false);
	});
});

test('Tokens lead through every request once, and the last page has none.', async () => {
	await withPractice({requests: 260}, async ({from, source}) => {
		const found: string[] = [];
		let token: string | undefined;
		do {
			const {body}: {body: SearchPage} = await from.post(searchPath, {
				jql: 'project in (IT, HR, LEGAL) ORDER BY created',
				fields: ['summary'],
				maxResults: 1000,
				nextPageToken: token,
			});
			expect(body.issues.length).toBeLessThanOrEqual(100);
			found.push(...body.issues.map(({key}) => key));
			token = body.nextPageToken;
		} while (token !== undefined);

		expect(new Set(found).size).toBe(260);
		expect(found).toHaveLength(source.world.requests.size);
	});
});

test('A token of another query is refused.', async () => {
	await withPractice({}, async ({from}) => {
		const {body} = await from.post<SearchPage>(searchPath, {
			jql: 'project = IT',
			maxResults: 1,
		});
		const wrong = await from.post(searchPath, {
			jql: 'project = HR',
			nextPageToken: body.nextPageToken,
		});
		expect(wrong.status).toBe(400);
	});
});

test('The removed search answers 410, and counting goes by the new one.', async () => {
	await withPractice({}, async ({from}) => {
		const removed = await from.get('/rest/api/3/search?jql=project=IT');
		const count = await from.post('/rest/api/3/search/approximate-count', {
			jql: 'project in (IT, HR, LEGAL)',
		});
		expect(removed.status).toBe(410);
		expect(count.body).toEqual({count: 120});
	});
});

test('Fields are told apart by their schema, whatever the site calls them.', async () => {
	await withPractice({}, async ({from, to}) => {
		const types = async (client: Practice['from']) => {
			const {body} =
				await client.get<
					ReadonlyArray<{id: string; name: string; schema: {custom?: string}}>
				>('/rest/api/3/field');
			return body.filter(({schema}) => schema.custom !== undefined);
		};

		const [here, there] = [await types(from), await types(to)];
		const custom = (fields: typeof here) =>
			fields.map(({schema}) => schema.custom);
		expect(custom(here)).toEqual(custom(there));
		expect(custom(here)).toContain(
			'com.atlassian.servicedesk:sd-request-participants',
		);
		const names = new Set(here.map(({name}) => name));
		expect(there.some(({name}) => names.has(name))).toBe(false);
	});
});

test('A request shows people, organizations, comments and worklogs in its fields.', async () => {
	await withPractice({}, async ({from}) => {
		const {body} = await from.get<Issue>('/rest/api/3/issue/IT-1');
		expect(body.fields).toMatchObject({
			summary: 'New laptop',
			reporter: {displayName: 'Jane Smith', accountType: 'customer'},
			[sourceFields.organizations]: [{id: '1', name: 'Acme Inc.'}],
			[sourceFields.participants]: [],
			[sourceFields.approvers]: null,
			comment: {comments: [], total: 0},
			created: '2024-04-22T16:00:00.000+0000',
		});
	});
});

test('Requests are fetched in bulk, and those that are missing are told.', async () => {
	await withPractice({}, async ({from}) => {
		const {body} = await from.post<{
			issues: readonly Issue[];
			issueErrors: ReadonlyArray<{id: string}>;
		}>('/rest/api/3/issue/bulkfetch', {
			issueIdsOrKeys: ['IT-1', 'IT-2', 'NO-1'],
			fields: ['reporter'],
		});
		expect(body.issues.map(({key}) => key)).toEqual(['IT-1', 'IT-2']);
		expect(body.issueErrors.map(({id}) => id)).toEqual(['NO-1']);
	});
});

test('An edit sets fields, mails nobody where that is asked for, and shows in a search only later.', async () => {
	const clock = handClock();
	await withPractice({now: clock.now}, async ({to, destination}) => {
		const [fay] = destination.world.people.withEmail('fay@facilities.example');
		const {status} = await to.put('/rest/api/3/issue/FAC-2?notifyUsers=false', {
			fields: {
				reporter: {accountId: fay!.accountId},
				[destinationFields.organizations]: [409],
				[destinationFields.participants]: [{accountId: fay!.accountId}],
			},
		});
		const request = destination.world.requests.find('FAC-2');
		const jql = `project = FAC AND reporter = "${fay!.accountId}"`;
		const early = await to.post<SearchPage>(searchPath, {jql});
		clock.forward(2500);
		const late = await to.post<SearchPage>(searchPath, {jql});
		expect([status, destination.outbox()]).toEqual([204, []]);
		expect(request).toMatchObject({
			reporter: fay!.accountId,
			organizations: [409],
			participants: [fay!.accountId],
		});
		expect([early.body.issues.length, late.body.issues.length]).toEqual([1, 2]);
	});
});

test('An edit mails everybody who takes part, also when an agent asks it not to.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const agent = practiceClient(destination, destination.logins.agent);
		const fields = {summary: 'Changed'};
		await to.put('/rest/api/3/issue/FAC-1', {fields});
		await agent.put('/rest/api/3/issue/FAC-1?notifyUsers=false', {fields});
		const recipients = destination.outbox().map(({to: recipient}) => recipient);
		expect(recipients).toEqual([
			'fay@facilities.example',
			'fay@facilities.example',
		]);
	});
});

test.each([
	[
		'an organization that is not linked',
		{[destinationFields.organizations]: [402]},
	],
	['an unknown reporter', {reporter: {accountId: 'nobody'}}],
	['an unknown field', {colour: 'x'}],
	['an empty summary', {summary: ''}],
	['a description that is no document', {description: 'plain'}],
])('An edit with %s changes nothing.', async (_what, fields) => {
	await withPractice({}, async ({to, destination}) => {
		const before = destination.world.requests.find('FAC-1');
		const {status, body} = await to.put<{errors: Record<string, unknown>}>(
			'/rest/api/3/issue/FAC-1?notifyUsers=false',
			{fields: {...fields, assignee: null}},
		);
		expect(status).toBe(400);
		expect(Object.keys(body.errors)).toEqual(Object.keys(fields));
		expect(destination.world.requests.find('FAC-1')).toEqual(before);
	});
});

test('Requests copied earlier stand on the destination under a placeholder, with gaps and moved numbers.', async () => {
	await withPractice({requests: 400}, async ({source, destination}) => {
		const {requests, people} = destination.world;
		const there = Array.from({length: requests.size}, (_, index) =>
			requests.at(index),
		);
		const names = new Set(
			there.map(({reporter}) => people.find(reporter ?? '')?.displayName),
		);
		const hr = there.find(({projectKey}) => projectKey === 'HR');
		expect(names).toContain('Imported User');
		expect(names).toContain('Former user');
		expect(hr).toMatchObject({
			key: 'HR-4',
			summary: source.world.requests.find('HR-1')!.summary,
			createdAt: source.world.requests.find('HR-1')!.createdAt,
		});
		expect(source.world.requests.find('IT-17')).toBeDefined();
		expect(requests.find('IT-17')).toBeUndefined();
	});
});
