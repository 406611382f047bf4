import {
	type CallSubject,
	type RecordedCall,
	recordedCalls,
} from '../migration/recorded-calls.ts';
import {type LedgerFile} from '../store/ledger.ts';

/** Steps looked at in a part. */
const stepsAtOnce = 20_000;

/**
Reads the calls a run made for a customer, an organization or a request. A run may have a million steps, so the ledger is asked for a part of them at a time.

@yields Nothing, after each part.
*/
export function* readCalls(
	ledger: LedgerFile,
	run: string,
	subject: CallSubject,
): Generator<undefined, readonly RecordedCall[], void> {
	const {customer, organization, request} = subject;
	const id = customer ?? organization ?? request;
	const steps = ledger.runs().find((one) => one.id === run)?.steps ?? 0;
	const calls: RecordedCall[] = [];

	if (id === undefined) {
		return calls;
	}

	for (let from = 1; from <= steps; from += stepsAtOnce) {
		const range = {from, to: from + stepsAtOnce - 1};
		calls.push(
			...recordedCalls(
				ledger.stepsNaming(run, id, range),
				customer === undefined ? {organization, request} : {customer},
			),
		);
		yield undefined;
	}

	return calls;
}
