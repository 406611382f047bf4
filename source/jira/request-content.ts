import {z} from 'zod';
import {
	type ReasonType,
	type Request,
	type RequestPerson,
} from '../migration/model.ts';
import {mentionsIn} from './mentions.ts';
import {isFormerUser} from './people.ts';
import {type PeopleField, type RequestFields} from './resources/field.ts';
import * as wire from './wire.ts';

/** Levels that people may be hidden below: approvals hold theirs a few deep. */
const deepest = 6;

const sharedWith = z.array(z.object({id: z.coerce.string()}));

/** People and organizations that the fields of a request name. A field that is empty, or of an unknown shape, names nobody. */
export function namedInFields(
	{fields: values = {}}: wire.Issue,
	fields: RequestFields,
): Omit<Request, 'key'> {
	return {
		people: [
			...fields.people.flatMap((field) => peopleIn(values[field.id], field)),
			...fields.texts.flatMap((id) => mentioned(values[id])),
		],
		organizations: fields.organizations.flatMap((id) =>
			(sharedWith.safeParse(values[id]).data ?? []).map(
				(organization) => organization.id,
			),
		),
	};
}

/** Authors of comments, and those mentioned in them. */
export function namedInComments(
	comments: readonly wire.Comment[],
): readonly RequestPerson[] {
	return comments.flatMap(({author, updateAuthor, body}) => [
		...authors('comment-author', author, updateAuthor),
		...mentioned(body),
	]);
}

/** Authors of worklogs, and those mentioned in them. */
export function namedInWorklogs(
	worklogs: readonly wire.Worklog[],
): readonly RequestPerson[] {
	return worklogs.flatMap(({author, updateAuthor, comment}) => [
		...authors('worklog-author', author, updateAuthor),
		...mentioned(comment),
	]);
}

function authors(
	as: ReasonType,
	...people: readonly wire.Author[]
): readonly RequestPerson[] {
	const others = new Set<string | undefined>();
	const each = people.filter((person) => {
		const isNew = !others.has(person?.accountId);
		others.add(person?.accountId);
		return isNew;
	});
	return each.flatMap((person) =>
		person?.accountId === undefined
			? []
			: [
					{
						account: person.accountId,
						as,
						...(isFormerUser(person) && {isDeleted: true}),
					},
				],
	);
}

function mentioned(text: unknown): readonly RequestPerson[] {
	return mentionsIn(text).map((account) => ({account, as: 'mention'}));
}

/** People stand alone, in lists, or a few levels deeper. */
function peopleIn(
	value: unknown,
	field: PeopleField,
	depth = 0,
): readonly RequestPerson[] {
	if (typeof value !== 'object' || value === null || depth > deepest) {
		return [];
	}

	const found = wire.user.safeParse(value).data;

	if (found !== undefined) {
		const {as, name} = field;
		return [
			{
				account: found.accountId,
				as,
				...(name !== undefined && {field: name}),
				...(isFormerUser(found) && {isDeleted: true}),
			},
		];
	}

	return Object.values(value).flatMap((item) =>
		peopleIn(item, field, depth + 1),
	);
}
