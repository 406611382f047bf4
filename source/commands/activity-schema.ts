import * as z from 'zod';
import {
	type ActivityObstacle,
	type FieldPair,
	type Pairing,
	type PlannedActivity,
} from '../migration/activity/planned-activity.ts';
import {type LinkKind} from '../migration/activity/request-links.ts';
import {oneOf} from './one-of.ts';

const text = z.string();
const texts = z.array(text);
const count = z.int().nonnegative();

const field = z.object({
	id: text,
	name: text,
	kind: oneOf<LinkKind>({
		reporter: true,
		participants: true,
		organizations: true,
		'user-picker': true,
		'user-pickers': true,
		people: true,
	}),
	type: text,
	many: z.boolean(),
});

const pairing = oneOf<Pairing>({
	confirmed: true,
	renumbered: true,
	reworded: true,
	recreated: true,
});

const request = z.object({
	from: text,
	to: text,
	project: text,
	pairing,
	edits: z.array(
		z.object({
			field: text,
			before: texts,
			former: texts.optional(),
			keep: texts,
			add: texts,
			placeholder: text.optional(),
		}),
	),
});

/** What a saved plan may hold of requests that are on the destination already. */
export const activitySchema = z.object({
	fields: z.array(
		z.object({
			from: field,
			to: field,
			certainty: oneOf<FieldPair['certainty']>({certain: true, possible: true}),
		}),
	),
	fieldsWithout: texts,
	read: z.object({source: count, destination: count}),
	pairs: z.record(pairing, count),
	present: count,
	requests: z.array(request),
	left: z.array(
		z.object({
			from: text,
			to: text,
			field: text,
			why: oneOf<ActivityObstacle>({
				'other-value': true,
				'not-there': true,
				inactive: true,
				'not-linked-to-project': true,
				deleted: true,
				'no-right': true,
			}),
			named: texts,
			before: texts.optional(),
			former: texts.optional(),
		}),
	),
	there: z.array(z.object({id: text, label: text})).optional(),
	proposed: z.array(z.object({from: text, to: text, pairing})),
	content: z.array(
		z.object({
			account: text,
			name: text,
			comments: count,
			mentions: count,
			worklogs: count,
			example: text,
		}),
	),
}) satisfies z.ZodType<PlannedActivity>;
