import {expect, test} from 'vitest';
import {
	handClock,
	practiceClient,
	type PracticeClient,
	withPractice,
} from '../../helpers/practice-client.ts';

/** The emails a search finds, in its order. */
async function search(
	client: PracticeClient,
	query: string,
): Promise<ReadonlyArray<string | undefined>> {
	const {body} = await client.get<ReadonlyArray<{emailAddress?: string}>>(
		`/rest/api/3/user/search?query=${query}`,
	);
	return body.map(({emailAddress}) => emailAddress);
}

test('A search finds the beginnings of names and emails.', async () => {
	await withPractice({}, async ({to}) => {
		const osborns = ['norman@oscorp.example', 'harry@oscorp.example'];
		expect(await search(to, 'osbo')).toEqual(osborns);
		expect(await search(to, 'NORMAN@')).toEqual(osborns.slice(0, 1));
		expect(await search(to, 'sborn')).toEqual([]);
	});
});

test('A search for an email finds somebody else whose email begins alike.', async () => {
	await withPractice({}, async ({to}) => {
		expect(await search(to, 'nina@massive.example')).toEqual([
			'nina@massive.example.org',
		]);
	});
});

test('A search finds active accounts only, unless that is switched off.', async () => {
	await withPractice({}, async ({to, destination}) => {
		expect(await search(to, 'deb@massive.example')).toEqual([]);
		destination.setHabits({searchActiveOnly: false});
		expect(await search(to, 'deb@massive.example')).toHaveLength(1);
	});
});

test('The exact match stands behind others, as long as the site does so.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const [email, other] = ['nina@massive.example', 'nina@massive.example.org'];
		destination.someoneElse.createCustomer(email, 'Nina Sharp');
		destination.setHabits({searchLags: false});
		expect(await search(to, email)).toEqual([other, email]);
		destination.setHabits({wrongPersonFirst: false});
		expect(await search(to, email)).toEqual([email, other]);
		destination.setHabits({fuzzySearch: false});
		expect(await search(to, email)).toEqual([email]);
	});
});

test('A search finds a new account only after a while.', async () => {
	const clock = handClock();
	await withPractice({now: clock.now}, async ({to}) => {
		const email = 'fresh@new.example';
		await to.post('/rest/servicedeskapi/customer', {email, displayName: 'F'});
		expect(await search(to, 'fresh')).toEqual([]);
		clock.forward(2500);
		expect(await search(to, 'fresh')).toEqual([email]);
	});
});

test('A hidden email is in no answer, and no search finds it.', async () => {
	await withPractice({}, async ({from, source}) => {
		const [sarah] = source.world.people.withEmail('sarah@cyberdyne.example');
		const path = `/rest/api/3/user?accountId=${sarah!.accountId}`;
		const hidden = await from.get(path);
		expect(hidden.text).not.toContain('sarah@');
		expect(await search(from, 'sarah@')).toEqual([]);
		source.setHabits({hiddenEmails: false});
		const shown = await from.get(path);
		expect(shown.text).toContain('sarah@');
		expect(await search(from, 'sarah@')).toHaveLength(1);
	});
});

test('Whoever may not browse users finds nobody, which is no error.', async () => {
	await withPractice({}, async ({source}) => {
		const customer = practiceClient(source, source.logins.customer);
		expect(await search(customer, 'a')).toEqual([]);
	});
});

test('A search without words, or with two kinds of them, is refused.', async () => {
	await withPractice({}, async ({from}) => {
		const bare = await from.get('/rest/api/3/user/search');
		const both = await from.get('/rest/api/3/user/search?query=a&accountId=b');
		expect([bare.status, both.status]).toEqual([400, 400]);
	});
});
