import {RequestError} from 'got';
import {expect, test} from 'vitest';
import {stopped, unanswered} from '../../source/jira/errors.ts';

const site = 'https://acme.atlassian.net';
const write = {
	site,
	operation: 'POST /rest/servicedeskapi/customer',
	isRead: false,
};
const read = {site, operation: 'GET /rest/api/3/myself', isRead: true};

/** What got throws when the network gives this code. */
function networkError(code: string): RequestError {
	const error = new RequestError(`connect ${code}`, {code}, {} as never);
	expect(error.code).toBe(code);
	return error;
}

test.each([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
])('a write that met %s never left', (code) => {
	expect(unanswered(write, networkError(code)).facts).toEqual({
		code: 'unreachable',
		mayHaveHappened: false,
		detail: code,
		operation: write.operation,
		site,
	});
});

test.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ERR_ABORTED', 'something new'])(
	'a write that met %s may have happened',
	(code) => {
		expect(unanswered(write, networkError(code)).facts).toMatchObject({
			code: 'unreachable',
			mayHaveHappened: true,
		});
		expect(unanswered(read, networkError(code)).facts).toMatchObject({
			code: 'unreachable',
			mayHaveHappened: false,
		});
	},
);

test('an error of another kind says nothing of itself, and is kept as the cause', () => {
	const bug = new TypeError('bug');
	const {facts, cause} = unanswered(write, bug);
	expect(facts).not.toHaveProperty('detail');
	expect(facts.mayHaveHappened).toBe(true);
	expect(cause).toBe(bug);
});

test('what was stopped before it left did not happen', () => {
	expect(stopped(write).facts).toMatchObject({
		code: 'stopped',
		mayHaveHappened: false,
	});
});
