import {expect, test} from 'vitest';
import {withPractice} from '../../helpers/practice-client.ts';

type Page = {
	readonly size: number;
	readonly start: number;
	readonly limit: number;
	readonly isLastPage: boolean;
	readonly values: ReadonlyArray<{readonly id: string; readonly name: string}>;
	readonly _links: {readonly next?: string; readonly prev?: string};
	readonly _expands?: readonly string[];
};

const root = '/rest/servicedeskapi/organization';

test('A page is cut at 50 whatever is asked, and only the number of values tells.', async () => {
	await withPractice({organizations: 120}, async ({from}) => {
		const {body} = await from.get<Page>(`${root}?limit=100`);
		const rest = await from.get<Page>(`${root}?start=100&limit=100`);
		expect([
			body.values.length,
			body.limit,
			body.size,
			body.isLastPage,
		]).toEqual([50, 100, 50, false]);
		expect([rest.body.values.length, rest.body.isLastPage]).toEqual([20, true]);
	});
});

test('Following the links leads through everything once.', async () => {
	await withPractice({organizations: 120}, async ({from, source}) => {
		const names: string[] = [];
		let path: string | undefined = `${root}?limit=40`;
		while (path !== undefined) {
			const {body}: {body: Page} = await from.get(path);
			names.push(...body.values.map(({name}) => name));
			path = body._links.next?.slice(source.url.length);
		}

		expect(new Set(names).size).toBe(120);
	});
});

test('A page behind the end is empty and the last.', async () => {
	await withPractice({}, async ({from}) => {
		const {body} = await from.get<Page>(`${root}?start=500`);
		expect([body.values, body.isLastPage, body._links.next]).toEqual([
			[],
			true,
			undefined,
		]);
	});
});

test('With the habits off, pages are as long as asked and complete in every field.', async () => {
	const habits = {cappedPages: false, missingExpands: false};
	await withPractice({organizations: 120, habits}, async ({from, source}) => {
		const {body} = await from.get<Page>(`${root}?limit=100`);
		expect([body.values.length, body._expands]).toEqual([100, []]);
		source.setHabits({wrongSize: true});
		const wrong = await from.get<Page>(`${root}?limit=100`);
		expect([wrong.body.size, wrong.body.values.length]).toEqual([0, 100]);
	});
});

test('A new organization shifts the offsets of those behind it, unless they stand in order of age.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const last = async () => {
			const {body} = await to.get<Page>(`${root}?start=9&limit=1`);
			return body.values[0]!.name;
		};

		const before = await last();
		destination.someoneElse.createOrganization('AAA');
		const after = await last();
		destination.setHabits({shiftingOffsets: false});
		expect([before, after, await last()]).toEqual([
			'Wayne Enterprises',
			'Tyrell Corporation',
			'Contoso Suppliers',
		]);
	});
});

test.each(['-1', 'ten', '1.5'])(
	'The offset "%s" is refused.',
	async (start) => {
		await withPractice({}, async ({from}) => {
			const {status} = await from.get(`${root}?start=${start}`);
			expect(status).toBe(400);
		});
	},
);
