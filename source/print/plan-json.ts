import {type Plan} from '../migration/plan.ts';

/** What tells a plan from any other JSON file. */
export const planFormat = 'jsm-ferry-plan';

/** A plan as one JSON document, in pieces, since it may have a million rows. Each row has a line of its own, so that two plans can be compared with diff. */
export function* planJson(plan: Plan): Generator<string> {
	yield `{"format":${JSON.stringify(planFormat)}`;

	for (const [key, value] of Object.entries(plan)) {
		yield `,\n${JSON.stringify(key)}:`;
		yield* Array.isArray(value) ? list(value) : [JSON.stringify(value)];
	}

	yield '}\n';
}

function* list(rows: readonly unknown[]): Generator<string> {
	yield '[';

	for (const [index, row] of rows.entries()) {
		yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`;
	}

	yield '\n]';
}
