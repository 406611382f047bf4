import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {operationOf} from '../../source/practice/http/route.ts';
import {
	practiceFaults,
	practiceHabits,
	practiceScenarios,
} from '../../source/practice/practice-sites.ts';
import {allRoutes} from '../../source/practice/resources/routes.ts';

/** Without the blanks that keep the columns of its tables in line. */
const text = readFileSync(
	new URL('../../docs/practice-sites.md', import.meta.url),
	'utf8',
).replaceAll(/ +/gv, ' ');

test('The documentation has every scenario, fault and habit with the sentence of the code.', () => {
	const entries = [practiceScenarios, practiceFaults, practiceHabits].flatMap(
		(table) => Object.entries(table),
	);
	const missing = entries.filter(
		([name, about]) => !text.includes(`\`${name}\` | ${about}`),
	);
	expect(missing).toEqual([]);
});

test('The documentation has every operation and no other.', () => {
	const documented = text
		.matchAll(
			/^\| `(?<operation>(?:GET|POST|PUT|DELETE) \/(?:rest|_edge)[^`]*)` \|/gmv,
		)
		.map(({groups}) => groups!['operation']);
	const operations = allRoutes.map((route) => operationOf(route));
	expect(new Set(documented)).toEqual(new Set(operations));
});
