import {PracticeOptionsError} from './practice-options-error.ts';

/**
Every habit with what it does when it is on, and whether it is on by default. `uncertain` ones play a fact about Jira
Cloud that is not settled; their default is what seems likelier.
*/
const table = {
	cappedPages: habit(
		true,
		'Pages are shorter than asked: at most 50 of most things.',
	),
	missingExpands: habit(
		true,
		'Pages of the service desk API come without `_expands`.',
	),
	wrongSize: habit(
		false,
		'Pages of the service desk API say `size: 0` beside their values.',
	),
	shiftingOffsets: habit(
		true,
		'New organizations and accounts come in the middle or in front, so offsets shift.',
	),
	fuzzySearch: habit(
		true,
		'User search matches beginnings of names and emails, not only whole ones.',
	),
	searchActiveOnly: habit(true, 'User search finds active accounts only.'),
	searchLags: habit(
		true,
		'User search finds a new account only after two seconds.',
	),
	wrongPersonFirst: habit(
		true,
		'User search lists others before the exact match.',
	),
	hiddenEmails: habit(
		true,
		'Accounts that hide their email have none in any answer.',
	),
	emptyForbidden: habit(
		true,
		'Users without a licence get 403 without a body from the service desk API.',
	),
	htmlThrottling: habit(false, 'Answers of 429 have an HTML body.'),
	retryAfterAsDate: habit(false, '`Retry-After` is a date instead of seconds.'),
	partialDeskCustomers: habit(
		true,
		'Adding customers to a project with one bad id adds the others, and answers 400.',
	),
	managedRefuse: habit(
		true,
		'Organizations managed by an identity provider refuse members with 403; when off, they take them and drop them.',
	),
	domainAutoJoin: habit(
		true,
		'New customers join the organizations that own their email domain.',
	),
	freePlan: habit(
		false,
		'The site is on the Free plan: project roles cannot be changed.',
	),
	searchIndexLags: habit(
		true,
		'JQL search sees a new or changed request only after two seconds.',
	),
	shortCommentField: habit(
		true,
		'The comment field of a search result holds the first 20 comments only.',
	),
	revokedListed: uncertain(
		true,
		'The list of all users has portal-only accounts whose access was revoked.',
	),
	partialMembers: uncertain(
		false,
		'Adding members to an organization with one bad id adds the others, and answers 400.',
	),
	fiftyIdsAtMost: uncertain(
		false,
		'More than 50 account ids in one call are refused with 400.',
	),
	foldedNames: uncertain(
		false,
		'Creating an organization finds one whose name differs in case and blanks only.',
	),
	trimmedNames: uncertain(
		false,
		'Creating an organization takes the blanks around its name away.',
	),
	deskListsMembers: uncertain(
		false,
		'The customers of a project include the members of its organizations.',
	),
	createMails: uncertain(false, 'Creating a customer sends an invitation.'),
	inviteKnownRefused: uncertain(
		false,
		'Inviting somebody who has an account is refused and sends nothing.',
	),
	membersWithoutSite: uncertain(
		false,
		'Atlassian accounts that are not on the site can be added to organizations.',
	),
	atlassianConflicts: uncertain(
		false,
		'Creating a customer answers 409 for the email of an Atlassian account that is not on the site; when off, it makes a portal-only account beside it.',
	),
	atlassianAdopted: uncertain(
		false,
		'Creating a customer with the email of an Atlassian account that is not on the site adds that account.',
	),
} as const;

type Entry = {
	readonly isOn: boolean;
	readonly about: string;
	readonly isUncertain: boolean;
};

export type HabitName = keyof typeof table;

/** The named habits of Jira Cloud, each on or off. */
export type Habits = Readonly<Record<HabitName, boolean>>;

const names = Object.keys(table) as HabitName[];

/** What each habit does when it is on, and whether it is on by default. */
export const practiceHabits = Object.fromEntries(
	names.map((name) => [
		name,
		`${table[name].about} ${table[name].isOn ? 'On' : 'Off'} by default.`,
	]),
) as Readonly<Record<HabitName, string>>;

/** The habits that play a fact about Jira Cloud that is not settled. */
export const uncertainHabits: readonly HabitName[] = names.filter(
	(name) => table[name].isUncertain,
);

/** The habits that Jira Cloud has by default, as far as is known. */
export const usualHabits = switches((name) => table[name].isOn);

/** Every habit that is certain on, or every one off; the uncertain ones stay as they usually are. */
export function allHabits(isOn: boolean): Habits {
	return switches((name) =>
		table[name].isUncertain ? table[name].isOn : isOn,
	);
}

/** The habits from before with the given ones switched. Refuses names that no habit has. */
export function switchHabits(
	before: Habits,
	switched: Readonly<Record<string, unknown>>,
): Habits {
	for (const [name, value] of Object.entries(switched)) {
		if (!names.includes(name as HabitName)) {
			throw new PracticeOptionsError(
				`There is no habit '${name}'. Habits: ${names.join(', ')}.`,
			);
		}

		if (typeof value !== 'boolean') {
			throw new PracticeOptionsError(
				`The habit '${name}' is switched with true or false.`,
			);
		}
	}

	return {...before, ...switched};
}

function switches(isOn: (name: HabitName) => boolean): Habits {
	return Object.fromEntries(names.map((name) => [name, isOn(name)])) as Habits;
}

function habit(isOn: boolean, about: string): Entry {
	return {isOn, about, isUncertain: false};
}

function uncertain(isOn: boolean, about: string): Entry {
	return {isOn, about, isUncertain: true};
}
