import {type Plan} from '../migration/plan.ts';
import {planFormat, planJson} from '../print/plan-json.ts';
import {readText} from './choices.ts';
import {CommandError} from './command-error.ts';
import {planSchema} from './plan-schema.ts';
import {writePrivately} from './write-privately.ts';

/** The version of plans that this program writes and understands. */
const knownVersion: Plan['version'] = 1;

/**
Saves a plan. An older one in the same place is replaced.

@throws CommandError where that is not possible.
*/
export async function savePlan(plan: Plan, file: string): Promise<void> {
	await writePrivately(planJson(plan), file, 'plan');
}

/**
Reads a saved plan.

@throws CommandError where it is no plan, a damaged one or a newer one.
*/
export function loadPlan(file: string): Plan {
	const content = parseJson(readText(file, '--plan'));

	if (!isRecord(content) || content['format'] !== planFormat) {
		throw new CommandError(
			`${file} is no plan of jsm-ferry.`,
			'Make one with jsm-ferry plan --out FILE.',
		);
	}

	const {version} = content;

	if (typeof version === 'number' && version > knownVersion) {
		throw new CommandError(
			`${file} was written by a newer jsm-ferry (version ${version} of the file; this one knows ${knownVersion}).`,
			'Update jsm-ferry, or plan again.',
		);
	}

	const {data, error} = planSchema.safeParse(content);

	if (data === undefined) {
		const [issue] = error.issues;
		throw new CommandError(
			`${file} is damaged at ${issue?.path.join('.') ?? ''} (${issue?.message ?? ''}).`,
			'Plan again with jsm-ferry plan --out FILE.',
		);
	}

	return data;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

function isRecord(
	content: unknown,
): content is Readonly<Record<string, unknown>> {
	return typeof content === 'object' && content !== null;
}
