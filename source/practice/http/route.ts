import {type IncomingHttpHeaders} from 'node:http';
import {type Site} from '../site.ts';
import {type Person} from '../world/person.ts';
import {type Answer} from './answer.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Who may call: everybody; anybody logged in; agents; Jira administrators; site administrators. */
export type Audience =
	'public' | 'users' | 'agents' | 'jira-admins' | 'site-admins';

/** One call, as a resource sees it. */
export type Call = {
	readonly site: Site;
	readonly caller: Person | undefined;
	/** The operation's name, such as `GET /rest/servicedeskapi/organization/{organizationId}`. */
	readonly operation: string;
	/** The values in the path, decoded. */
	readonly path: Readonly<Record<string, string>>;
	readonly query: URLSearchParams;
	readonly headers: IncomingHttpHeaders;
	readonly body: unknown;
	/** The path and the query as they came, for links to this page. */
	readonly url: string;
};

/** One operation of Jira's API, with the names of Atlassian's OpenAPI files. */
export type Route = {
	readonly method: Method;
	readonly path: string;
	readonly audience: Audience;
	/** Answers 412 without the header `X-ExperimentalApi: opt-in`. */
	readonly isExperimental?: boolean;
	/** What callers get who may not, where it isn't 403: many operations hide what they don't show. */
	readonly forbiddenStatus?: 401 | 404;
	/** Reads although its method is not GET. */
	readonly isRead?: boolean;
	/** Calls a second where Jira's limit is not that of the method. */
	readonly perSecond?: number;
	handle(call: Call): Answer;
};

export type Match =
	| {
			readonly type: 'found';
			readonly route: Route;
			readonly values: Readonly<Record<string, string>>;
	  }
	| {readonly type: 'wrong-method'}
	| {readonly type: 'not-found'};

export type Router = (method: string, path: string) => Match;

export function operationOf({
	method,
	path,
}: Pick<Route, 'method' | 'path'>): string {
	return `${method} ${path}`;
}

export function isWrite({method, isRead = method === 'GET'}: Route): boolean {
	return !isRead;
}

/** Finds the route for a path. A route without parameters goes before one that has some. */
export function createRouter(routes: readonly Route[]): Router {
	const patterns = routes
		.map((route) => ({route, segments: route.path.split('/')}))
		.toSorted(
			(one, other) => parameterCount(one.route) - parameterCount(other.route),
		);
	const byLength = Map.groupBy(patterns, ({segments}) => segments.length);

	return (method, path) => {
		const segments = path.split('/');
		const matching = (byLength.get(segments.length) ?? []).filter((pattern) =>
			isFit(pattern.segments, segments),
		);
		const found = matching.find(({route}) => route.method === method);
		return found
			? {
					type: 'found',
					route: found.route,
					values: valuesIn(found.segments, segments),
				}
			: {type: matching.length > 0 ? 'wrong-method' : 'not-found'};
	};
}

function parameterCount({path}: Route): number {
	return path.split('{').length;
}

function isParameter(segment: string): boolean {
	return segment.startsWith('{');
}

function isFit(
	pattern: readonly string[],
	segments: readonly string[],
): boolean {
	return pattern.every((segment, index) =>
		isParameter(segment) ? segments[index] !== '' : segment === segments[index],
	);
}

function valuesIn(
	pattern: readonly string[],
	segments: readonly string[],
): Readonly<Record<string, string>> {
	return Object.fromEntries(
		pattern.flatMap((segment, index) =>
			isParameter(segment)
				? [[segment.slice(1, -1), decoded(segments[index]!)]]
				: [],
		),
	);
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
