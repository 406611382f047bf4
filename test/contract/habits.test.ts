import {test} from 'vitest';
import {expectSameDestination} from './same-destination.ts';

/** All 25,000 are copied by `npm run test:large`. */
test('With every habit on, a copy of large with fewer customers ends with the same destination.', async () => {
	const fewer = {customers: 120, requests: 400};
	await expectSameDestination({scenario: 'large', ...fewer});
}, 60_000);
