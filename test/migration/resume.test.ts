import {expect, test} from 'vitest';
import {carryOut} from '../helpers/engine-copy.ts';
import {
	callsOfUnbrokenRun,
	expectSameOutcome,
	rehearse,
	resume,
	unbrokenOutcome,
} from '../helpers/engine-interruption.ts';
import {
	connect,
	createProcess,
	killed,
	mortalLedger,
} from '../helpers/engine-process.ts';
import {isCall, moments} from '../helpers/memory-site-faults.ts';

test('R15: a run stopped at any event and resumed ends like an unbroken one', async () => {
	const expected = await unbrokenOutcome();
	const {plan, ...setting} = await rehearse();
	const {events} = await carryOut(plan, setting);

	for (const [index, {type}] of events.entries()) {
		const rehearsal = await rehearse();
		const stop = new AbortController();
		let seen = 0;
		await carryOut(rehearsal.plan, {
			...rehearsal,
			signal: stop.signal,
			onEvent() {
				if (seen++ === index) {
					stop.abort();
				}
			},
		});
		const last = await resume(rehearsal);
		expectSameOutcome(rehearsal, last, expected, `event ${index}, ${type}`);
	}
});

test.for(
	(['read', 'write'] as const).flatMap((kind) =>
		moments.map((moment) => ({kind, moment})),
	),
)(
	'R15: a run stopped $moment any $kind and resumed ends like an unbroken one',
	async ({kind, moment}) => {
		const expected = await unbrokenOutcome();
		const {first, last} = await callsOfUnbrokenRun(kind);

		for (let number = first; number <= last; number++) {
			const rehearsal = await rehearse();
			const stop = new AbortController();
			const end = rehearsal.destination.onCall((call) => {
				if (isCall(call, {kind, number, moment})) {
					stop.abort();
				}
			});
			await carryOut(rehearsal.plan, {...rehearsal, signal: stop.signal});
			end();
			const resumed = await resume(rehearsal);
			expect(stop.signal.aborted).toBe(true);
			expectSameOutcome(rehearsal, resumed, expected, `${kind} ${number}`);
		}
	},
);

test('R15: a run killed at any moment and resumed ends like an unbroken one', async () => {
	const expected = await unbrokenOutcome();
	const survivor = createProcess();
	const {plan, ledger, destination} = await rehearse();
	connect(survivor, destination);
	await carryOut(plan, {destination, ledger: mortalLedger(ledger, survivor)});

	for (let moment = 1; moment <= survivor.moments(); moment++) {
		const rehearsal = await rehearse();
		const process = createProcess(moment);
		const disconnect = connect(process, rehearsal.destination);
		const run = carryOut(rehearsal.plan, {
			...rehearsal,
			ledger: mortalLedger(rehearsal.ledger, process),
		});
		await expect(run, `moment ${moment}`).rejects.toThrow(killed);
		disconnect();
		const last = await resume(rehearsal);
		expectSameOutcome(rehearsal, last, expected, `moment ${moment}`);
	}
});
