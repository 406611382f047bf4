import {type DeletedContent, type Request} from './model.ts';

/** Keys kept for each deleted account and project; the others are only counted. */
const keysKept = 100;

/**
Counts what deleted accounts left in the requests of one project (R2). Memory grows with such accounts, not with requests.
*/
export class DeletedContentCount {
	readonly #project: string;
	readonly #found = new Map<
		string,
		{requests: number; readonly keys: string[]}
	>();

	constructor(project: string) {
		this.#project = project;
	}

	/** A request counts once for each deleted account, however often it names that one. */
	note({key, people}: Request): void {
		const deleted = people.filter(({isDeleted}) => isDeleted);

		for (const account of new Set(deleted.map((person) => person.account))) {
			this.#count(account, key);
		}
	}

	found(): readonly DeletedContent[] {
		return this.#found
			.entries()
			.map(([account, content]) => ({
				project: this.#project,
				account,
				...content,
			}))
			.toArray();
	}

	#count(account: string, key: string): void {
		const content = this.#found.get(account) ?? {requests: 0, keys: []};
		this.#found.set(account, content);
		content.requests++;

		if (content.keys.length < keysKept) {
			content.keys.push(key);
		}
	}
}
