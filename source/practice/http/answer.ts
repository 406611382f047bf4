import {type LongBody} from './long-bodies.ts';

/** What the site answers to one call. */
export type Answer = {
	readonly status: number;
	/** The body as it goes over the wire; empty for none. */
	readonly body: string | Uint8Array;
	readonly contentType: string;
	readonly headers: Readonly<Record<string, string>>;
	/** Called once the body is sent, whereupon its bytes may change. */
	readonly release?: () => void;
};

const jsonType = 'application/json;charset=UTF-8';

/** An answer with a JSON body. */
export function json(body: unknown, status = 200): Answer {
	return {
		status,
		body: JSON.stringify(body),
		contentType: jsonType,
		headers: {},
	};
}

/** An answer whose JSON is written already. */
export function jsonOf({bytes, release}: LongBody): Answer {
	return {
		status: 200,
		body: bytes,
		contentType: jsonType,
		headers: {},
		release,
	};
}

export function html(body: string, status: number): Answer {
	return {status, body, contentType: 'text/html;charset=UTF-8', headers: {}};
}

/** An answer without a body. */
export function empty(status = 204): Answer {
	return {status, body: '', contentType: '', headers: {}};
}
