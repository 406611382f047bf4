import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type SiteError} from '../../source/migration/site-error.ts';
import {
	type Circumstances,
	anyCircumstances,
	buildSites,
} from '../helpers/engine-arbitraries.ts';
import {type Carried, carryOut, copyAll} from '../helpers/engine-copy.ts';
import {
	connect,
	createProcess,
	killed,
	mortalLedger,
} from '../helpers/engine-process.ts';
import {
	type SiteCall,
	isCall,
	loseAnswer,
	moments,
	siteError,
} from '../helpers/memory-site-faults.ts';

type Sites = ReturnType<typeof buildSites>;

/** An unbroken copy, and the same sites before a copy of the same plan. */
async function rehearse(given: Circumstances) {
	const unbroken = buildSites(given);
	const {summary, plan} = await copyAll(unbroken);
	return {plan, expected: {unbroken, summary}, sites: buildSites(given)};
}

function expectSameEnd(
	sites: Sites,
	{summary}: Carried,
	expected: {readonly unbroken: Sites; readonly summary: Carried['summary']},
): void {
	const {verdict, exitCode, customers, organizations} = expected.summary;
	expect(sites.destination.describe()).toEqual(
		expected.unbroken.destination.describe(),
	);
	expect(summary).toMatchObject({verdict, exitCode, customers, organizations});
}

test('R15: a run killed again and again ends like an unbroken one', async () => {
	const someDeaths = fc.array(fc.integer({min: 1, max: 80}), {maxLength: 4});
	await fc.assert(
		fc.asyncProperty(anyCircumstances(), someDeaths, async (given, deaths) => {
			const {plan, sites, expected} = await rehearse(given);
			let resume: string | undefined;

			for (const moment of deaths) {
				const process = createProcess(moment);
				const disconnect = connect(process, sites.destination);
				const ledger = mortalLedger(sites.ledger, process);

				try {
					await carryOut(plan, {...sites, ledger, resume});
				} catch (error) {
					expect(error).toMatchObject({message: killed});
				}

				disconnect();
				resume = expected.summary.run;
			}

			const last = await carryOut(plan, {...sites, resume});
			expectSameEnd(sites, last, expected);
		}),
	);
});

test('R15: whatever answers are lost on the way, a run ends like an unbroken one', async () => {
	const losses = fc.array(
		fc.record({
			number: fc.integer({min: 1, max: 25}),
			moment: fc.constantFrom('before', 'after'),
			code: fc.constantFrom('broken', 'unreachable'),
		}),
		{minLength: 1, maxLength: 4},
	);
	await fc.assert(
		fc.asyncProperty(anyCircumstances(), losses, async (given, lost) => {
			const {plan, sites, expected} = await rehearse(given);

			for (const {number, moment, code} of lost) {
				sites.destination.onCall(loseAnswer(number, moment, code));
			}

			const last = await carryOut(plan, sites);
			expectSameEnd(sites, last, expected);
		}),
	);
});

type Trouble = Pick<SiteCall, 'kind' | 'number' | 'moment'> & {
	readonly error: SiteError;
};

/** Spoils calls by their numbers from now on. Returns how to end that. */
function makeTrouble(
	destination: Sites['destination'],
	troubles: readonly Trouble[],
): () => void {
	const {reads, writes} = destination.calls();
	return destination.onCall((call) => {
		const already = call.kind === 'read' ? reads : writes;

		for (const {error, ...trouble} of troubles) {
			if (isCall(call, {...trouble, number: already + trouble.number})) {
				throw error;
			}
		}
	});
}

/** Trouble of every kind: lost answers, refusals and reads that fail, in passing or for good. */
function anyTrouble(): fc.Arbitrary<Trouble> {
	return fc.oneof(
		fc.record({
			kind: fc.constant('write' as const),
			number: fc.integer({min: 1, max: 25}),
			moment: fc.constantFrom(...moments),
			error: fc
				.constantFrom('broken', 'unreachable')
				.map((code) => siteError(code, {mayHaveHappened: true})),
		}),
		fc.record({
			kind: fc.constant('write' as const),
			number: fc.integer({min: 1, max: 25}),
			moment: fc.constant('before' as const),
			error: fc
				.constantFrom('refused', 'forbidden', 'unauthorized', 'throttled')
				.map((code) => siteError(code)),
		}),
		fc.record({
			kind: fc.constant('read' as const),
			number: fc.integer({min: 1, max: 80}),
			moment: fc.constantFrom(...moments),
			error: fc
				.constantFrom('broken', 'forbidden', 'unreachable', 'unauthorized')
				.map((code) => siteError(code)),
		}),
	);
}

test('R15: whatever goes wrong on the way, a resume ends like an unbroken run', async () => {
	const troubles = fc.array(fc.array(anyTrouble(), {maxLength: 3}), {
		minLength: 1,
		maxLength: 3,
	});
	await fc.assert(
		fc.asyncProperty(anyCircumstances(), troubles, async (given, runs) => {
			const {plan, sites, expected} = await rehearse(given);
			let resume: string | undefined;

			for (const trouble of runs) {
				const end = makeTrouble(sites.destination, trouble);
				await carryOut(plan, {...sites, resume});
				end();
				resume = expected.summary.run;
			}

			const last = await carryOut(plan, {...sites, resume});
			expectSameEnd(sites, last, expected);
		}),
	);
});
