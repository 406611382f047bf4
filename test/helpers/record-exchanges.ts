/*
Loaded by Node before the program, which knows nothing of it: writes down what its servers are asked and what they
answer, one exchange a line, without credentials.
*/
import {Buffer} from 'node:buffer';
import diagnostics from 'node:diagnostics_channel';
import fs from 'node:fs';
import {type IncomingMessage, type ServerResponse} from 'node:http';
import process from 'node:process';
import {type RecordedExchange} from '../contract/openapi/recorded-exchange.ts';

const file = process.env['RECORDED_EXCHANGES']!;

diagnostics.subscribe('http.server.request.start', (message) => {
	const {request, response} = message as {
		readonly request: IncomingMessage;
		readonly response: ServerResponse;
	};
	record(request, response);
});

/** Practice sites send head and body in one go each. */
function record(request: IncomingMessage, response: ServerResponse): void {
	const asked: Uint8Array[] = [];
	let contentType = '';
	intercept(request, 'push', ([chunk]) => {
		if (chunk instanceof Uint8Array) {
			asked.push(Uint8Array.from(chunk));
		}
	});
	intercept(response, 'writeHead', ([, headers]) => {
		({'Content-Type': contentType = ''} = headers as {
			readonly 'Content-Type'?: string;
		});
	});
	intercept(response, 'end', ([body]) => {
		const {authorization, ...requestHeaders} = request.headers;
		const exchange: RecordedExchange = {
			method: request.method ?? '',
			url: request.url ?? '',
			requestHeaders,
			requestBody: Buffer.concat(asked).toString(),
			answer: {
				status: response.statusCode,
				contentType,
				body: body instanceof Uint8Array ? Buffer.from(body).toString() : '',
			},
		};
		fs.appendFileSync(file, `${JSON.stringify(exchange)}\n`);
	});
}

/** Looks at the arguments of each call of a method, which does the same as before. */
function intercept<Key extends string>(
	target: Readonly<Record<Key, unknown>>,
	name: Key,
	look: (args: readonly unknown[]) => void,
): void {
	const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
	Reflect.set(target, name, (...args: unknown[]): unknown => {
		look(args);
		return Reflect.apply(method, target, args);
	});
}
