import {type Pages} from './ports.ts';

/** Reads pages to their end. An item that shifted from one page to the next is kept once. */
export async function readAll<Item extends {readonly id: string}>(
	pages: Pages<Item>,
	onPage?: (count: number) => void,
): Promise<readonly Item[]> {
	const items = new Map<string, Item>();

	for await (const page of pages) {
		for (const item of page) {
			items.set(item.id, item);
		}

		onPage?.(items.size);
	}

	return items.values().toArray();
}

/** Reads pages to their end and keeps only ids, which is a fraction of what long lists of people take. Whoever wants to see each item tells which text of its id is kept. */
export async function readIds<Item extends {readonly id: string}>(
	pages: Pages<Item>,
	note = ({id}: Item) => id,
): Promise<ReadonlySet<string>> {
	const ids = new Set<string>();

	for await (const page of pages) {
		for (const item of page) {
			ids.add(note(item));
		}
	}

	return ids;
}
