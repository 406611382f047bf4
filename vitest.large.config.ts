import {defineConfig} from 'vitest/config';

/** Tests that take minutes: `npm run test:large`. */
export default defineConfig({test: {include: ['test/**/*.large.ts']}});
