import {hash} from '../world/random.ts';
import {type BaseRequests, type RequestRecord} from '../world/requests.ts';
import {type ProjectRequests} from './request-layout.ts';

/** What has to be known of the destination to show how requests look there after somebody copied them. */
export type MovedCast = {
	/** The account an import put where it did not know the person. */
	readonly placeholder: string;
	readonly former: string;
	/** Somebody else who took over a request since. */
	foreign(drawn: number): string;
	/** The destination's account of a person of the source. */
	counterpart(sourceAccountId: string | undefined): string | undefined;
};

/**
The source's requests of one project as an earlier copy of the project left them on the destination: raised by a
placeholder or a former user, without participants and organizations; now and then right already, or changed by
somebody since. One in seventeen was not copied, and in every second project the numbers have moved.
*/
export function movedRequests(options: {
	readonly seed: number;
	readonly projectKey: string;
	readonly source: BaseRequests;
	readonly cast: MovedCast;
	/** How far the numbers in the keys have moved. */
	readonly shift: number;
}): ProjectRequests {
	const {seed, projectKey, source, cast, shift} = options;
	const {from, to} = source.rangeOf(projectKey);
	const total = to - from;
	const original = (offset: number) => offset + Math.floor(offset / 16);
	return {
		projectKey,
		count: total - Math.floor(total / 17),
		numberAt: (offset) => original(offset) + 1 + shift,
		offsetOf(number) {
			const index = number - 1 - shift;
			return index < 0 || index >= total || index % 17 === 16
				? undefined
				: index - Math.floor(index / 17);
		},
		make(offset, identity) {
			const index = from + original(offset);
			return moved(source.at(index), identity, hash(seed, index, 31), cast);
		},
	};
}

function moved(
	request: RequestRecord,
	identity: {readonly id: string; readonly key: string},
	drawn: number,
	cast: MovedCast,
): RequestRecord {
	const fate = drawn % 10;
	const reporter = [
		...Array.from({length: 5}, () => cast.placeholder),
		cast.former,
		cast.former,
		undefined,
		cast.counterpart(request.reporter) ?? cast.placeholder,
		cast.foreign(Math.floor(drawn / 10)),
	][fate];
	return {
		...request,
		...identity,
		summary: drawn % 29 === 0 ? `${request.summary} (edited)` : request.summary,
		reporter,
		creator: cast.placeholder,
		assignee: undefined,
		participants: fate === 9 ? [cast.foreign(Math.floor(drawn / 100))] : [],
		organizations: [],
		approvers: [],
		contact: undefined,
		stakeholders: [],
		owners: [],
		notes: undefined,
		description: undefined,
		comments: request.comments.map((comment) => ({
			...comment,
			id: `${identity.id}${comment.id.slice(request.id.length)}`,
			author: cast.placeholder,
			updateAuthor: cast.placeholder,
		})),
		worklogs: [],
	};
}
