import {defineConfig} from 'rolldown';

export default defineConfig({
	input: {'jsm-ferry': 'entry.ts'},
	platform: 'node',
	// The screens are the slowest thing to load, so they stay in a file of their own.
	output: {
		dir: 'dist',
		format: 'esm',
		minify: true,
		cleanDir: true,
		banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
	},
	// Ink loads it only when DEV=true; nobody who uses the program needs it.
	external: ['react-devtools-core'],
	transform: {
		define: {'process.env.NODE_ENV': JSON.stringify('production')},
	},
});
