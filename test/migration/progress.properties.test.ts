import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	type EngineEvent,
	type RecordedEvent,
} from '../../source/migration/events.ts';
import {
	type Progress,
	foldProgress,
	initialProgress,
} from '../../source/migration/progress.ts';
import {anyCircumstances, buildSites} from '../helpers/engine-arbitraries.ts';
import {copyAll} from '../helpers/engine-copy.ts';
import {created, membersAdded, notCreated} from '../helpers/engine-events.ts';
import {sourceAccount, sourceOrganization} from '../helpers/engine-people.ts';

const someTime = Date.UTC(2026, 10, 23);
const acme = sourceOrganization('Acme');
const people = ['anna', 'ben', 'cleo', 'dora'].map((name) =>
	sourceAccount(name),
);

const totals = {
	organizations: 0,
	customers: 40,
	memberships: 160,
	projectLinks: 0,
	projectAccess: 0,
	activity: 0,
};

const started = {type: 'run-started', run: '1', totals} as const;
const resumed = {type: 'run-resumed', run: '1', totals} as const;

/** What steps told, in any order. */
const anyEvents: fc.Arbitrary<readonly RecordedEvent[]> = fc.array(
	fc.oneof(
		fc.constantFrom(...people).map((person) => created(person)),
		fc.constantFrom(...people).map((person) => notCreated(person)),
		fc
			.subarray(people, {minLength: 1})
			.map((members) => membersAdded(acme, ...members)),
	),
	{maxLength: 40},
);

function fold(events: readonly EngineEvent[]): Progress {
	let progress = initialProgress;

	for (const event of events) {
		progress = foldProgress(progress, event, someTime);
	}

	return progress;
}

test('events in any order are counted alike', () => {
	fc.assert(
		fc.property(anyEvents, fc.gen(), (events, generate) => {
			const shuffled = generate(fc.shuffledSubarray, [...events], {
				minLength: events.length,
			});
			const one = fold([started, ...events]);
			const other = fold([started, ...shuffled]);
			expect(other.phases).toEqual(one.phases);
			expect(other.failures).toHaveLength(one.failures.length);
			expect(other.perSecond).toEqual(one.perSecond);
		}),
	);
});

test('R15: cut off after any event and told again by a resume, a run is counted once', () => {
	fc.assert(
		fc.property(anyEvents, fc.nat({max: 40}), (events, cut) => {
			const before = events.slice(0, cut);
			const after = events.slice(cut);
			const goingOn = {type: 'phase-started', phase: 'customers'} as const;
			const unbroken = fold([started, ...events]);
			const broken = fold([resumed, ...before, goingOn, ...after]);
			const inOneGo = fold([
				started,
				...before,
				resumed,
				...before,
				goingOn,
				...after,
			]);
			expect(broken.phases).toEqual(unbroken.phases);
			expect(inOneGo.phases).toEqual(unbroken.phases);
			expect(broken.perSecond).toEqual(fold([started, ...after]).perSecond);
		}),
	);
});

test('no copy is ever further than there is to do, and at its end it has done all of it', async () => {
	await fc.assert(
		fc.asyncProperty(anyCircumstances(), async (given) => {
			const {events} = await copyAll(buildSites(given));
			let progress = initialProgress;

			for (const event of events) {
				const before = progress;
				progress = foldProgress(before, event, someTime);

				for (const [name, {total, done, failed}] of Object.entries(
					progress.phases,
				)) {
					expect(done + failed, name).toBeLessThanOrEqual(total);
				}
			}

			for (const [name, {total, done}] of Object.entries(progress.phases)) {
				expect(done, name).toBe(total);
			}
		}),
	);
});
