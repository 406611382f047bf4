import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}', 'test/architecture.ts'],
		// Some tests run the program as users do.
		globalSetup: ['test/helpers/build-program.ts'],
		// Two cores: one for tests, one for the practice sites and programs they start.
		maxWorkers: 2,
	},
});
