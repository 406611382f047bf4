import {expect, test} from 'vitest';
import {emailDomains} from '../../source/migration/email-domains.ts';
import {customer} from '../helpers/engine-people.ts';
import {planFor} from '../helpers/engine-snapshots.ts';

const moved = (name: string) => customer(name, {email: `${name}@Old.example`});

test('domains are counted as they are on the source, with what the mapping makes of them', () => {
	const plan = planFor({
		source: {
			customers: [
				moved('anna'),
				moved('ben'),
				customer('cleo', {email: 'cleo@other.example'}),
				customer('hidden', {type: 'atlassian', email: undefined}),
			],
		},
		choices: {emailDomains: {'old.example': 'new.example'}},
	});
	expect(emailDomains(plan)).toEqual([
		{domain: 'old.example', customers: 2, becomes: ['new.example']},
		{domain: 'other.example', customers: 1, becomes: ['other.example']},
	]);
});

test('a domain of which only some change becomes both', () => {
	const anna = moved('anna');
	const plan = planFor({
		source: {customers: [anna, moved('ben')]},
		choices: {emails: {[anna.id]: 'anna@new.example'}},
	});
	expect(emailDomains(plan)).toEqual([
		{
			domain: 'old.example',
			customers: 2,
			becomes: ['new.example', 'old.example'],
		},
	]);
});
