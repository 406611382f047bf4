import process from 'node:process';
import {afterAll, expect, test} from 'vitest';
import {
	allHabits,
	type PracticeSite,
} from '../../source/practice/practice-sites.ts';
import {openJiraJs, unknownToJiraJs} from '../helpers/checked-jira-js.ts';
import {withPractice} from '../helpers/practice-client.ts';
import {jiraJsScenes} from './jira-js-scenes.ts';
import {deviations, isExplainedBy} from './openapi/deviations.ts';
import {type Finding, judgeExchange} from './openapi/judge.ts';
import {openSchemas} from './openapi/schemas.ts';
import {watchExchanges} from './openapi/watch.ts';
import {
	callInVain,
	callTheRest,
	everRefused,
	everyOperation,
} from './plain-scenes.ts';

/** The Free plan refuses what the scenes do, and does so in tests of its own. */
const habitSets = [
	['every habit on', {...allHabits(true), freePlan: false}],
	['every habit off', allHabits(false)],
] as const;

const succeeded = new Set<string>();
const byJiraJs = new Set<string>();
const findings: Finding[] = [];

/** Runs a scene on a destination and holds all of it, requests too, against Atlassian's files. */
async function judge(
	habits: Parameters<PracticeSite['setHabits']>[0],
	scene: (site: PracticeSite) => Promise<void>,
	isRequestJudged = true,
): Promise<void> {
	const schemas = openSchemas();
	await withPractice({habits}, async ({destination}) => {
		destination.onExchange((exchange) => {
			if ((exchange.answer?.status ?? 500) < 300) {
				succeeded.add(exchange.operation);
			}

			findings.push(...judgeExchange(schemas, exchange));
		});
		const strange = watchExchanges([destination], () => isRequestJudged);
		await scene(destination);
		expect(strange()).toEqual([]);
	});
}

for (const [name, habits] of habitSets) {
	test.each(Object.entries(jiraJsScenes))(
		`With ${name}, jira.js accepts every answer about %s.`,
		async (_, scene) => {
			await judge(habits, async (site) => {
				site.onExchange(({operation}) => {
					byJiraJs.add(operation);
				});
				await scene(await openJiraJs(site), site);
				expect(unknownToJiraJs()).toEqual([]);
			});
		},
	);

	test(`With ${name}, what jira.js has no function for is valid as well.`, async () => {
		await judge(habits, callTheRest);
	});

	test(`With ${name}, so is every refusal.`, async () => {
		await judge(habits, callInVain, false);
	});
}

test('Every operation of the practice sites was called and did what it is there for.', () => {
	const missing = everyOperation.filter(
		(operation) => !succeeded.has(operation),
	);
	expect(missing.toSorted()).toEqual(everRefused.toSorted());
});

test('Every deviation on the list was met, so none is out of date.', () => {
	const unmet = deviations.filter((deviation) =>
		findings.every((finding) => !isExplainedBy(finding, deviation)),
	);
	expect(unmet).toEqual([]);
});

afterAll(() => {
	const schemas = openSchemas();
	const described = everyOperation.filter((operation) =>
		schemas.find(operation),
	);
	process.stdout.write(
		`The practice sites' ${everyOperation.length} operations: ${described.length} valid by Atlassian's files, ${byJiraJs.size} by jira.js; ${deviations.length} listed deviations.\n`,
	);
});
