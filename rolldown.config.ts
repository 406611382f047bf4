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

/** What React and Ink themselves ask for. */
export const production = {
	'process.env.NODE_ENV': JSON.stringify('production'),
};

export default defineConfig({
	input: {'jsm-ferry': 'entry.ts'},
	platform: 'node',
	plugins: [exitWithoutSignals],
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
