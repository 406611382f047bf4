import {defineConfig} from 'vitest/config';

export default defineConfig({
	// React in production knows no other way.
	oxc: {jsx: {runtime: 'automatic', development: false}},
	test: {
		// React as it is in the program: what it does for developers costs more than the rest of a screen.
		// eslint-disable-next-line @typescript-eslint/naming-convention -- A variable of the environment.
		env: {NODE_ENV: 'production'},
		include: ['test/**/*.test.{ts,tsx}', 'test/architecture.ts'],
		// Some tests run the program as users do.
		globalSetup: ['test/helpers/build-program.ts'],
		// What hangs is ended; what is only slow on a busy machine is not.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		snapshotSerializers: ['test/helpers/screen-serializer.ts'],
		// More than there are cores: many tests wait for the programs they started.
		maxWorkers: 4,
		// No module has state or does anything when it is imported, so files can share what is loaded.
		isolate: false,
	},
});
