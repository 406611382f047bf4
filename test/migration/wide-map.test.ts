import fc from 'fast-check';
import {expect, test} from 'vitest';
import {WideMap} from '../../source/migration/wide-map.ts';

test('a wide map holds what a map holds, whatever the keys are', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.string(), fc.integer())), (entries) => {
			const wide = new WideMap<number>();

			for (const [key, value] of entries) {
				wide.set(key, value);
			}

			const map = new Map(entries);

			for (const [key, value] of map) {
				expect(wide.get(key)).toBe(value);
			}

			expect(wide.get('not a key of these')).toBe(
				map.get('not a key of these'),
			);
		}),
		{numRuns: 20},
	);
});
