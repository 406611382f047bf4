import {
	type BasePeople,
	joinPeople,
	listedPeople,
} from '../world/base-people.ts';
import {generatedPeople, type PeopleMix} from '../world/generated-people.ts';
import {type NumberRun, numberRuns} from '../world/number-runs.ts';
import {
	type BaseMembers,
	nobody,
	type PositionRange,
} from '../world/people-set.ts';
import {formerUser, type Person} from '../world/person.ts';
import {seededUuid} from '../world/random.ts';
import {type PersonStory} from './story.ts';

/** The people a site starts with: those of the story in front, generated ones behind them. */
export type Population = {
	readonly people: BasePeople;
	readonly stories: readonly PersonStory[];
	/** The account id of somebody in the story; nothing for people who are not on this site. */
	accountId(key: string | undefined): string | undefined;
	/** People of the story as members of something. */
	members(keys: readonly string[]): BaseMembers;
	/** The generated people with these numbers, as far as they are on this site. */
	numbered(from: number, to: number): readonly PositionRange[];
	/** How many generated people there are, and where the first one stands. */
	readonly generated: {readonly first: number; readonly size: number};
};

export function populate(options: {
	readonly seed: number;
	readonly site: 'source' | 'destination';
	readonly siteUuid: string;
	readonly stories: readonly PersonStory[];
	readonly runs: readonly NumberRun[];
	readonly mix: PeopleMix;
}): Population {
	const {seed, siteUuid, stories} = options;
	const listed = stories.map((story) => personOf(story, seed, siteUuid));
	const positions = new Map(
		stories.map((story, position) => [story.key, position]),
	);
	const generated = generatedPeople(options);
	const numbers = numberRuns(options.runs);
	return {
		people: joinPeople(listedPeople(listed), generated),
		stories,
		accountId(key) {
			const position = positions.get(key ?? '');
			return position === undefined ? undefined : listed[position]!.accountId;
		},
		members: (keys) => ({
			...nobody,
			positions: keys
				.map((key) => positions.get(key))
				.filter((position) => position !== undefined),
		}),
		numbered(from, to) {
			const first = numbers.indexOf(from);
			const range = {
				from: listed.length + (first ?? 0),
				to: listed.length + (first ?? 0) + to - from,
				step: 1,
			};
			return first === undefined || to <= from ? [] : [range];
		},
		generated: {first: listed.length, size: numbers.size},
	};
}

/** Whether the person is a customer one would copy: not an agent, not an app, not deleted. */
export function isCustomer({kind, state}: PersonStory): boolean {
	return (
		(kind === 'portal-only' || kind === 'atlassian') && state !== 'deleted'
	);
}

function personOf(story: PersonStory, seed: number, siteUuid: string): Person {
	const {kind, name, email, state = 'active'} = story;
	// The email makes the id, so the same human has the same Atlassian account on both sites.
	const uuid = seededUuid(
		seed,
		`person ${email.toLowerCase()} ${state === 'deleted' ? story.key : ''}`,
	);
	const person: Person = {
		accountId:
			kind === 'portal-only' ? `qm:${siteUuid}:${uuid}` : `712020:${uuid}`,
		accountType:
			kind === 'portal-only'
				? 'customer'
				: kind === 'app'
					? 'app'
					: 'atlassian',
		displayName: name,
		email,
		isEmailHidden: story.isEmailHidden ?? false,
		isActive: state === 'active',
		isDeleted: false,
		since: 0,
	};
	return state === 'deleted' ? formerUser(person) : person;
}
