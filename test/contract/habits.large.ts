import {test} from 'vitest';
import {expectSameDestination} from './same-destination.ts';

test('With every habit on, a copy of large ends with the same destination.', async () => {
	await expectSameDestination({scenario: 'large'});
}, 900_000);
