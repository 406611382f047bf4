import {expect, test} from 'vitest';
import {chunks} from '../../source/migration/chunks.ts';
import {readAll} from '../../source/migration/pages.ts';

async function* pagesOf(...pages: ReadonlyArray<readonly string[]>) {
	for (const page of pages) {
		yield page.map((id) => ({id}));
	}
}

test('pages are read to their end, in order', async () => {
	const items = await readAll(pagesOf(['a', 'b'], [], ['c']));
	expect(items.map(({id}) => id)).toEqual(['a', 'b', 'c']);
});

test('an item that shifted to the next page is kept once', async () => {
	const items = await readAll(pagesOf(['a', 'b'], ['b', 'c']));
	expect(items.map(({id}) => id)).toEqual(['a', 'b', 'c']);
});

test('every page is told about', async () => {
	const counts: number[] = [];
	await readAll(pagesOf(['a', 'b'], ['b', 'c']), (count) => {
		counts.push(count);
	});
	expect(counts).toEqual([2, 3]);
});

test('a list is cut into parts, none of them empty', () => {
	expect([...chunks([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
	expect([...chunks([1, 2], 2)]).toEqual([[1, 2]]);
	expect([...chunks([], 2)]).toEqual([]);
});
