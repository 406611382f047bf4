import {randomUUID} from 'node:crypto';
import {createWriteStream} from 'node:fs';
import {rename, rm} from 'node:fs/promises';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {type Plan} from '../migration/plan.ts';
import {planFormat, planJson} from '../print/plan-json.ts';
import {readText} from './choices.ts';
import {CommandError} from './command-error.ts';
import {planSchema} from './plan-schema.ts';

/** The version of plans that this program writes and understands. */
const knownVersion: Plan['version'] = 1;

/**
Saves a plan in a file that only the user may read. The file appears whole or not at all; an older one is replaced.

@throws CommandError where that is not possible.
*/
export async function savePlan(plan: Plan, file: string): Promise<void> {
	const draft = `${file}.${randomUUID()}`;

	try {
		await pipeline(
			Readable.from(planJson(plan)),
			createWriteStream(draft, {flags: 'wx', mode: 0o600, flush: true}),
		);
		await rename(draft, file);
	} catch (error) {
		await rm(draft, {force: true});
		throw new CommandError(
			`The plan can’t be written to ${file} (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`,
			'Name another file with --out.',
		);
	}
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
