import {z} from 'zod';
import {
	type FieldValue,
	type LinkField,
	type RequestLinks,
} from '../migration/activity/request-links.ts';
import {isFormerUser} from './people.ts';
import * as wire from './wire.ts';

/** Fields that tell whether two requests are the same one. */
export const identityFields = ['created', 'summary'] as const;

const item = z.union([
	wire.user,
	wire.organization.pick({id: true}).transform(({id}) => ({accountId: id})),
]);

/** Whom each field of a request names, with what tells it from other requests. */
export function linksOf(
	{fields: shown = {}}: wire.Issue,
	fields: readonly LinkField[],
): RequestLinks {
	const {created, summary} = shown;
	return {
		created: secondsOf(created),
		summary: typeof summary === 'string' ? summary : '',
		values: Object.fromEntries(
			fields.flatMap(({id}) => {
				const value = valueOf(shown[id]);
				return value.ids.length === 0 ? [] : [[id, value] as const];
			}),
		),
	};
}

/** A moment that can't be read is like no other. */
function secondsOf(moment: unknown): number {
	return typeof moment === 'string'
		? // Jira writes the zone without a colon, which not every parser takes.
			Math.floor(
				Date.parse(moment.replace(/(?<hour>[+\-]\d\d)(?=\d\d$)/v, '$<hour>:')) /
					1000,
			)
		: NaN;
}

function valueOf(shown: unknown): FieldValue {
	const items = (Array.isArray(shown) ? shown : [shown]).flatMap(
		(one: unknown) => item.safeParse(one).data ?? [],
	);
	const former = items.filter((one) => isFormerUser(one));
	return {
		ids: items.map(({accountId}) => accountId),
		...(former.length > 0 && {
			former: former.map(({accountId}) => accountId),
		}),
	};
}
