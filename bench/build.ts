import path from 'node:path';
import {type OutputOptions, rolldown} from 'rolldown';
import config from '../rolldown.config.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Builds the program as `npm run build` does, into a folder of its own, so that what is measured is what stands in the source. */
export async function buildProgram(folder: string): Promise<string> {
	await bundle({'jsm-ferry': path.join(root, 'entry.ts')}, folder);
	return path.join(folder, 'jsm-ferry.js');
}

/** Builds the smallest program with Ink: one line and out. It is the floor for the first frame. */
export async function buildHello(folder: string): Promise<string> {
	await bundle({hello: path.join(import.meta.dirname, 'hello.tsx')}, folder);
	return path.join(folder, 'hello.js');
}

async function bundle(
	input: Readonly<Record<string, string>>,
	dir: string,
): Promise<void> {
	const {output, ...options} = config;
	const built = await rolldown({...options, cwd: root, input: {...input}});
	await built.write({...(output as OutputOptions), dir});
	await built.close();
}
