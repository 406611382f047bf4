import {document, mention, nestedMention, paragraph} from '../world/adf.ts';
import {hash, pick} from '../world/random.ts';
import {
	type Comment,
	type RequestRecord,
	type Worklog,
} from '../world/requests.ts';

/** Where generated requests get their people and organizations from. Everything is chosen by a drawn number. */
export type RequestCast = {
	/** A customer who raises requests. */
	customer(drawn: number): string;
	/** Somebody who shares an organization with this customer, or the customer. */
	colleague(accountId: string, drawn: number): string;
	/** The customer's organizations that are linked to the project. */
	organizations(accountId: string, projectKey: string): readonly number[];
	agent(drawn: number): string;
	name(accountId: string): string;
};

/** The first and the last moment at which generated requests are raised. */
export const requestsFrom = Date.UTC(2024, 5, 3, 8);
const requestsTo = Date.UTC(2025, 11, 19, 16);

/**
The request with this serial number among `total` generated ones. One in four has participants, and now and then a
customer is named in a field, a comment, a mention or a worklog only.
*/
export function generateRequest(
	options: {
		readonly seed: number;
		readonly serial: number;
		readonly total: number;
		readonly projectKey: string;
	},
	identity: {readonly id: string; readonly key: string},
	cast: RequestCast,
): RequestRecord {
	const {seed, serial, total, projectKey} = options;
	const draw = (topic: number) => hash(seed, serial, topic);
	const reporter = cast.customer(draw(1));
	const agent = cast.agent(draw(2));
	const other = (topic: number, oneIn: number) =>
		draw(topic) % oneIn === 0
			? [cast.colleague(reporter, Math.floor(draw(topic) / oneIn))]
			: [];
	const createdAt =
		requestsFrom + Math.floor((serial / total) * (requestsTo - requestsFrom));
	const people = {reporter, agent, other, name: cast.name};
	return {
		...identity,
		projectKey,
		summary: pick(subjects, draw(3)),
		description: document(
			paragraph(
				`${pick(openings, draw(4))} ${pick(subjects, draw(3)).toLowerCase()}.`,
			),
		),
		reporter,
		creator: reporter,
		assignee: draw(5) % 3 === 0 ? undefined : agent,
		participants: [...new Set([...other(6, 4), ...other(7, 12)])],
		organizations:
			draw(8) % 3 === 0
				? []
				: cast.organizations(reporter, projectKey).slice(0, 1),
		approvers: other(9, 25),
		contact: other(10, 30)[0],
		stakeholders: other(11, 40),
		owners: other(12, 50),
		notes:
			draw(13) % 40 === 0 ? document(paragraph('Seen on site.')) : undefined,
		createdAt,
		updatedAt: createdAt + (draw(14) % (72 * 3600)) * 1000,
		status: draw(15) % 3 === 0 ? 'Waiting for support' : 'Resolved',
		comments: generateComments(identity.id, createdAt, people),
		worklogs: generateWorklogs(identity.id, createdAt, agent, draw(16)),
	};
}

type RequestPeople = {
	readonly reporter: string;
	readonly agent: string;
	other(topic: number, oneIn: number): readonly string[];
	name(accountId: string): string;
};

function generateComments(
	requestId: string,
	createdAt: number,
	people: RequestPeople,
): readonly Comment[] {
	const {reporter, agent, other, name} = people;
	const comment = (
		offset: number,
		author: string,
		body: Comment['body'],
	): Comment => ({
		id: `${requestId}${offset}`,
		author,
		updateAuthor: author,
		body,
		at: createdAt + offset * 3_600_000,
		isPublic: offset !== 3,
	});
	const [mentioned] = other(21, 6);
	const [helper] = other(22, 8);
	return [
		comment(1, agent, document(paragraph('Thanks, we are looking into it.'))),
		...(mentioned === undefined
			? []
			: [
					comment(
						2,
						reporter,
						document(
							nestedMention('Please ask', mention(mentioned, name(mentioned))),
						),
					),
				]),
		...(helper === undefined
			? []
			: [comment(3, helper, document(paragraph('I have the same problem.')))]),
	];
}

function generateWorklogs(
	requestId: string,
	createdAt: number,
	author: string,
	drawn: number,
): readonly Worklog[] {
	return drawn % 5 === 0
		? [
				{
					id: `${requestId}7`,
					author,
					comment: undefined,
					at: createdAt + 7_200_000,
					seconds: 900 + (drawn % 3600),
				},
			]
		: [];
}

const openings = [
	'Since this morning:',
	'We need help with this:',
	'お願いします：',
	'Bitte um Hilfe:',
	'نحتاج إلى مساعدة:',
	'Urgent:',
];
const subjects = [
	'Laptop does not start',
	'VPN drops every hour',
	'New starter on Monday',
	'Badge stopped working',
	'Invoice shows the wrong address',
	'Access to the shared drive',
	'Printer on floor 3 is offline',
	'Contract to be reviewed',
	'Drucker druckt nur 半分',
	'Payslip is missing',
	'Phone number to be moved',
	'Question about parental leave',
];
