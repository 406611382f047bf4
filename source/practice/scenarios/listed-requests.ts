import {
	type AdfNode,
	document,
	mention,
	nestedMention,
	paragraph,
} from '../world/adf.ts';
import {
	type Comment,
	type RequestRecord,
	type Worklog,
} from '../world/requests.ts';
import {requestsFrom} from './generated-requests.ts';
import {type RequestStory} from './story.ts';

/** Turns the names a story uses into ids. Whoever is not on the site is left out. */
export type Lookup = {
	person(key: string | undefined): string | undefined;
	organization(name: string): number | undefined;
	name(accountId: string): string;
};

const hour = 3_600_000;

/** The request a story tells of. All of them are older than the generated ones, each by an hour more than the next. */
export function listedRequest(
	story: RequestStory,
	offset: number,
	identity: {readonly id: string; readonly key: string},
	lookup: Lookup,
): RequestRecord {
	const people = (keys: readonly string[] = []) =>
		keys.map((key) => lookup.person(key)).filter((id) => id !== undefined);
	const createdAt = requestsFrom - (1000 - offset) * hour;
	return {
		...identity,
		projectKey: story.project,
		summary: story.summary,
		description: document(
			paragraph(`${story.summary}.`),
			...mentions(story.mentionedInDescription, lookup).map((node) =>
				nestedMention('This is about', node),
			),
		),
		reporter: lookup.person(story.reporter),
		creator: lookup.person(story.creator ?? story.reporter),
		assignee: lookup.person(story.assignee),
		participants: people(story.participants),
		organizations: (story.organizations ?? [])
			.map((name) => lookup.organization(name))
			.filter((id) => id !== undefined),
		approvers: people(story.approvers),
		contact: lookup.person(story.contact),
		stakeholders: people(story.stakeholders),
		owners: people(story.owners),
		notes: mentions(story.mentionedInNotes, lookup).map((node) =>
			document(paragraph('Talk to ', node)),
		)[0],
		createdAt,
		updatedAt: createdAt + 2 * hour,
		status: offset % 2 === 0 ? 'Waiting for support' : 'Resolved',
		comments: listedComments(story, identity.id, createdAt, lookup),
		worklogs: listedWorklogs(story, identity.id, createdAt, lookup),
	};
}

function listedComments(
	{comments = []}: RequestStory,
	requestId: string,
	createdAt: number,
	lookup: Lookup,
): readonly Comment[] {
	return comments.flatMap((comment, index) => {
		const author = lookup.person(comment.author);
		const named = mentions(comment.mentions, lookup);
		const body = document(
			paragraph(comment.text),
			...named.map((node) => nestedMention('Cc', node)),
		);
		const at = createdAt + ((index + 1) * hour) / 2;
		return author === undefined
			? []
			: [
					{
						id: `${requestId}${index + 1}`,
						author,
						updateAuthor: author,
						body,
						at,
						isPublic: true,
					},
				];
	});
}

function listedWorklogs(
	{worklogs = []}: RequestStory,
	requestId: string,
	createdAt: number,
	lookup: Lookup,
): readonly Worklog[] {
	return worklogs.flatMap((worklog, index) => {
		const author = lookup.person(worklog.author);
		const [comment] = mentions(worklog.mentions, lookup).map((node) =>
			document(paragraph('With ', node)),
		);
		return author === undefined
			? []
			: [
					{
						id: `${requestId}${index + 7}`,
						author,
						comment,
						at: createdAt + hour,
						seconds: 1800,
					},
				];
	});
}

/** A mention of this person; none of somebody who is not on the site. */
function mentions(key: string | undefined, lookup: Lookup): readonly AdfNode[] {
	const accountId = lookup.person(key);
	return accountId === undefined
		? []
		: [mention(accountId, lookup.name(accountId))];
}
