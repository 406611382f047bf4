import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type Plan} from '../../source/migration/plan.ts';
import {summarizePlan} from '../../source/migration/plan-summary.ts';
import {
	type Circumstances,
	anyCircumstances,
	buildSites,
} from '../helpers/engine-arbitraries.ts';
import {type Carried, copyAll, makePlan} from '../helpers/engine-copy.ts';

type Sites = ReturnType<typeof buildSites>;

/** Copies in every kind of circumstances, and checks what came of it. */
async function checkCopies(
	check: (
		sites: Sites,
		copied: Carried & {readonly plan: Plan},
		given: Circumstances,
	) => void | Promise<void>,
): Promise<void> {
	await fc.assert(
		fc.asyncProperty(anyCircumstances(), async (given) => {
			const sites = buildSites(given);
			await check(sites, await copyAll(sites), given);
		}),
	);
}

test('R16: a copy without trouble is verified, and everything chosen is counted once', async () => {
	await checkCopies((_, {events, summary, plan}) => {
		const {customers, organizations} = summary;
		expect(events.find(({type}) => type === 'verified')).toMatchObject({
			differences: [],
			unexplained: 0,
		});
		expect(summary.exitCode).toBe(0);

		for (const {chosen, there: _there, ...outcomes} of [
			customers,
			organizations,
		]) {
			const counted = Object.values<number>(outcomes);
			expect(counted.reduce((sum, count) => sum + count, 0)).toBe(chosen);
		}

		expect(customers.chosen).toBe(plan.customers.length);
		expect(organizations.chosen).toBe(plan.organizations.length);
	});
});

test('a copy writes as often as its plan says', async () => {
	await checkCopies(({destination}, {plan}) => {
		const {writes} = summarizePlan(plan).calls;
		expect(destination.calls().writes).toBe(writes);
	});
});

test('R13: after a copy there is nothing to do', async () => {
	await checkCopies(async (sites, _, {habits}) => {
		const {calls, ...again} = summarizePlan(await makePlan(sites));
		expect(again).toMatchObject({
			customers: {create: 0},
			organizations: {create: 0},
			memberships: {add: 0},
			projectLinks: {add: 0},
		});

		// Where roles can't be read, nobody can tell who has access by himself.
		if (!habits.showsRoles) {
			return;
		}

		expect(again.projectAccess.add).toBe(0);
		expect(calls.writes).toBe(0);
	});
});

test('R13: a second copy changes nothing', async () => {
	await checkCopies(async (sites) => {
		const before = sites.destination.effects.length;
		await copyAll(sites);
		expect(sites.destination.effects.slice(before)).toEqual([]);
	});
});

test('R13: what was copied is unchanged for the next copy', async () => {
	await checkCopies(async (sites, {plan}) => {
		const again = await makePlan(sites);

		for (const things of ['customers', 'organizations'] as const) {
			const fates = new Map(again[things].map(({id, fate}) => [id, fate]));
			const copied = plan[things].filter(
				({fate}) => fate === 'create' || fate === 'link',
			);
			expect(copied.filter(({id}) => fates.get(id) !== 'unchanged')).toEqual(
				[],
			);
		}
	});
});

test('R11: no organization that was there gains a member or project unless the plan says so', async () => {
	await checkCopies(({destination}, {plan}, {there}) => {
		for (const before of there.organizations) {
			const after = destination.world.organizations.get(before.id)!;
			const planned = plan.organizations.filter(
				(item) => item.fate === 'link' && item.destination?.id === before.id,
			);
			const isMeant = planned.some(({decision}) =>
				['merge', 'map'].includes(decision?.type ?? ''),
			);

			if (!isMeant || before.managed) {
				expect([...after.members]).toEqual(before.members);
				expect([...after.projects]).toEqual(before.projects);
			}

			expect(after.name).toBe(before.name);
		}
	});
});

test('R6: no account that was there changes, and no inactive customer gains access', async () => {
	await checkCopies(({destination}, {plan}, {there}) => {
		const {accounts} = destination.world;
		const before = new Set(there.accounts.map(({id}) => id));

		for (const account of there.accounts) {
			expect(accounts.get(account.id)).toEqual(account);
		}

		const active = new Set(
			plan.customers
				.filter(({status, fate}) => status === 'active' && fate === 'create')
				.map(({email}) => email?.toLowerCase()),
		);
		const made = accounts.values().filter(({id}) => !before.has(id));

		for (const {email, status} of made) {
			const isActive = active.has(email?.toLowerCase());
			expect(status).toBe(isActive ? 'active' : 'inactive');
		}
	});
});

test('the source is never written to', async () => {
	await checkCopies(({source}) => {
		expect(source.calls().writes).toBe(0);
	});
});
