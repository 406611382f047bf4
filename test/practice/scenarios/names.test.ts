import {expect, test} from 'vitest';
import {practiceScenarios} from '../../../source/practice/practice-sites.ts';
import {withPractice} from '../../helpers/practice-client.ts';

test('The scenarios are those people can rely on by name.', () => {
	expect(Object.keys(practiceScenarios).toSorted()).toEqual(
		['first-steps', 'acme', 'mismatched', 'large', 'huge', 'flaky'].toSorted(),
	);
});

test.each(Object.keys(practiceScenarios))(
	'The answers of %s are the same for the same seed, and others for another.',
	async (scenario) => {
		const answers: string[] = [];
		for (const seed of [7, 7, 8]) {
			await withPractice(
				{scenario, seed, requests: 200},
				async ({source, destination, from}) => {
					// Faults of a scenario would hit these calls, too.
					source.setFaults([]);
					const last = Math.max(0, source.world.people.size - 50);
					const texts = [source.token, destination.token];
					for (const path of [
						'/rest/api/3/users/search?maxResults=200',
						`/rest/api/3/users/search?startAt=${last}`,
						'/rest/servicedeskapi/organization',
						'/rest/servicedeskapi/organization/1/user',
						'/rest/api/3/search/jql?jql=project%20is%20not%20empty&fields=*all&maxResults=20',
					]) {
						const {text} = await from.get(path);
						// Ports are the system's to choose.
						texts.push(text.replaceAll(source.url, ''));
					}

					answers.push(texts.join('\n'));
				},
			);
		}

		expect(answers[0]).toBe(answers[1]);
		expect(answers[0]).not.toBe(answers[2]);
	},
);

const kinds = [
	['Han', /\p{Script=Han}/v],
	['Hiragana', /\p{Script=Hiragana}/v],
	['Hangul', /\p{Script=Hangul}/v],
	['Cyrillic', /\p{Script=Cyrillic}/v],
	['Greek', /\p{Script=Greek}/v],
	['Devanagari', /\p{Script=Devanagari}/v],
	['Thai', /\p{Script=Thai}/v],
	['Arabic, from right to left', /\p{Script=Arabic}/v],
	['Hebrew, from right to left', /\p{Script=Hebrew}/v],
	['emoji', /\p{RGI_Emoji}/v],
	['200 characters', /^.{200}$/sv],
	['one character', /^.$/v],
	['the beginning of a formula', /^[+\-=@]/v],
	['escape characters', /\p{Control}\[31m/v],
	['a turned direction', /\u{202E}/v],
	['line breaks', /\n/v],
] as const;

test.each(kinds)('Generated names have %s.', async (_, kind) => {
	await withPractice(
		{scenario: 'large', customers: 5000, organizations: 1500},
		async ({source: {world}}) => {
			const people = world.people.page(0, 5000, 'oldest-first');
			const organizations = world.organizations.list('by-id');
			expect(people.some(({displayName}) => kind.test(displayName))).toBe(true);
			expect(organizations.some(({facts}) => kind.test(facts.name))).toBe(true);
		},
	);
});
