import {bodyField} from '../http/body.ts';
import {type Answer, empty, json} from '../http/answer.ts';
import {isJiraAdmin} from '../http/login.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call} from '../http/route.ts';
import {sendMail} from '../site.ts';
import {type AdfDocument} from '../world/adf.ts';
import {type FieldDefinition} from '../world/request-fields.ts';
import {type RequestFields, type RequestRecord} from '../world/requests.ts';
import {requestOf} from './issue-of.ts';
import {issueBody, wantedFields} from './issue-shape.ts';

/**
Sets fields of a request. Everybody who takes part is mailed unless `notifyUsers=false`, which only administrators can
ask for; from others it is ignored (documented).
*/
export function editIssue(call: Call): Answer {
	const {site, query} = call;
	const request = requestOf(call);
	const given = bodyField(call, 'fields');
	if (typeof given !== 'object' || given === null) {
		throw new Refusal(400, 'The fields to edit have to be given.');
	}

	const {fields, emptied} = readFields(
		call,
		request,
		given as Readonly<Record<string, unknown>>,
	);
	const at = site.now().getTime();
	site.commit({type: 'request-edited', id: request.id, fields, emptied, at});
	if (query.get('notifyUsers') !== 'false' || !isJiraAdmin(call)) {
		mailEverybody(call, requestOf(call));
	}

	return query.get('returnIssue') === 'true'
		? json(issueBody(site, requestOf(call), wantedFields(['*all'])))
		: empty();
}

type Edit = {
	readonly fields: Partial<RequestFields>;
	readonly emptied: ReadonlyArray<keyof RequestFields>;
};

/** Checks every field before any is set, and refuses with one message for each that is wrong. */
function readFields(
	call: Call,
	request: RequestRecord,
	given: Readonly<Record<string, unknown>>,
): Edit {
	const errors: Record<string, string> = {};
	const fields: Record<string, unknown> = {};
	const emptied: Array<keyof RequestFields> = [];
	for (const [id, value] of Object.entries(given)) {
		const definition = call.site.world.fields.find((field) => field.id === id);
		const read = definition
			? readValue(call, request, definition, value)
			: {
					error: `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`,
				};
		if ('error' in read) {
			errors[id] = read.error;
		} else if (read.value === undefined) {
			emptied.push(definition!.holds);
		} else {
			fields[definition!.holds] = read.value;
		}
	}

	if (Object.keys(errors).length > 0) {
		throw new Refusal(400, '', {fields: errors});
	}

	return {fields, emptied};
}

type Read = {readonly value: unknown} | {readonly error: string};

function readValue(
	call: Call,
	request: RequestRecord,
	{shape, name}: FieldDefinition,
	value: unknown,
): Read {
	switch (shape) {
		case 'text': {
			return typeof value === 'string' && value !== ''
				? {value}
				: {error: `You must specify a ${name}.`};
		}

		case 'document': {
			return value === null || isDocument(value)
				? {value: value ?? undefined}
				: {
						error:
							'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
					};
		}

		case 'user': {
			return readUser(call, name, value);
		}

		case 'users': {
			const users = (
				Array.isArray(value) ? value : value === null ? [] : [value]
			).map((each) => readUser(call, name, each));
			const wrong = users.find((each) => 'error' in each);
			return (
				wrong ?? {value: users.map((each) => (each as {value: unknown}).value)}
			);
		}

		case 'organizations': {
			return readOrganizations(call, request, value);
		}
	}
}

function isDocument(value: unknown): value is AdfDocument {
	return (
		typeof value === 'object' &&
		value !== null &&
		(value as {type?: unknown}).type === 'doc'
	);
}

/** A user is `{accountId}` or `{id}`; deactivated accounts can't be chosen. */
function readUser({site}: Call, name: string, value: unknown): Read {
	if (value === null) {
		return {value: undefined};
	}

	const {accountId, id} = (value ?? {}) as {
		readonly accountId?: unknown;
		readonly id?: unknown;
	};
	const chosen = accountId ?? id;
	const person =
		typeof chosen === 'string' ? site.world.people.find(chosen) : undefined;
	return person?.isActive
		? {value: person.accountId}
		: {error: `Specify a valid value for ${name}`};
}

/** Only organizations linked to the request's project are taken (observed). */
function readOrganizations(
	{site}: Call,
	{projectKey}: RequestRecord,
	value: unknown,
): Read {
	const ids = Array.isArray(value)
		? (value as readonly unknown[])
		: value === null
			? []
			: [value];
	const linked = site.world.projects.find(projectKey)!.organizations;
	return ids.every((id) => typeof id === 'number' && linked.has(id))
		? {value: ids}
		: {error: 'Specify a valid value for Organizations ID'};
}

function mailEverybody({site, operation}: Call, request: RequestRecord): void {
	const recipients = new Set([
		request.reporter,
		request.assignee,
		...request.participants,
	]);
	const people = Array.from(recipients, (accountId) =>
		site.world.people.find(accountId ?? ''),
	).filter((person) => person?.isActive);
	const subject = `Updates for ${request.key}: ${request.summary}`;
	for (const person of people) {
		sendMail(site, {to: person!.email, subject, cause: operation});
	}
}
