import {expect, test} from 'vitest';
import {
	firstFormerNumber,
	firstOwnNumber,
	generatedPeople,
} from '../../../source/practice/world/generated-people.ts';

const mix = {
	atlassian: 300,
	hidden: 200,
	inactive: 100,
	mismatched: 200,
	deactivatedThere: 100,
};
const people = (
	site: 'source' | 'destination',
	runs = [{from: 0, count: 2000}],
) =>
	generatedPeople({
		seed: 5,
		site,
		siteUuid: site === 'source' ? 'aaaaaaaa-1111' : 'bbbbbbbb-2222',
		runs,
		mix,
	});

test('Everybody is found again by id and by email in any case of letters.', () => {
	const {size, at, accountIdAt, positionOfId, positionsOfEmail} =
		people('source');
	for (let position = 0; position < size; position++) {
		const person = at(position);
		expect(accountIdAt(position)).toBe(person.accountId);
		expect(positionOfId(person.accountId)).toBe(position);
		expect(positionsOfEmail(person.email.toUpperCase())).toEqual([position]);
	}
});

test('Ids and emails of nobody are not found.', () => {
	const {at, positionOfId, positionsOfEmail} = people('source');
	expect(positionOfId(`${at(3).accountId}0`)).toBeUndefined();
	expect(positionOfId('712020:00000000-0000')).toBeUndefined();
	expect(positionsOfEmail('amara.okafor.9999999@fabrikam.example')).toEqual([]);
	expect(positionsOfEmail('')).toEqual([]);
});

test('The same human has one Atlassian id on both sites, and a portal-only id on each.', () => {
	const [here, there] = [people('source'), people('destination')];
	for (let position = 0; position < 500; position++) {
		const [one, other] = [here.at(position), there.at(position)];
		expect(other.email.toLowerCase()).toBe(one.email);
		const isAtlassianOnBoth =
			one.accountType === 'atlassian' && other.accountType === 'atlassian';
		expect(one.accountId === other.accountId).toBe(isAtlassianOnBoth);
	}
});

test('The mix decides how many are Atlassian accounts, hidden, inactive and mismatched.', () => {
	const [here, there] = [people('source'), people('destination')];
	const positions = Array.from({length: 2000}, (_, position) => position);
	const count = (isCounted: (position: number) => boolean) =>
		positions.filter((position) => isCounted(position)).length;
	expect(
		count((position) => here.at(position).accountType === 'atlassian') / 2000,
	).toBeCloseTo(0.3, 1);
	expect(
		count((position) => here.at(position).isEmailHidden) / 2000,
	).toBeCloseTo(0.06, 1);
	expect(count((position) => !here.at(position).isActive) / 2000).toBeCloseTo(
		0.1,
		1,
	);
	expect(
		count(
			(position) =>
				here.at(position).accountType !== there.at(position).accountType,
		) / 2000,
	).toBeCloseTo(0.2, 1);
});

test('Runs of numbers give positions without gaps, and former users have neither name nor email.', () => {
	const {size, at} = people('destination', [
		{from: 10, count: 3},
		{from: 40, count: 2},
		{from: firstOwnNumber, count: 1},
		{from: firstFormerNumber, count: 1},
	]);
	expect(size).toBe(7);
	expect(at(3)).toEqual(people('destination', [{from: 40, count: 1}]).at(0));
	expect(at(6)).toMatchObject({
		displayName: 'Former user',
		email: '',
		isDeleted: true,
		isActive: false,
	});
});
