import {setImmediate} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {createSession} from '../../source/ui/session.ts';
import {createUiClock} from '../helpers/ui-clock.ts';
import {createUiServices} from '../helpers/ui-services.ts';

test('of 500 writes a second the screens hear at most 15 times a second, and the last one counts', async () => {
	const clock = createUiClock();
	const services = createUiServices({
		async *resume() {
			for (let number = 1; ; number++) {
				await clock.wait(2);
				yield {
					type: 'step-sent',
					phase: 'customers',
					subject: `c${number}@acme.example`,
				};
			}
		},
	});
	const session = createSession(services, clock);
	session.dispatch({
		type: 'copy-begun',
		task: {type: 'run', run: '2026-11-23-a1'},
		source: 'Old',
		destination: 'New',
	});
	const seen: string[] = [];
	session.subscribe(() => {
		seen.push(session.getSnapshot().copy.progress.current ?? '');
	});

	for (let step = 0; step < 1500; step++) {
		await clock.advance(2);
		// An event passes through several hands before it is told.
		await setImmediate();
	}

	session.close();
	const told = Number(
		/\d+/v.exec(session.getSnapshot().copy.progress.current ?? '')?.at(0),
	);
	expect(told).toBeGreaterThan(1400);
	expect(seen.length).toBeGreaterThan(20);
	expect(seen.length).toBeLessThanOrEqual(3 * 15);
	expect(new Set(seen).size).toBe(seen.length);
});
