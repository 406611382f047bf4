import {expect, test} from 'vitest';
import {pairFields} from '../../source/migration/activity/pair-fields.ts';
import {type LinkField} from '../../source/migration/activity/request-links.ts';

function field(id: string, name: string, type = 'multiuserpicker'): LinkField {
	return {id, name, type, kind: 'user-pickers', many: true};
}

function paired(source: readonly LinkField[], there: readonly LinkField[]) {
	const {pairs, without} = pairFields(source, there);
	return {
		pairs: pairs.map(
			({from, to, certainty}) => `${from.name} ${to.name} ${certainty}`,
		),
		without,
	};
}

test('the only field of a type is the same on both sites, whatever it is called', () => {
	expect(
		paired(
			[field('customfield_10', 'Organizations', 'organizations')],
			[field('customfield_77', 'Organisationen', 'organizations')],
		),
	).toEqual({pairs: ['Organizations Organisationen certain'], without: []});
});

test('of several, those of the same name are the same', () => {
	expect(
		paired(
			[field('customfield_1', 'Approvers'), field('customfield_2', 'Team')],
			[
				field('customfield_5', ' TEAM'),
				field('customfield_9', 'Approvers'),
				field('customfield_4', 'Others'),
			],
		).pairs,
	).toEqual(['Approvers Approvers certain', 'Team  TEAM certain']);
});

test('in another language only their place among them is left, which is a proposal', () => {
	expect(
		paired(
			[field('customfield_9', 'Approvers'), field('customfield_31', 'Team')],
			[
				field('customfield_110', 'Beteiligte'),
				field('customfield_20', 'Genehmiger'),
			],
		).pairs,
	).toEqual(['Approvers Genehmiger possible', 'Team Beteiligte possible']);
});

test('where the numbers differ, nobody guesses', () => {
	expect(
		paired(
			[field('customfield_1', 'Approvers'), field('customfield_2', 'Team')],
			[field('customfield_5', 'Genehmiger')],
		),
	).toEqual({pairs: [], without: ['Approvers', 'Team']});
});
