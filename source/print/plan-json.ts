import {type Plan} from '../migration/plan.ts';

/** What tells a plan from any other JSON file. */
export const planFormat = 'jsm-ferry-plan';

/** A plan as one JSON document, in pieces, since it may have a million rows. Each row has a line of its own, so that two plans can be compared with diff. */
export function* planJson(plan: Plan): Generator<string> {
	yield* piecesOf({format: planFormat, ...plan});
	yield '\n';
}

/** Lists of rows may be a level deeper, as those of requests are. */
function* piecesOf(value: unknown): Generator<string> {
	if (Array.isArray(value)) {
		yield* list(value);
	} else if (hasLists(value)) {
		let separator = '{';

		for (const [key, one] of Object.entries(value)) {
			if (one === undefined) {
				continue;
			}

			yield `${separator}${JSON.stringify(key)}:`;
			yield* piecesOf(one);
			separator = ',\n';
		}

		yield '}';
	} else {
		yield JSON.stringify(value);
	}
}

function hasLists(value: unknown): value is Record<string, unknown> {
	return (
		typeof value === 'object' &&
		value !== null &&
		Object.values(value).some((one) => Array.isArray(one))
	);
}

function* list(rows: readonly unknown[]): Generator<string> {
	yield '[';

	for (const [index, row] of rows.entries()) {
		yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(row)}`;
	}

	yield '\n]';
}
