import {createHash} from 'node:crypto';
import {type IncomingHttpHeaders, type IncomingMessage} from 'node:http';
import {renameUnderfoot} from '../faults/rename-underfoot.ts';
import {type FaultName, type ScriptedFault} from '../faults/fault.ts';
import {type FaultPlan} from '../faults/fault-plan.ts';
import {type StalePages} from '../faults/stale-pages.ts';
import {type SiteName} from '../scenarios/blueprint.ts';
import {type Site} from '../site.ts';
import {type Answer, html, json} from './answer.ts';
import {parseBody, readBody} from './body.ts';
import {type CallLog} from './call-log.ts';
import {checkAudience, type Identified, identify} from './login.ts';
import {noSuchRoute, Refusal, refusalAnswer} from './refusal.ts';
import {
	type Call,
	isWrite,
	type Match,
	operationOf,
	type Router,
} from './route.ts';
import {type Throttle} from './throttle.ts';

/** Everything that decides how one site answers. */
export type Exchange = {
	readonly site: Site;
	readonly router: Router;
	readonly throttle: Throttle;
	readonly faults: FaultPlan;
	readonly stalePages: StalePages;
	readonly log: CallLog;
	/** Whether the credentials have stopped working, for everybody. */
	readonly access: {isLost: boolean};
	readonly listeners: Set<ExchangeListener>;
};

/** A request and its answer, bodies included, as the call log can't afford to keep them. It holds no credentials. */
export type ObservedExchange = {
	readonly site: SiteName;
	readonly method: string;
	/** The path with its query. */
	readonly url: string;
	/** The operation's name, or `unknown` where the site has no such resource. */
	readonly operation: string;
	/** Names are in lower case; `authorization` is left out. */
	readonly requestHeaders: IncomingHttpHeaders;
	readonly requestBody: string;
	/** The practice fault that hit this call. */
	readonly fault: FaultName | undefined;
	/**
	The answer before a fault cuts or drops it; missing where the connection was lost before there was one. The bytes of
	a body change once it is sent, so whoever keeps it has to copy them.
	*/
	readonly answer: Answer | undefined;
};

export type ExchangeListener = (exchange: ObservedExchange) => void;

/** How an answer leaves: whole, cut in the middle, or not at all; `lateMs` is how long it is held back. */
export type Delivery = {
	readonly answer: Answer;
	readonly manner: 'whole' | 'cut' | 'dropped';
	readonly lateMs: number;
};

type Found = Match & {readonly type: 'found'};

/** One request on its way through the site. */
type Visit = {
	readonly match: Found;
	readonly fault: ScriptedFault | undefined;
	readonly identified: Identified;
	/** The call without its body, which is read only from callers who may call. */
	readonly call: Omit<Call, 'body'>;
	readonly text: string;
};

/** Answers one request, or decides that its connection is lost. */
export async function answerRequest(
	exchange: Exchange,
	request: IncomingMessage,
): Promise<Delivery> {
	const [path, query] = splitUrl(request.url ?? '/');
	const match = exchange.router(request.method ?? 'GET', path);
	if (match.type !== 'found') {
		return answerUnknown(exchange, request, match);
	}

	const visit = await receive(exchange, request, match, query);
	const {fault, call} = visit;
	const answer =
		fault?.fault === 'drop-before' ? undefined : answerVisit(exchange, visit);
	const at = exchange.site.now().toISOString();
	exchange.log.add({
		at,
		method: match.route.method,
		url: call.url,
		operation: call.operation,
		isWrite: isWrite(match.route),
		status: answer?.status ?? 0,
		fault: fault?.fault,
		caller: call.caller?.accountId,
	});
	tell(exchange, request, {
		operation: call.operation,
		requestBody: visit.text,
		fault: fault?.fault,
		answer,
	});
	return deliver(answer, fault, {
		...headersOfCaller(call.caller?.accountId),
		'atl-traceid': traceId(`${exchange.site.name} ${at} ${exchange.log.total}`),
	});
}

function tell(
	{site, listeners}: Exchange,
	{method = 'GET', url = '/', headers}: IncomingMessage,
	what: Pick<
		ObservedExchange,
		'operation' | 'requestBody' | 'fault' | 'answer'
	>,
): void {
	if (listeners.size === 0) {
		return;
	}

	const {authorization, ...requestHeaders} = headers;
	for (const listener of listeners) {
		listener({site: site.name, method, url, requestHeaders, ...what});
	}
}

async function receive(
	{site, faults, access}: Exchange,
	request: IncomingMessage,
	match: Found,
	query: string,
): Promise<Visit> {
	const operation = operationOf(match.route);
	const fault = faults.next(operation);
	const text = await readBody(request);
	access.isLost ||= fault?.fault === 'auth-lost';
	const identified = access.isLost
		? ({type: 'rejected'} as const)
		: identify(site, request.headers.authorization);
	const call = {
		site,
		caller: identified.type === 'known' ? identified.person : undefined,
		operation,
		path: match.values,
		query: new URLSearchParams(query),
		headers: request.headers,
		url: request.url ?? '/',
	};
	return {match, fault, identified, call, text};
}

/** The path, and the query without its question mark. */
function splitUrl(url: string): [path: string, query: string] {
	const position = url.indexOf('?');
	return position === -1
		? [url, '']
		: [url.slice(0, position), url.slice(position + 1)];
}

/** The answer of the limits, of a fault, or of the resource. Only the resource can change anything. */
function answerVisit(exchange: Exchange, visit: Visit): Answer {
	const {site, throttle, stalePages} = exchange;
	const {match, fault} = visit;
	const throttled = throttle.admit(site, match, fault);
	if (throttled.type === 'refused') {
		return throttled.answer;
	}

	const answer =
		fault?.fault === 'server-error'
			? serverError(fault, match.route.path)
			: handleOrRefuse(visit, stalePages);
	return {...answer, headers: {...throttled.headers, ...answer.headers}};
}

function handleOrRefuse(visit: Visit, stalePages: StalePages): Answer {
	const {match, fault} = visit;
	try {
		const call = openCall(visit);
		if (fault?.fault === 'renamed-underfoot') {
			renameUnderfoot(call, fault.name);
		}

		const answer = match.route.handle(call);
		const shown =
			fault?.fault === 'stale-page' ? stalePages.earlier(call, answer) : answer;
		stalePages.remember(call, answer);
		return shown;
	} catch (error) {
		if (error instanceof Refusal) {
			return refusalAnswer(error, match.route.path);
		}

		throw error;
	}
}

/** The call, if its caller may make it. */
function openCall({match, identified, call, text}: Visit): Call {
	checkAudience(call, match.route, identified);
	const opened = {
		...call,
		body: parseBody(text, call.headers['content-type']),
	};
	checkExperimental(opened, match);
	return opened;
}

function answerUnknown(
	exchange: Exchange,
	request: IncomingMessage,
	match: Match,
): Delivery {
	const {site, log} = exchange;
	const url = request.url ?? '/';
	request.resume();
	const answer = noSuchRoute(
		`${site.url}${url}`,
		match.type === 'wrong-method' ? 405 : 404,
	);
	log.add({
		at: site.now().toISOString(),
		method: request.method ?? 'GET',
		url,
		operation: 'unknown',
		isWrite: request.method !== 'GET',
		status: answer.status,
	});
	tell(exchange, request, {
		operation: 'unknown',
		requestBody: '',
		fault: undefined,
		answer,
	});
	return {answer, manner: 'whole', lateMs: 0};
}

/** Source: Atlassian's OpenAPI of the service desk API, "Experimental methods". */
function checkExperimental(call: Call, {route}: Found): void {
	if (route.isExperimental && call.headers['x-experimentalapi'] !== 'opt-in') {
		throw new Refusal(
			412,
			'This API is experimental. Experimental APIs are not guaranteed to be stable within the preview period. You must set the header X-ExperimentalApi: opt-in to opt into using this API.',
			{key: 'sd.experimental.api.opt.in.required'},
		);
	}
}

function serverError(
	{status = 500, retryAfterSeconds}: ScriptedFault,
	path: string,
): Answer {
	const answer =
		status === 500
			? refusalAnswer(new Refusal(status, 'Internal server error'), path)
			: html(
					`<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`,
					status,
				);
	const headers: Record<string, string> =
		status === 503 && retryAfterSeconds !== undefined
			? {'Retry-After': String(retryAfterSeconds)}
			: {};
	return {...answer, headers};
}

function deliver(
	answer: Answer | undefined,
	fault: ScriptedFault | undefined,
	headers: Answer['headers'],
): Delivery {
	const name = fault?.fault;
	const isLate = name === 'latency' || name === 'slow';
	const shown = answer ?? json({}, 500);
	const isCut = name === 'cut-body';
	// Where there is no body to cut, the connection breaks instead.
	const isLost =
		!answer || name === 'drop-after' || (isCut && shown.body.length < 2);
	return {
		answer: {...shown, headers: {...shown.headers, ...headers}},
		manner: isLost ? 'dropped' : isCut ? 'cut' : 'whole',
		lateMs: isLate ? (fault?.milliseconds ?? 1000) : 0,
	};
}

function headersOfCaller(caller: string | undefined): Answer['headers'] {
	return caller === undefined
		? {}
		: {'X-AACCOUNTID': encodeURIComponent(caller)};
}

/** Jira names each of its answers by 32 hexadecimal digits, by which support finds it. */
function traceId(call: string): string {
	return createHash('sha256').update(call).digest('hex').slice(0, 32);
}
