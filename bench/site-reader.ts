import {Buffer} from 'node:buffer';
import pMap from 'p-map';
import {type SiteLogin} from './practice.ts';

/** A list of a site, read to its end. */
export type ReadList<Item> = {
	readonly items: readonly Item[];
	/** Pages that had to be read to know it all. */
	readonly pages: number;
};

export type ListedOrganization = {readonly id: string; readonly name: string};
type ListedProject = {readonly id: string; readonly projectKey: string};
type ListedPerson = {
	readonly accountId: string;
	readonly accountType?: string;
	readonly displayName: string;
	readonly emailAddress?: string;
	readonly active: boolean;
};

const service = '/rest/servicedeskapi';

/** Reads a practice site without the program under test, to know what that one can't do with fewer calls. */
export class SiteReader {
	readonly #login: SiteLogin;

	constructor(login: SiteLogin) {
		this.#login = login;
	}

	async accounts(): Promise<ReadList<ListedPerson>> {
		const items: ListedPerson[] = [];

		// A bare array does not say whether it is the last, so the end is an empty page.
		for (let pages = 1; ; pages++) {
			const query = `startAt=${items.length}&maxResults=1000`;
			const page = (await this.#get(
				`/rest/api/3/users/search?${query}`,
			)) as readonly ListedPerson[];
			items.push(...page);

			if (page.length === 0) {
				return {items, pages};
			}
		}
	}

	async organizations(): Promise<ReadList<ListedOrganization>> {
		return this.#list('/organization');
	}

	async projects(): Promise<ReadList<ListedProject>> {
		return this.#list('/servicedesk');
	}

	async members(organization: string): Promise<ReadList<ListedPerson>> {
		return this.#list(`/organization/${organization}/user`);
	}

	async linked(project: string): Promise<ReadList<ListedOrganization>> {
		return this.#list(`/servicedesk/${project}/organization`);
	}

	async projectCustomers(project: string): Promise<ReadList<ListedPerson>> {
		return this.#list(`/servicedesk/${project}/customer`);
	}

	/** The roles of a project; who is in one takes a call of its own. */
	async roles(projectKey: string): Promise<ReadList<string>> {
		const roles = await this.#get(`/rest/api/3/project/${projectKey}/role`);
		const items = Object.keys(roles as Readonly<Record<string, string>>);
		return {items, pages: items.length};
	}

	/** Pages of all these lists together. */
	async pages<Item>(
		items: Iterable<Item>,
		read: (item: Item) => Promise<ReadList<unknown>>,
	): Promise<number> {
		const lists = await pMap(items, read, {concurrency: 8});
		return lists.reduce((sum, {pages}) => sum + pages, 0);
	}

	async #list<Item>(path: string): Promise<ReadList<Item>> {
		const items: Item[] = [];

		for (let pages = 1; ; pages++) {
			const query = `start=${items.length}&limit=50`;
			const page = (await this.#get(`${service}${path}?${query}`)) as {
				readonly values: readonly Item[];
				readonly isLastPage: boolean;
			};
			items.push(...page.values);

			if (page.isLastPage) {
				return {items, pages};
			}
		}
	}

	async #get(path: string): Promise<unknown> {
		const {url, email, token} = this.#login;
		const answer = await fetch(new URL(path, url), {
			headers: {
				authorization: `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`,
				'x-experimentalapi': 'opt-in',
			},
		});

		if (!answer.ok) {
			throw new Error(`${path} answered ${answer.status}`);
		}

		return answer.json();
	}
}
