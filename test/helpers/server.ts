import {
	createServer,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from 'node:http';
import {type AddressInfo} from 'node:net';
import {text as readText} from 'node:stream/consumers';

/** One request, as the server saw it. */
export type Visit = {
	readonly method: string;
	/** As it was sent, with its escapes and without its query. */
	readonly path: string;
	readonly query: URLSearchParams;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
};

/** Writes the answer to one request, or lets it be lost. */
export type Reply = (response: ServerResponse, visit: Visit) => void;

/**
What the server answers, by method and path such as `GET /rest/api/3/myself`; `*` answers everything else. Of a list, each request takes the next reply, and the last one stays.
*/
export type Routes = Readonly<Record<string, Reply | readonly Reply[]>>;

export type TestServer = {
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	/** Every request so far, oldest first. */
	readonly visits: readonly Visit[];
	/** Resolves when this many requests have arrived. */
	arrival(count: number): Promise<void>;
};

/** Runs a test against a server of its own on 127.0.0.1, and closes it afterwards. */
export async function withServer(
	routes: Routes,
	scene: (server: TestServer) => Promise<void>,
): Promise<void> {
	const visits: Visit[] = [];
	const waiting: Array<() => void> = [];
	const next = replies(routes);
	const answer = async (request: IncomingMessage, response: ServerResponse) => {
		const visit = await visitOf(request);
		visits.push(visit);
		next(visit)(response, visit);

		for (const check of waiting) {
			check();
		}
	};

	const server = createServer((request, response) => {
		void answer(request, response);
	});
	const url = await listen(server);

	try {
		await scene({
			url,
			visits,
			arrival: async (count) =>
				new Promise((resolve) => {
					const check = () => {
						if (visits.length >= count) {
							resolve();
						}
					};

					waiting.push(check);
					check();
				}),
		});
	} finally {
		await close(server);
	}
}

/** Answers JSON. */
export function json(
	body: unknown,
	status = 200,
	headers: Readonly<Record<string, string>> = {},
): Reply {
	return text(JSON.stringify(body), status, {
		'content-type': 'application/json;charset=UTF-8',
		...headers,
	});
}

/** Answers a text of any kind; without one, no body at all. */
export function text(
	body: string,
	status: number,
	headers: Readonly<Record<string, string>> = {},
): Reply {
	return (response) => {
		response.writeHead(status, headers);
		response.end(body);
	};
}

/** Answers a page, as login pages and gateways do. */
export function html(
	status: number,
	headers: Readonly<Record<string, string>> = {},
): Reply {
	return text('<!DOCTYPE html><html><body>…</body></html>', status, {
		'content-type': 'text/html;charset=UTF-8',
		...headers,
	});
}

/** Answers the beginning of a text and breaks the connection. */
export function cut(body: string): Reply {
	return (response) => {
		response.writeHead(200, {'content-length': String(body.length)});
		response.write(body.slice(0, body.length / 2), () => {
			response.destroy();
		});
	};
}

/** Reads the request and breaks the connection without an answer. */
export const lost: Reply = (response) => {
	response.destroy();
};

/** Never answers. */
export const silence: Reply = () => {
	// The connection stays open until the client or the end of the test closes it.
};

/** An address on this machine at which nobody listens. */
export async function deadUrl(): Promise<string> {
	const server = createServer();
	const url = await listen(server);
	await close(server);
	return url;
}

function replies(routes: Routes): (visit: Visit) => Reply {
	const counts = new Map<string, number>();
	return ({method, path}) => {
		const name = `${method} ${path}`;
		const key = Object.hasOwn(routes, name) ? name : '*';
		const route = routes[key] ?? json({errorMessages: ['Not found']}, 404);

		if (typeof route === 'function') {
			return route;
		}

		const count = counts.get(key) ?? 0;
		counts.set(key, count + 1);
		return route[Math.min(count, route.length - 1)]!;
	};
}

async function visitOf(request: IncomingMessage): Promise<Visit> {
	const [path = '', query = ''] = (request.url ?? '').split('?', 2);
	return {
		method: request.method ?? '',
		path,
		query: new URLSearchParams(query),
		headers: request.headers,
		body: await readText(request),
	};
}

async function listen(server: Server): Promise<string> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	const {port} = server.address() as AddressInfo;
	return `http://127.0.0.1:${port}`;
}

async function close(server: Server): Promise<void> {
	await new Promise<void>((resolve) => {
		server.close(() => {
			resolve();
		});
		server.closeAllConnections();
	});
}
