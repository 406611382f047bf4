import {type PracticeOptions} from './practice.ts';

/** About so many customers are new to the destination; of the others on the source some are there already, and some stay behind by design. */
export function newCustomers(count: number): PracticeOptions {
	return {
		scenario: count > 1000 ? 'large' : 'flaky',
		customers: Math.round(count / 0.645),
		organizations: count > 1000 ? 150 : 10,
		requests: 100,
	};
}
