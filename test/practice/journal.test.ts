import {
	appendFileSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {
	PracticeOptionsError,
	startPracticeSites,
} from '../../source/practice/practice-sites.ts';
import {optIn, withPractice} from '../helpers/practice-client.ts';

let stateFolder = '';

beforeEach(() => {
	stateFolder = mkdtempSync(path.join(tmpdir(), 'practice-journal-'));
});

afterEach(() => {
	rmSync(stateFolder, {recursive: true, force: true});
});

const journal = () => path.join(stateFolder, 'practice-journal.ndjson');

test('Customers, organizations, members, links and properties are there at the next start.', async () => {
	await withPractice({stateFolder}, async ({to}) => {
		const customer = await to.post<{accountId: string}>(
			'/rest/servicedeskapi/customer',
			{email: 'n@n.example', displayName: 'Nönn'},
		);
		const {accountId} = customer.body;
		await to.post('/rest/servicedeskapi/organization', {name: '組織'});
		const root = '/rest/servicedeskapi/organization/411';
		await to.post(`${root}/user`, {accountIds: [accountId]});
		await to.put(`${root}/property/tier`, {level: 'gold'});
		await to.post('/rest/servicedeskapi/servicedesk/HR/organization', {
			organizationId: 411,
		});
		await to.put(
			`/rest/servicedeskapi/customer/user/${accountId}/revoke-portal-only-access`,
		);
	});
	await withPractice({stateFolder}, async ({destination}) => {
		const {people, organizations, projects} = destination.world;
		const [person] = people.withEmail('n@n.example');
		const organization = organizations.find(411);
		expect(person).toMatchObject({displayName: 'Nönn', isActive: false});
		expect(organization?.facts.name).toBe('組織');
		expect(organization?.members.accountIds()).toEqual([person!.accountId]);
		expect(organization?.properties.get('tier')).toEqual({level: 'gold'});
		expect(projects.find('HR')!.organizations.has(411)).toBe(true);
	});
});

test('Edits, invitations and what other people did are there, on both sites.', async () => {
	await withPractice({stateFolder}, async ({to, source, destination}) => {
		await to.post(
			'/rest/servicedeskapi/servicedesk/HR/customer/invite',
			{email: 'n@n.example', displayName: 'N'},
			optIn,
		);
		await to.put('/rest/api/3/issue/FAC-1?notifyUsers=false', {
			fields: {reporter: null, summary: 'Changed'},
		});
		const [hank] = destination.world.people.withEmail('hank@globex.example');
		destination.someoneElse.deletePerson(hank!.accountId);
		source.someoneElse.renameOrganization(1, 'Acme');
	});
	await withPractice({stateFolder}, async ({source, destination}) => {
		const {people, projects, requests} = destination.world;
		const [invited] = people.withEmail('n@n.example');
		expect(projects.find('HR')!.customers.has(invited!.accountId)).toBe(true);
		expect(destination.outbox()).toHaveLength(1);
		expect(people.withEmail('hank@globex.example')).toEqual([]);
		expect(requests.find('FAC-1')).toMatchObject({
			reporter: undefined,
			summary: 'Changed',
		});
		expect(source.world.organizations.find(1)!.facts.name).toBe('Acme');
	});
});

test('Every change is in the file before the call is answered.', async () => {
	await withPractice({stateFolder}, async ({to}) => {
		await to.post('/rest/servicedeskapi/organization', {name: 'Durable'});
		expect(readFileSync(journal(), 'utf8')).toContain('"name":"Durable"');
	});
});

test('A line torn by a kill is cut off, and the rest is kept.', async () => {
	await withPractice({stateFolder}, async ({to}) => {
		await to.post('/rest/servicedeskapi/organization', {name: 'Kept'});
	});
	appendFileSync(journal(), '{"site":"destination","change":{"type":"organiz');
	await withPractice({stateFolder}, async ({to, destination}) => {
		await to.post('/rest/servicedeskapi/organization', {name: 'Next'});
		expect(destination.world.organizations.named('Kept', 'exact')).toHaveLength(
			1,
		);
	});
	expect(readFileSync(journal(), 'utf8').trim().split('\n')).toHaveLength(3);
});

test('State of other sites is refused, and the message tells what differs.', async () => {
	await withPractice({stateFolder, seed: 1}, async () => {
		expect(statSync(journal()).mode % 0o1000).toBe(0o600);
	});
	const start = startPracticeSites({stateFolder, seed: 2, customers: 70});
	await expect(start).rejects.toThrow(PracticeOptionsError);
	await expect(start).rejects.toThrow('seed 1, not 2; customers 60, not 70');
});

test('A file that is no journal is left as it is.', async () => {
	writeFileSync(journal(), 'my notes\n');
	await expect(startPracticeSites({stateFolder})).rejects.toThrow(
		'is not a journal of practice sites',
	);
	expect(readFileSync(journal(), 'utf8')).toBe('my notes\n');
});
