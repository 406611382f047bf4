import {type AdfDocument} from './adf.ts';
import {type IndexedName, RequestIndex} from './request-index.ts';

export type Comment = {
	readonly id: string;
	readonly author: string;
	readonly updateAuthor: string;
	readonly body: AdfDocument;
	readonly at: number;
	readonly isPublic: boolean;
};

export type Worklog = {
	readonly id: string;
	readonly author: string;
	readonly comment: AdfDocument | undefined;
	readonly at: number;
	readonly seconds: number;
};

/** The fields of a request that an edit may change. People are account ids, organizations numbers. */
export type RequestFields = {
	readonly summary: string;
	readonly description: AdfDocument | undefined;
	readonly reporter: string | undefined;
	readonly assignee: string | undefined;
	readonly participants: readonly string[];
	readonly organizations: readonly number[];
	readonly approvers: readonly string[];
	/** A single user picker. */
	readonly contact: string | undefined;
	/** A multiple user picker. */
	readonly stakeholders: readonly string[];
	/** The people field of team-managed projects. */
	readonly owners: readonly string[];
	/** A rich-text custom field. */
	readonly notes: AdfDocument | undefined;
};

export type RequestRecord = RequestFields & {
	readonly id: string;
	readonly key: string;
	readonly projectKey: string;
	readonly creator: string | undefined;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly status: 'Waiting for support' | 'Resolved';
	readonly comments: readonly Comment[];
	readonly worklogs: readonly Worklog[];
};

/** The requests a site starts with, made when they are asked for. Those of one project stand together, by rising key. */
export type BaseRequests = {
	readonly size: number;
	at(index: number): RequestRecord;
	indexOfKey(key: string): number | undefined;
	indexOfId(id: string): number | undefined;
	rangeOf(projectKey: string): {readonly from: number; readonly to: number};
};

type Edit = {readonly fields: Partial<RequestFields>; readonly at: number};

/** The requests of one site: those it started with, and what happened since. */
export class Requests {
	readonly #base: BaseRequests;
	readonly #created: RequestRecord[] = [];
	readonly #edits = new Map<number, Edit[]>();
	/** Made when it is first asked for, since that makes every request once. */
	#index: RequestIndex | undefined;
	#version = 0;
	#lastChangeAt = 0;

	constructor(base: BaseRequests) {
		this.#base = base;
	}

	get size(): number {
		return this.#base.size + this.#created.length;
	}

	/** Counts the changes, so that a search result can tell whether it is still right. */
	get version(): number {
		return this.#version;
	}

	/** Milliseconds of the epoch of the latest change; 0 while there was none. */
	get lastChangeAt(): number {
		return this.#lastChangeAt;
	}

	/** The request as it stood at this time; edits after it are not seen. */
	at(index: number, asOf = Infinity): RequestRecord {
		let request = this.#first(index);
		for (const {fields, at} of this.#edits.get(index) ?? []) {
			if (at <= asOf) {
				request = {...request, ...fields, updatedAt: at};
			}
		}

		return request;
	}

	indexOf(idOrKey: string): number | undefined {
		const created = this.#created.findIndex(
			({id, key}) => id === idOrKey || key === idOrKey,
		);
		return created === -1
			? (this.#base.indexOfKey(idOrKey) ?? this.#base.indexOfId(idOrKey))
			: this.#base.size + created;
	}

	find(idOrKey: string): RequestRecord | undefined {
		const index = this.indexOf(idOrKey);
		return index === undefined ? undefined : this.at(index);
	}

	/** The positions of a project's requests, or of all requests. Those raised after `asOf` are left out. */
	*indexes(projectKey: string | undefined, asOf: number): Generator<number> {
		const {from, to} =
			projectKey === undefined
				? {from: 0, to: this.#base.size}
				: this.#base.rangeOf(projectKey);
		for (let index = from; index < to; index++) {
			yield index;
		}

		for (const [offset, request] of this.#created.entries()) {
			if (
				request.createdAt <= asOf &&
				(projectKey ?? request.projectKey) === request.projectKey
			) {
				yield this.#base.size + offset;
			}
		}
	}

	/** The positions of the requests that name one of these, or did so once; of those raised until `asOf`. */
	naming(names: Iterable<IndexedName>, asOf: number): Iterable<number> {
		this.#index ??= this.#makeIndex();
		return this.#index
			.positionsOf(names)
			.filter((index) => this.#wasRaisedBy(index, asOf));
	}

	/** The number the next request of this project gets. */
	nextNumber(projectKey: string): number {
		const {from, to} = this.#base.rangeOf(projectKey);
		const created = this.#created.filter(
			(request) => request.projectKey === projectKey,
		).length;
		const last =
			to > from
				? Number(this.#base.at(to - 1).key.slice(projectKey.length + 1))
				: 0;
		return last + created + 1;
	}

	add(request: RequestRecord): void {
		this.#index?.add(this.size, request);
		this.#created.push(request);
		this.#noteChange(request.createdAt);
	}

	edit(id: string, fields: Partial<RequestFields>, at: number): void {
		const index = this.indexOf(id);
		if (index === undefined) {
			return;
		}

		this.#index?.add(index, fields);
		this.#edits.set(index, [...(this.#edits.get(index) ?? []), {fields, at}]);
		this.#noteChange(at);
	}

	#makeIndex(): RequestIndex {
		const index = new RequestIndex();

		for (const position of this.indexes(undefined, Infinity)) {
			index.add(position, this.#first(position));

			for (const {fields} of this.#edits.get(position) ?? []) {
				index.add(position, fields);
			}
		}

		return index;
	}

	/** The request before any edit. */
	#first(index: number): RequestRecord {
		return index < this.#base.size
			? this.#base.at(index)
			: this.#created[index - this.#base.size]!;
	}

	#wasRaisedBy(index: number, moment: number): boolean {
		const created = this.#created[index - this.#base.size];
		return created === undefined || created.createdAt <= moment;
	}

	#noteChange(at: number): void {
		this.#version++;
		this.#lastChangeAt = Math.max(this.#lastChangeAt, at);
	}
}
