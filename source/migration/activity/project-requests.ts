import {type Request} from '../model.ts';
import {type ContentType} from './planned-activity.ts';
import {type LinkedRequest} from './request-links.ts';

/** Something that someone wrote in a request. */
export type Authored = {readonly account: string; readonly as: ContentType};

/** What is kept of a request until it is compared: ids, and what tells it from others. */
export type KeptRequest = LinkedRequest & {
	readonly authored: readonly Authored[];
};

const contentTypes: ReadonlySet<string> = new Set<ContentType>([
	'comment-author',
	'mention',
	'worklog-author',
]);

/** Collects the requests of one project. Pages may repeat a request while data shifts. */
export class ProjectRequests {
	readonly #requests = new Map<string, KeptRequest>();

	/** Requests that came without their links are passed over. */
	note({key, links, people}: Request): void {
		if (links === undefined) {
			return;
		}

		this.#requests.set(key, {
			key,
			...links,
			authored: people.flatMap(({account, as}) =>
				isContent(as) ? [{account, as}] : [],
			),
		});
	}

	all(): ReadonlyMap<string, KeptRequest> {
		return this.#requests;
	}
}

function isContent(as: string): as is ContentType {
	return contentTypes.has(as);
}
