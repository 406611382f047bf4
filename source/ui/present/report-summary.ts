import {type RunSummary} from '../../migration/run-summary.ts';
import {type Additions} from '../../migration/totals.ts';
import {number, quantity} from '../../migration/quantity.ts';
import {duration} from '../../text/duration.ts';
import {type Part} from './plan-numbers.ts';

/** What became of the customers. */
export function customerOutcomes({customers}: RunSummary): readonly Part[] {
	return [
		{label: 'created', count: customers.created, tone: 'good'},
		{label: 'linked', count: customers.linked, tone: 'accent'},
		{label: 'unchanged', count: customers.unchanged, tone: 'quiet'},
		{label: 'skipped', count: customers.skipped, tone: 'quiet'},
		{label: 'need attention', count: customers.attention, tone: 'warning'},
		{label: 'failed', count: customers.failed, tone: 'bad'},
		{label: 'waiting', count: customers.waiting, tone: 'warning'},
	];
}

/** What became of the organizations. */
export function organizationOutcomes({
	organizations,
}: RunSummary): readonly Part[] {
	return [
		{label: 'created', count: organizations.created, tone: 'good'},
		{label: 'renamed', count: organizations.renamed, tone: 'good'},
		{label: 'merged', count: organizations.merged, tone: 'accent'},
		{label: 'mapped', count: organizations.mapped, tone: 'accent'},
		{label: 'linked', count: organizations.linked, tone: 'accent'},
		{label: 'unchanged', count: organizations.unchanged, tone: 'quiet'},
		{label: 'skipped', count: organizations.skipped, tone: 'quiet'},
		{label: 'need attention', count: organizations.attention, tone: 'warning'},
		{label: 'failed', count: organizations.failed, tone: 'bad'},
		{label: 'waiting', count: organizations.waiting, tone: 'warning'},
	];
}

/** Whether a resume has anything to try again: something failed, or was not come to. */
export function hasFailures({exitCode}: RunSummary): boolean {
	return exitCode !== 0;
}

export function additionOutcomes(additions: Additions): readonly Part[] {
	return [
		{label: 'added', count: additions.added},
		{label: 'there already', count: additions.present},
		{label: 'not possible', count: additions.notPossible},
	];
}

/** Calls and time of a run, in one row. */
export function callsText({calls, seconds}: RunSummary): string {
	const {source, destination} = calls;
	const throttled = source.throttled + destination.throttled;
	const waits = throttled === 0 ? '' : `, ${number(throttled)} told to wait`;
	return `${number(source.reads + destination.reads)} reads and ${quantity(destination.writes, 'write')} in ${duration(seconds)}${waits}`;
}
