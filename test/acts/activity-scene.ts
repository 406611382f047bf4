import {expect} from 'vitest';
import {type PlannedActivity} from '../../source/migration/activity/planned-activity.ts';
import {type RunSummary} from '../../source/migration/run-summary.ts';
import {type UndoPlan} from '../../source/migration/undo-plan.ts';
import {type PracticeOptions} from '../../source/practice/practice-sites.ts';
import {withActs, type ActScene} from '../helpers/act-scene.ts';
import {
	type LinkedValues,
	allValues,
	expectedValues,
	linkedFields,
	requestsOf,
} from '../helpers/expected-activity.ts';

export const placeholder = 'imported@contoso.example';

/** The choices of a copy that links all it can. */
export const linkAll = {
	activity: 'link',
	proposed: 'link',
	placeholders: [placeholder],
	duplicates: 'merge',
} as const;

export type ActivityScene = ActScene & {
	/** What the destination's requests held at first. */
	readonly valuesBefore: ReadonlyMap<string, LinkedValues>;
	/** The plan of the last run. */
	activity(): PlannedActivity;
};

/** What there is to compare. */
export type Compared = Pick<
	ActivityScene,
	'source' | 'destination' | 'valuesBefore'
>;

/** Sites that grew a while ago, one of whose projects were copied by somebody; searches see edits at once. */
export async function withActivity(
	options: PracticeOptions,
	scene: (scene: ActivityScene) => Promise<void>,
): Promise<void> {
	await withActs(
		{
			scenario: 'large',
			burst: 1_000_000,
			habits: {searchIndexLags: false},
			...options,
		},
		async (acts) => {
			deleteReporters(acts);
			const valuesBefore = allValues(acts.destination);
			await scene({
				...acts,
				valuesBefore,
				activity() {
					const {activity} = acts.lastRun().plan;
					expect(activity).toBeDefined();
					return activity!;
				},
			});
		},
	);
}

/** Some who raised requests have left since, and their accounts are deleted on the source. */
export function deleteReporters({source}: Pick<ActScene, 'source'>): void {
	const requests = requestsOf(source).values().toArray();
	const reporters = requests
		.filter((_, index) => index % 97 === 5)
		.flatMap(({reporter}) => reporter ?? [])
		.filter((id) => id.startsWith('qm:'));
	expect(reporters).not.toEqual([]);

	for (const id of new Set(reporters)) {
		source.someoneElse.deletePerson(id);
	}
}

/** Every link that should be made is made, nothing is overwritten, nothing is invented; nobody is mailed. */
export function expectLinked(
	{source, destination, valuesBefore}: Compared,
	isProposedTaken: boolean,
	named: readonly string[] = [placeholder],
): void {
	const placeholders = named
		.flatMap((email) => destination.world.people.withEmail(email))
		.map(({accountId}) => accountId);
	const expected = expectedValues(source, destination, {
		isProposedTaken,
		placeholders,
		before: valuesBefore,
	});
	expect(differences(allValues(destination), expected)).toEqual([]);
	expect(destination.outbox()).toEqual([]);
	expect(source.outbox()).toEqual([]);
	expect(source.calls().writes).toBe(0);
}

/** Every field holds what it held at first, but for former users, whom nobody can set again. */
export function expectRestored({
	destination,
	valuesBefore,
}: Pick<Compared, 'destination' | 'valuesBefore'>): void {
	const now = allValues(destination);
	const isFormer = (id: string | number) =>
		typeof id === 'string' &&
		(destination.world.people.find(id)?.isDeleted ?? true);
	const restorable = new Map(
		valuesBefore.entries().map(([key, values]) => [
			key,
			Object.fromEntries(
				linkedFields.map((name) => [
					name,
					// A field that nobody touched may still show a former user.
					JSON.stringify(now.get(key)?.[name]) === JSON.stringify(values[name])
						? values[name]
						: values[name].filter((id) => !isFormer(id)),
				]),
			) as LinkedValues,
		]),
	);
	expect(differences(now, restorable)).toEqual([]);
}

/** How many fields of requests differ from what they held at first, by what they hold. */
export function changedFields({
	destination,
	valuesBefore,
}: ActivityScene): Readonly<Record<string, number>> {
	const counts: Record<string, number> = {};
	const now = allValues(destination);

	for (const [key, values] of now) {
		for (const name of linkedFields) {
			const isSame =
				JSON.stringify(values[name]) ===
				JSON.stringify(valuesBefore.get(key)?.[name]);
			counts[name] = (counts[name] ?? 0) + Number(!isSame);
		}
	}

	return counts;
}

export function differences(
	found: ReadonlyMap<string, LinkedValues>,
	expected: ReadonlyMap<string, LinkedValues>,
): readonly string[] {
	return [...expected].flatMap(([key, values]) =>
		linkedFields.flatMap((name) => {
			const there = sorted(found.get(key)?.[name] ?? []);
			const wanted = sorted(values[name]);
			return there === wanted
				? []
				: [`${key} ${name}: is ${there}, should be ${wanted}`];
		}),
	);
}

function sorted(ids: ReadonlyArray<string | number>): string {
	return JSON.stringify(ids.map(String).toSorted((a, b) => a.localeCompare(b)));
}

/** At most one edit for each changed request, and reads by pages alone. */
export function expectFewCalls(
	{destination, activity}: ActivityScene,
	{calls}: RunSummary,
): void {
	const {requests, read} = activity();
	const counted = destination.calls().byOperation;
	const edits = counted['PUT /rest/api/3/issue/{issueIdOrKey}'] ?? 0;
	const looks = counted['POST /rest/api/3/issue/bulkfetch'] ?? 0;
	const pages = counted['POST /rest/api/3/search/jql'] ?? 0;
	expect(edits).toBe(requests.length);
	expect(looks).toBeLessThanOrEqual(
		Math.ceil(requests.length / 20) + Math.ceil(requests.length / 100) + 64,
	);
	expect(pages).toBeLessThanOrEqual(Math.ceil(read.destination / 100) + 66);
	expect(counted['GET /rest/api/3/issue/{issueIdOrKey}'] ?? 0).toBe(0);
	expect(calls.destination.throttled).toBe(0);
}

/** At most one edit for each request that is set back. What the undo reads grows with the pages of requests, and with organizations and customers, of whom the search tells a batch at a time. */
export function expectFewUndoCalls(
	{destination, lastRun}: ActivityScene,
	{steps}: UndoPlan,
): void {
	const counted = destination.calls().byOperation;
	const {customers, organizations} = lastRun().plan;
	const requests = steps.filter(({kind}) => kind === 'restore-request').length;
	const edits = counted['PUT /rest/api/3/issue/{issueIdOrKey}'] ?? 0;
	const looks = counted['POST /rest/api/3/issue/bulkfetch'] ?? 0;
	const pages = counted['POST /rest/api/3/search/jql'] ?? 0;
	expect(edits).toBe(requests);
	// Twice to plan it, once right before, and once to verify.
	expect(looks).toBeLessThanOrEqual(
		Math.ceil(requests / 20) + 3 * Math.ceil(requests / 100),
	);
	expect(pages).toBeLessThanOrEqual(
		Math.ceil(requests / 100) +
			Math.ceil(customers.length / 10) +
			5 * organizations.length,
	);
	expect(counted['GET /rest/api/3/issue/{issueIdOrKey}'] ?? 0).toBe(0);
}
