import fc from 'fast-check';
import {expect, test} from 'vitest';
import {comparableName} from '../../source/migration/names.ts';
import {type Plan} from '../../source/migration/plan.ts';
import {planCopy} from '../../source/migration/plan-copy.ts';
import {summarizePlan} from '../../source/migration/plan-summary.ts';
import {
	type Circumstances,
	anyCircumstances,
	buildSites,
} from '../helpers/engine-arbitraries.ts';
import {prepare} from '../helpers/engine-copy.ts';

/** Checks something about every plan and what it was made from. */
async function checkPlans(
	check: (
		plan: Plan,
		input: Awaited<ReturnType<typeof prepare>>,
		given: Circumstances,
	) => void,
): Promise<void> {
	await fc.assert(
		fc.asyncProperty(anyCircumstances(), async (given) => {
			const input = await prepare(buildSites(given));
			check(planCopy(input), input, given);
		}),
	);
}

const ids = (things: ReadonlyArray<{readonly id: string}>) =>
	things.map(({id}) => id);

test('R14: planning is deterministic and changes nothing it is given', async () => {
	await checkPlans((plan, input) => {
		const before = structuredClone(plan);
		expect(planCopy(structuredClone(input))).toEqual(before);
		expect(planCopy(input)).toEqual(before);
	});
});

test('R5, R9: everything chosen has exactly one fate, and is counted once', async () => {
	await checkPlans((plan, {source}) => {
		expect(ids(plan.customers)).toEqual(ids(source.customers));
		expect(ids(plan.organizations)).toEqual(ids(source.organizations));

		const {customers, organizations} = summarizePlan(plan);

		for (const {chosen, ...fates} of [customers, organizations]) {
			const counted = Object.values<number>(fates);
			expect(counted.reduce((sum, count) => sum + count, 0)).toBe(chosen);
		}
	});
});

test('everything that needs a person says why', async () => {
	await checkPlans(({customers, organizations}) => {
		for (const {fate, problem} of [...customers, ...organizations]) {
			expect(fate === 'attention' && problem === undefined).toBe(false);
		}
	});
});

test('R10: no name in the plan counts as another in the plan or there', async () => {
	await checkPlans(({organizations}, {destination}) => {
		const created = organizations.flatMap(({newName}) => newName ?? []);
		const all = [
			...created,
			...destination.organizations.map(({name}) => name),
		].map((name) => comparableName(name));
		const there = new Set(all.slice(created.length));
		const [here] = [all.slice(0, created.length)];
		expect(new Set(here).size).toBe(created.length);
		expect(here.filter((name) => there.has(name))).toEqual([]);
	});
});

test('every member of a copied organization is added, there already, or told why not', async () => {
	await checkPlans(({organizations}, {source}) => {
		for (const {id, fate, members} of organizations) {
			const planned = [
				...members.add,
				...members.present,
				...members.notPossible.map(({customer}) => customer),
			];
			const isCopied = ['create', 'link', 'unchanged'].includes(fate);
			const here = source.organizations.find((item) => item.id === id);
			expect(planned.toSorted()).toEqual(
				isCopied ? here?.members.toSorted() : [],
			);
		}
	});
});

test('whoever is added anywhere is a customer who is there or will be', async () => {
	await checkPlans(({customers, organizations, access}) => {
		const copied = new Map(customers.map((item) => [item.id, item]));
		const added = [...organizations.map(({members}) => members), ...access];

		for (const id of added.flatMap(({add}) => add)) {
			const {fate, destinationId, sameAs, problem} = copied.get(id)!;
			const isThere =
				fate === 'create' || (destinationId ?? sameAs) !== undefined;
			expect(isThere && problem !== 'deactivated-there').toBe(true);
		}
	});
});

test('R6: nobody is to be revoked who is not created inactive', async () => {
	await checkPlans(({customers}, {destination}) => {
		for (const {revoke, fate, status} of customers) {
			const isRightToRevoke =
				fate === 'create' && status === 'inactive' && destination.canRevoke;
			expect(revoke === true && !isRightToRevoke).toBe(false);
		}
	});
});
