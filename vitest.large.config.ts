import {defineConfig} from 'vitest/config';

/** Tests that take minutes: `npm run test:large`. */
export default defineConfig({
	test: {
		include: ['test/**/*.large.ts'],
		// Some tests run the program as users do.
		globalSetup: ['test/helpers/build-program.ts'],
	},
});
