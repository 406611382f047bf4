import path from 'node:path';
import {type OutputOptions, rolldown} from 'rolldown';
import config, {production} from '../rolldown.config.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Builds the program as `npm run build` does, into a folder of its own, so that what is measured is what stands in the source. */
export async function buildProgram(folder: string): Promise<string> {
	await bundle({'jsm-ferry': path.join(root, 'entry.ts')}, folder);
	return path.join(folder, 'jsm-ferry.js');
}

/** Builds one of the smallest programs with Ink: `hello` is the floor for the first frame, `list` for a key press. They are bundled like the program, without what makes it start sooner. */
export async function buildBare(
	name: 'hello' | 'list',
	folder: string,
): Promise<string> {
	const file = path.join(import.meta.dirname, `${name}.tsx`);
	await bundle({[name]: file}, folder, production);
	return path.join(folder, `${name}.js`);
}

async function bundle(
	input: Readonly<Record<string, string>>,
	dir: string,
	define = config.transform?.define,
): Promise<void> {
	const {output, ...options} = config;
	const built = await rolldown({
		...options,
		cwd: root,
		input: {...input},
		transform: {...options.transform, define},
	});
	await built.write({...(output as OutputOptions), dir});
	await built.close();
}
