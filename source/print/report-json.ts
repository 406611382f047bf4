import {type Report} from '../migration/report.ts';
import {type RunSummary} from '../migration/run-summary.ts';

/** A report as one JSON document, in pieces, since there may be a million rows. */
export function* reportJson(
	report: Report,
	summary: RunSummary,
): Generator<string> {
	const {source, destination, projects, leftSource} = report.plan;
	const head = JSON.stringify({
		source,
		destination,
		projects,
		summary,
		leftSource,
	});
	yield head.slice(0, -1);
	yield* list('customers', report.customers());
	yield* list('organizations', report.organizations());
	yield* list('memberships', report.memberships());
	yield* list('projectAccess', report.access());
	const {activity} = report.plan;

	if (activity !== undefined) {
		yield* list('activity', report.activity());
		yield* list('proposedRequests', activity.proposed);
		yield* list('authoredContent', activity.content);
	}

	yield* list('leftOut', report.leftOut());
	yield* list('deletedContent', report.plan.deletedContent);
	yield '}\n';
}

function* list(name: string, rows: Iterable<unknown>): Generator<string> {
	yield `,\n${JSON.stringify(name)}:[`;
	let separator = '\n';

	for (const row of rows) {
		yield separator + JSON.stringify(row);
		separator = ',\n';
	}

	yield '\n]';
}
