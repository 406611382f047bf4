import crypto from 'node:crypto';
import http from 'node:http';
import {type Plugin, defineConfig} from 'rolldown';

const calmExit = '\0when-exit';

/**
Conf's way of writing files tidies up through `when-exit`, which answers every signal by sending it to the process once more: the first Ctrl-C would count as the second, which ends a run at once. Signals are this program's own matter, so it tidies up at the end only.
*/
const exitWithoutSignals: Plugin = {
	name: 'exit-without-signals',
	resolveId: (id) => (id === 'when-exit' ? calmExit : undefined),
	load: (id) =>
		id === calmExit
			? "import process from 'node:process'; export default (tidy) => { process.once('exit', tidy); };"
			: undefined,
};

const lightHttp = '\0light-http';

/**
An \`import\` of \`node:http\` reads all it exports, and thereby loads the whole HTTP client behind \`WebSocket\`: a quarter of the time a command takes until it does something. Asked for as an object, it loads only what is used.
*/
const httpWithoutSockets: Plugin = {
	name: 'http-without-sockets',
	resolveId: (id) => (id === 'node:http' ? lightHttp : undefined),
	load: (id) =>
		id === lightHttp
			? `import process from 'node:process'; const http = process.getBuiltinModule('node:http'); export default http; export const {${plainNames(http).join(', ')}} = http;`
			: undefined,
};

const lazyCrypto = '\0lazy-crypto';

/** Cryptography takes a tenth of the time until the first frame to load, and nothing needs it by then. All that is used of it are functions. */
const cryptoWhenNeeded: Plugin = {
	name: 'crypto-when-needed',
	resolveId: (id) => (id === 'node:crypto' ? lazyCrypto : undefined),
	load: (id) =>
		id === lazyCrypto
			? `import process from 'node:process'; const load = () => process.getBuiltinModule('node:crypto'); export default new Proxy({}, {get: (_, name) => load()[name]}); ${functionNames(
					crypto,
				)
					.map(
						(name) =>
							`export const ${name} = (...values) => load().${name}(...values);`,
					)
					.join(' ')}`
			: undefined,
};

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
	plugins: [exitWithoutSignals, httpWithoutSockets, cryptoWhenNeeded],
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
