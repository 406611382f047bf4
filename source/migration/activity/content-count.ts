import {indexById} from '../index-by-id.ts';
import {type Plan} from '../plan.ts';
import {type ReadonlyTextMap} from '../text-map.ts';
import {type RequestPair} from './pair-requests.ts';
import {type AuthoredContent, type ContentType} from './planned-activity.ts';

type Counted = {
	comments: number;
	mentions: number;
	worklogs: number;
	readonly example: string;
};

const counters: Readonly<
	Record<ContentType, 'comments' | 'mentions' | 'worklogs'>
> = {
	'comment-author': 'comments',
	mention: 'mentions',
	'worklog-author': 'worklogs',
};

/** Counts what customers and deleted accounts wrote in requests that are on both sites. Memory grows with such people, not with requests. */
export class ContentCount {
	readonly #names: ReadonlyTextMap<{readonly name: string}>;
	readonly #found = new Map<string, Counted>();

	constructor({customers, leftOut}: Plan) {
		this.#names = indexById([...customers, ...leftOut.deleted]);
	}

	note({from, to}: RequestPair): void {
		for (const {account, as} of from.authored) {
			if (this.#names.has(account)) {
				this.#count(account, to.key)[counters[as]]++;
			}
		}
	}

	found(): readonly AuthoredContent[] {
		return this.#found
			.entries()
			.map(([account, counted]) => ({
				account,
				name: this.#names.get(account)?.name ?? '',
				...counted,
			}))
			.toArray();
	}

	#count(account: string, example: string): Counted {
		const known = this.#found.get(account);

		if (known !== undefined) {
			return known;
		}

		const counted = {comments: 0, mentions: 0, worklogs: 0, example};
		this.#found.set(account, counted);
		return counted;
	}
}
