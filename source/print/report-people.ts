import {explainReasons} from '../migration/explain-reasons.ts';
import {type Plan} from '../migration/plan.ts';
import {quantity} from '../migration/quantity.ts';
import {type CustomerRow, type Report} from '../migration/report.ts';

/** The email on the destination and, where the mapping changed it, the one before. */
export function emailText({
	email,
	sourceEmail,
}: Pick<CustomerRow, 'email' | 'sourceEmail'>): string {
	return sourceEmail === undefined ? email : `${email} (was ${sourceEmail})`;
}

export const leftOutHead = ['Who', 'Email', 'Name', 'Related as', 'To do'];

/** Yields cells for everyone who was met among customers and is none. */
export function* leftOutCells(report: Report): Generator<readonly string[]> {
	for (const {kind, email, name, reasons, nextStep} of report.leftOut()) {
		yield [kind, email, name, explainReasons(reasons), nextStep];
	}
}

export const contentHead = ['Project', 'Account', 'Requests', 'Keys'];

/** Yields cells for what deleted accounts left in each project. */
export function* contentCells({plan}: Report): Generator<readonly string[]> {
	for (const {project, account, requests, keys} of plan.deletedContent) {
		yield [project, account, String(requests), keysText(keys, requests)];
	}
}

/** Keys that were kept, and that there are more. */
export function keysText(keys: readonly string[], requests: number): string {
	const shown = keys.join(' ');
	return requests > keys.length
		? `${shown} and ${requests - keys.length} more`
		: shown;
}

/** How many of each kind were left out; nothing where nobody was. */
export function leftOutText({leftOut}: Plan): string | undefined {
	const {agents, apps, deleted} = leftOut;
	const parts = [
		[agents.length, 'agent'],
		[apps.length, 'app'],
		[deleted.length, 'deleted account'],
	] as const;
	const found = parts.filter(([count]) => count > 0);
	return found.length === 0
		? undefined
		: found.map(([count, noun]) => quantity(count, noun)).join(', ');
}
