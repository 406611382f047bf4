import {type Answer, empty, json} from './answer.ts';

type Details = {
	/** Messages by the field of the body they are about; the platform API puts them beside the others. */
	readonly fields?: Readonly<Record<string, string>>;
	/** The key of the message in the service desk API. */
	readonly key?: string;
	/** Answers nothing but the status, as the service desk API does to users without a licence. */
	readonly isEmpty?: boolean;
	readonly headers?: Readonly<Record<string, string>>;
};

/** Ends a call with a status of 4xx. Each of Jira's two APIs puts it into words of its own. */
export class Refusal extends Error {
	readonly status: number;
	readonly details: Details;

	constructor(status: number, message: string, details: Details = {}) {
		super(message);
		this.name = 'Refusal';
		this.status = status;
		this.details = details;
	}
}

/**
The error bodies of Jira Cloud: `{errorMessage, i18nErrorMessage}` in the service desk API, `{errorMessages, errors}`
in the platform's. Source: Atlassian's OpenAPI files, schemas `ErrorResponse` and `ErrorCollection`.
*/
export function refusalAnswer(refusal: Refusal, path: string): Answer {
	const {status, message, details} = refusal;
	const body = isServiceDeskPath(path)
		? {
				errorMessage: message,
				i18nErrorMessage: {
					i18nKey: details.key ?? `sd.rest.error.${status}`,
					parameters: [],
				},
			}
		: {
				errorMessages: details.fields ? [] : [message],
				errors: details.fields ?? {},
			};
	const answer = details.isEmpty ? empty(status) : json(body, status);
	return {...answer, headers: details.headers ?? {}};
}

/**
What Jira Cloud says where there is no such resource, or not with this method. Observed: the same body from every API,
which is neither of the two documented ones.
*/
export function noSuchRoute(url: string, status: 404 | 405): Answer {
	const message =
		status === 404 ? `null for uri: ${url}` : 'HTTP 405 Method Not Allowed';
	return json({message, 'status-code': status}, status);
}

export function isServiceDeskPath(path: string): boolean {
	return path.startsWith('/rest/servicedeskapi/');
}
