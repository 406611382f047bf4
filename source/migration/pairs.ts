/** What belongs to what, by ids, such as customers to organizations. */
export class Pairs {
	readonly #items = new Map<string, Set<string>>();

	has(group: string, item: string): boolean {
		return this.#items.get(group)?.has(item) === true;
	}

	add(group: string, item: string): void {
		const items = this.#items.get(group);

		if (items === undefined) {
			this.#items.set(group, new Set([item]));
		} else {
			items.add(item);
		}
	}
}
