import {Buffer} from 'node:buffer';
import {
	createServer,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from 'node:http';
import {type AddressInfo} from 'node:net';
import {setTimeout as delay} from 'node:timers/promises';
import {type Answer, json} from './answer.ts';
import {type Delivery} from './exchange.ts';
import {Refusal, refusalAnswer} from './refusal.ts';

export type RequestHandler = (request: IncomingMessage) => Promise<Delivery>;

/** A server on 127.0.0.1 with a port of its own. */
export type OpenServer = {
	/** `http://127.0.0.1:PORT` */
	readonly url: string;
	/** Starts to answer. */
	serve(handler: RequestHandler): void;
	stop(): Promise<void>;
};

/** Takes a port; it answers nobody before `serve` is called. */
export async function openServer(): Promise<OpenServer> {
	const server = createServer({
		requestTimeout: 60_000,
		headersTimeout: 20_000,
		keepAliveTimeout: 30_000,
	});
	await listening(server);
	const {port} = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		serve(handler) {
			server.on('request', (request, response) => {
				void answer(handler, request, response);
			});
		},
		stop: async () => stopServer(server),
	};
}

async function answer(
	handler: RequestHandler,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	try {
		const delivery = await answerOrFail(handler, request);
		if (delivery.lateMs > 0) {
			await delay(delivery.lateMs);
		}

		send(request, response, delivery);
	} catch {
		// Nothing can be done for a connection that breaks while it is answered.
		request.destroy();
	}
}

async function answerOrFail(
	handler: RequestHandler,
	request: IncomingMessage,
): Promise<Delivery> {
	try {
		return await handler(request);
	} catch (error) {
		const failed =
			error instanceof Refusal
				? refusalAnswer(error, request.url ?? '/')
				: json(
						{
							errorMessages: [`The practice site failed: ${String(error)}`],
							errors: {},
						},
						500,
					);
		return {answer: failed, manner: 'whole', lateMs: 0};
	}
}

function send(
	request: IncomingMessage,
	response: ServerResponse,
	{answer: sent, manner}: Delivery,
): void {
	if (manner === 'dropped') {
		request.socket.destroy();
		return;
	}

	response.once('close', () => {
		sent.release?.();
	});
	const body =
		typeof sent.body === 'string' ? Buffer.from(sent.body) : sent.body;
	response.writeHead(sent.status, headersOf(sent, body.length));
	if (manner === 'cut') {
		response.write(body.subarray(0, Math.floor(body.length / 2)), () => {
			response.destroy();
		});
	} else {
		response.end(body);
	}
}

function headersOf(
	{status, contentType, headers}: Answer,
	length: number,
): Readonly<Record<string, string>> {
	return {
		...headers,
		...(length > 0 && {'Content-Type': contentType}),
		...(status !== 204 && {'Content-Length': String(length)}),
		'Cache-Control': 'no-cache, no-store, no-transform',
	};
}

async function listening(server: Server): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			resolve();
		});
	});
}

async function stopServer(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => {
			resolve();
		});
		server.closeAllConnections();
	});
}
