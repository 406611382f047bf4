/** Deeper than any editor nests; what is deeper was made to break readers. */
const deepest = 200;

/**
Ids of the accounts mentioned in a rich text, which Jira keeps as a tree of nodes (Atlassian Document Format): `{type: "mention", attrs: {id}}`, anywhere in it.
*/
export function mentionsIn(document: unknown): readonly string[] {
	const found = new Set<string>();
	collect(document, found, 0);
	return [...found];
}

function collect(node: unknown, found: Set<string>, depth: number): void {
	if (typeof node !== 'object' || node === null || depth > deepest) {
		return;
	}

	if (Array.isArray(node)) {
		for (const child of node) {
			collect(child, found, depth + 1);
		}

		return;
	}

	const {type, attrs, content} = node as Readonly<Record<string, unknown>>;

	if (type === 'mention') {
		const {id} = (attrs ?? {}) as Readonly<Record<string, unknown>>;

		// Other products know mentions of everybody, which are no accounts.
		if (typeof id === 'string' && isAccountId(id)) {
			found.add(id);
		}
	}

	collect(content, found, depth + 1);
}

/** Ids are opaque; this only keeps out words such as `here` and whatever could not be sent in a query. */
export function isAccountId(text: string): boolean {
	return /^[\w\-.:]{8,128}$/v.test(text);
}
