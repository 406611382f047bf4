import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {build} from 'rolldown';
import {type TestProject} from 'vitest/node';
import config from '../../rolldown.config.ts';

declare module 'vitest' {
	// Vitest reads what is provided from an interface.
	// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
	export interface ProvidedContext {
		/** Path of the built program. */
		program: string;
	}
}

/** Builds the program once for all tests, as `npm run build` does, but not where it would disturb anybody. */
export default async function buildProgram({
	provide,
}: TestProject): Promise<() => Promise<void>> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'jsm-ferry-program-'));
	await build({
		...config,
		logLevel: 'warn',
		output: {...config.output, dir: folder},
	});
	provide('program', path.join(folder, 'jsm-ferry.js'));
	return async () => {
		await rm(folder, {recursive: true, force: true});
	};
}
