import crypto from 'node:crypto';
import http from 'node:http';
import path from 'node:path';
import {
	type CodeSplittingGroup,
	type CodeSplittingNameFunction,
	type Plugin,
	defineConfig,
} from 'rolldown';

/** Puts code of ours in the place of a module. */
function standIn(module: string, code: string): Plugin {
	const ours = `\0${module}`;
	return {
		name: `stand-in-for-${module}`,
		resolveId: (id) => (id === module ? ours : undefined),
		load: (id) => (id === ours ? code : undefined),
	};
}

/**
Conf's way of writing files tidies up through `when-exit`, which answers every signal by sending it to the process once more: the first Ctrl-C would count as the second, which ends a run at once. Signals are this program's own matter, so it tidies up at the end only.
*/
const exitWithoutSignals = standIn(
	'when-exit',
	"import process from 'node:process'; export default (tidy) => { process.once('exit', tidy); };",
);

/** Conf judges settings by a JSON schema and lifts them from version to version, where it is told how. Ours have a schema of another kind, so what Conf loads for that would only be read and never asked. */
const confWithoutSchemas = [
	standIn('ajv/dist/2020.js', 'export const Ajv2020 = undefined;'),
	standIn('ajv-formats', 'export default undefined;'),
	standIn('semver', 'export default undefined;'),
];

/**
An `import` of `node:http` reads all it exports, and thereby loads the whole HTTP client behind `WebSocket`: a quarter of the time a command takes until it does something. Asked for as an object, it loads only what is used.
*/
const httpWithoutSockets = standIn(
	'node:http',
	`import process from 'node:process'; const http = process.getBuiltinModule('node:http'); export default http; export const {${plainNames(http).join(', ')}} = http;`,
);

/** Cryptography takes a tenth of the time until the first frame to load, and nothing needs it by then. All that is used of it are functions. */
const cryptoWhenNeeded = standIn(
	'node:crypto',
	[
		"import process from 'node:process'; const load = () => process.getBuiltinModule('node:crypto'); export default new Proxy({}, {get: (_, name) => load()[name]});",
		...functionNames(crypto).map(
			(name) =>
				`export const ${name} = (...values) => load().${name}(...values);`,
		),
	].join(' '),
);

function functionNames(module: Readonly<Record<string, unknown>>) {
	return plainNames(module).filter(
		(name) => /^[a-z]/v.test(name) && typeof module[name] === 'function',
	);
}

/** What a module exports outright, without working it out when it is asked for. */
function plainNames(module: Readonly<Record<string, unknown>>) {
	return Object.entries(Object.getOwnPropertyDescriptors(module))
		.filter(([, {get}]) => get === undefined)
		.map(([name]) => name);
}

type Modules = Parameters<CodeSplittingNameFunction>[1];

/** What is read together, each with what the ones before do not have: by the program itself, by its commands, and by its screens, which are the slowest to read. */
const files = ['start', 'work', 'screens'] as const;
type FileName = (typeof files)[number];
type FileNames = ReadonlyMap<string, FileName>;

/** Each time the program is built. */
const fileNames = new WeakMap<Modules, FileNames>();

/** Each file takes Node about half a millisecond, whatever is in it, and the first screen needed 44. */
const byUse = files.map((file, place): CodeSplittingGroup => ({
	name(module, modules) {
		const names = fileNames.get(modules) ?? nameFiles(modules);
		fileNames.set(modules, names);
		return names.get(module) === file ? file : undefined;
	},
	debugName: file,
	priority: files.length - place,
}));

/** A module is where the first of these reaches it. */
function nameFiles(modules: Modules): FileNames {
	const names = new Map<string, FileName>();
	const cli = inProject('cli.tsx');
	const workplace = inProject('source/commands/workplace.ts');
	const screens = [
		inProject('source/commands/app-services.ts'),
		inProject('source/ui/run-app.tsx'),
	];
	const isForCommands = (id: string) =>
		id.startsWith(inProject('source')) &&
		!id.startsWith(inProject('source/ui'));
	const reach = (name: FileName, ids: Iterable<string>) => {
		for (const id of reachable(ids, modules)) {
			if (!names.has(id)) {
				names.set(id, name);
			}
		}
	};

	reach('start', [cli]);
	reach(
		'work',
		reachable([workplace, ...screens], modules)
			.values()
			.filter((id) => isForCommands(id)),
	);
	reach('screens', screens);
	// It waits for the others while it is read itself, so none of them may need its file.
	names.delete(cli);
	return names;
}

function inProject(file: string): string {
	return path.join(import.meta.dirname, ...file.split('/'));
}

/** These modules and all that they import, but for what is only loaded when it is needed. */
function reachable(
	ids: Iterable<string>,
	modules: Modules,
): ReadonlySet<string> {
	const reached = new Set<string>();
	const open = [...ids];

	for (let id = open.pop(); id !== undefined; id = open.pop()) {
		if (reached.has(id)) {
			continue;
		}

		reached.add(id);
		open.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
	}

	return reached;
}

/** What React and Ink themselves ask for. */
export const production = {
	'process.env.NODE_ENV': JSON.stringify('production'),
};

export default defineConfig({
	input: {'jsm-ferry': 'entry.ts'},
	platform: 'node',
	plugins: [
		exitWithoutSignals,
		confWithoutSchemas,
		httpWithoutSockets,
		cryptoWhenNeeded,
	],
	output: {
		dir: 'dist',
		codeSplitting: {groups: byUse},
		format: 'esm',
		minify: true,
		cleanDir: true,
		banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
	},
	// Ink loads it only when DEV=true; nobody who uses the program needs it.
	// The keychain is a native library of its own, which not every machine has.
	external: ['react-devtools-core', '@napi-rs/keyring'],
	transform: {
		define: {
			...production,
			// The layout engine fetches its own code, which it has at hand in text, by `fetch` where there is one; Node then loads its whole HTTP client for it, a tenth of the time until the first frame.
			fetch: 'undefined',
		},
	},
});
