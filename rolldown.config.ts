import crypto from 'node:crypto';
import http from 'node:http';
import {type Plugin, defineConfig} from 'rolldown';

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
	// The screens are the slowest thing to load, so they stay in a file of their own.
	output: {
		dir: 'dist',
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
