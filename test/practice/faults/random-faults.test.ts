import {expect, test} from 'vitest';
import {faultNames} from '../../../source/practice/faults/fault.ts';
import {FaultPlan} from '../../../source/practice/faults/fault-plan.ts';

const operation = 'POST /rest/servicedeskapi/organization';

function draw(seed: number, calls: number, names = faultNames) {
	const plan = new FaultPlan(seed, names);
	return Array.from({length: calls}, () => plan.next(operation)?.fault);
}

test('The same seed gives the same faults, and another seed others.', () => {
	expect(draw(1, 500)).toEqual(draw(1, 500));
	expect(draw(1, 500)).not.toEqual(draw(2, 500));
});

test('What happens to one operation does not depend on the calls of others.', () => {
	const plan = new FaultPlan(1, ['server-error']);
	const mixed = Array.from({length: 300}, (_, index) => {
		plan.next(`GET /rest/other/${index % 7}`);
		return plan.next(operation)?.fault;
	});
	expect(mixed).toEqual(draw(1, 300, ['server-error']));
});

test('Every fault that can hit an operation hits it about as often as it says.', () => {
	const drawn = draw(3, 30_000, ['server-error', 'drop-after', 'burst']);
	const count = (name: string) =>
		drawn.filter((fault) => fault === name).length;
	expect(count('server-error') / 500).toBeCloseTo(1, 0);
	expect(count('drop-after') / 375).toBeCloseTo(1, 0);
	expect(count('burst') / 1000).toBeCloseTo(1, 0);
});

test('Stale pages hit reads only, and renamed organizations writes only.', () => {
	const plan = new FaultPlan(1, ['stale-page', 'renamed-underfoot']);
	const reads = Array.from(
		{length: 500},
		() => plan.next('GET /rest/servicedeskapi/organization')?.fault,
	);
	const writes = Array.from({length: 500}, () => plan.next(operation)?.fault);
	expect(new Set(reads)).toEqual(new Set([undefined, 'stale-page']));
	expect(new Set(writes)).toEqual(new Set([undefined, 'renamed-underfoot']));
});

test('Credentials are lost once, at the 400th call.', () => {
	const drawn = draw(1, 1000, ['auth-lost']);
	expect(drawn.indexOf('auth-lost')).toBe(399);
	expect(drawn.lastIndexOf('auth-lost')).toBe(399);
});
