import {expect, test} from 'vitest';
import {SiteError, isFatal} from '../../source/migration/site-error.ts';
import {siteError} from '../helpers/memory-site-faults.ts';

test('an error of a site says what was asked of whom, and what came back', () => {
	const facts = {
		code: 'refused',
		mayHaveHappened: false,
		operation: 'POST /rest/servicedeskapi/customer',
		site: 'https://new.example',
		detail: 'Untrusted words',
	} as const;
	const {name, message} = new SiteError({...facts, status: 400});
	expect(name).toBe('SiteError');
	expect(message).toBe(
		'POST /rest/servicedeskapi/customer on https://new.example: refused (400)',
	);
	expect(new SiteError(facts).message).toMatch(/: refused$/v);
});

test.for([
	['unauthorized', true],
	['unreachable', true],
	['not-jira', true],
	['throttled', true],
	['stopped', true],
	['forbidden', false],
	['not-found', false],
	['refused', false],
	['broken', false],
] as const)(
	'after %s, that no further call makes sense is %s',
	([code, fatal]) => {
		expect(isFatal(siteError(code))).toBe(fatal);
	},
);
