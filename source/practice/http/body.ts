import {Buffer} from 'node:buffer';
import {type IncomingMessage} from 'node:http';
import {Refusal} from './refusal.ts';
import {type Call} from './route.ts';

/** The most bytes a body may have; Jira's own calls stay far below. */
const mostBytes = 1_000_000;

/** Reads the body of a request to its end. */
export async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Uint8Array>) {
		size += chunk.length;
		if (size <= mostBytes) {
			chunks.push(chunk);
		}
	}

	if (size > mostBytes) {
		throw new Refusal(
			413,
			`The request body is larger than ${mostBytes} bytes.`,
		);
	}

	return Buffer.concat(chunks).toString('utf8');
}

/** The JSON in a body. A body of another type is refused with 415, a broken one with 400. */
export function parseBody(
	text: string,
	contentType: string | undefined,
): unknown {
	if (text === '') {
		return undefined;
	}

	if (!/^application\/json\b/iv.test(contentType ?? '')) {
		throw new Refusal(
			415,
			`The content type '${contentType ?? ''}' is not supported; send application/json.`,
		);
	}

	try {
		return JSON.parse(text) as unknown;
	} catch {
		throw new Refusal(
			400,
			'There was an error parsing JSON. Check that your request body is valid.',
		);
	}
}

/** A field of the call's JSON body, whatever it holds. */
export function bodyField(call: Call, name: string): unknown {
	const {body} = call;
	return typeof body === 'object' && body !== null
		? (body as Readonly<Record<string, unknown>>)[name]
		: undefined;
}

/** A field that must hold text, if it is there. */
export function bodyText(call: Call, name: string): string | undefined {
	const value = bodyField(call, name);
	if (value === undefined || value === null) {
		return undefined;
	}

	if (typeof value !== 'string') {
		throw new Refusal(400, `The field '${name}' must be a string.`, {
			fields: {[name]: 'Must be a string.'},
		});
	}

	return value;
}

/** A field that must hold a list of texts, if it is there. */
export function bodyTexts(call: Call, name: string): readonly string[] {
	const value = bodyField(call, name) ?? [];
	if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) {
		throw new Refusal(400, `The field '${name}' must be a list of strings.`, {
			fields: {[name]: 'Must be a list of strings.'},
		});
	}

	return value as readonly string[];
}
