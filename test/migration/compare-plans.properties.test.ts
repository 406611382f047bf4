import {writeFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {loadPlan} from '../../source/commands/plan-file.ts';
import {comparePlans} from '../../source/migration/compare-plans.ts';
import {type Plan} from '../../source/migration/plan.ts';
import {planCopy} from '../../source/migration/plan-copy.ts';
import {planJson} from '../../source/print/plan-json.ts';
import {anyCircumstances, buildSites} from '../helpers/engine-arbitraries.ts';
import {copyAll, prepare} from '../helpers/engine-copy.ts';
import {temporaryHome} from '../store/temporary-home.ts';

test('R14: planned again with its own decisions, a plan comes to the same', async () => {
	await fc.assert(
		fc.asyncProperty(anyCircumstances(), async (given) => {
			const sites = buildSites(given);
			const input = await prepare(sites);
			const plan = planCopy(input);
			const {decisions} = plan;
			const again = planCopy(await prepare({...sites, decisions}));
			expect(comparePlans(plan, again)).toEqual([]);
		}),
	);
});

test('R14: whoever came to the destination since is in a row that changed', async () => {
	await fc.assert(
		fc.asyncProperty(anyCircumstances(), async (given) => {
			const sites = buildSites(given);
			const {plan} = await copyAll(sites);
			const {decisions} = plan;
			const again = planCopy(await prepare({...sites, decisions}));
			const changed = comparePlans(plan, again).map(({subject}) => subject);
			const arrived = plan.customers
				.filter(
					({id, fate}) =>
						fate === 'create' &&
						again.customers.find((other) => other.id === id)?.fate !== fate,
				)
				.map(({email}) => email);
			expect(changed).toEqual(expect.arrayContaining(arrived));
		}),
	);
});

test('R14: any plan that is saved is read back as it was', async () => {
	const file = path.join(temporaryHome(), 'plan.json');
	await fc.assert(
		fc.asyncProperty(anyCircumstances(), async (given) => {
			const plan: Plan = planCopy(await prepare(buildSites(given)));
			writeFileSync(file, [...planJson(plan)].join(''));
			expect(loadPlan(file)).toEqual(structuredClone(plan));
		}),
	);
});
