import {readFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {expect} from 'vitest';
import {type ObservedExchange} from '../../../source/practice/practice-sites.ts';
import {temporaryHome} from '../../store/temporary-home.ts';
import {everyOperation} from '../plain-scenes.ts';
import {type RecordedExchange} from './recorded-exchange.ts';
import {judgeObserved} from './watch.ts';

const recorder = pathToFileURL(
	path.join(import.meta.dirname, '../../helpers/record-exchanges.ts'),
).href;

const fileVariable = 'RECORDED_EXCHANGES';

/** A recording of what the practice sites of a program do. */
export type Recording = {
	/** What the program needs to be started with. */
	readonly nodeOptions: readonly string[];
	readonly environment: Readonly<Record<string, string>>;
	/** Holds every exchange so far against Atlassian's files. Returns the operations there were. */
	expectValid(): ReadonlySet<string>;
};

export function recordExchanges(): Recording {
	const file = path.join(temporaryHome(), 'exchanges.jsonl');
	return {
		nodeOptions: ['--import', recorder],
		environment: {[fileVariable]: file},
		expectValid: () => expectValid(file),
	};
}

function expectValid(file: string): ReadonlySet<string> {
	const exchanges = readFileSync(file, 'utf8')
		.split('\n')
		.slice(0, -1)
		.map((line) => JSON.parse(line) as RecordedExchange)
		// What tests ask the practice sites themselves is no part of Jira.
		.filter(({url}) => !url.startsWith('/_practice'))
		.map((exchange) => observed(exchange));
	expect(exchanges.flatMap((exchange) => judgeObserved(exchange))).toEqual([]);
	return new Set(exchanges.map(({operation}) => operation));
}

function observed({answer, ...exchange}: RecordedExchange): ObservedExchange {
	const {method, url} = exchange;
	return {
		...exchange,
		// Which of the two it was makes no difference to Atlassian's files.
		site: 'source',
		operation: operationOf(method, url.split('?', 1)[0]!),
		fault: undefined,
		answer: {...answer, headers: {}},
	};
}

/** The operation whose path this is; of two, the one that leaves less open. */
function operationOf(method: string, pathname: string): string {
	const [best] = everyOperation
		.filter((operation) => isOf(operation, method, pathname.split('/')))
		.toSorted((one, other) => openParts(one) - openParts(other));
	return best ?? 'unknown';
}

function isOf(
	operation: string,
	method: string,
	segments: readonly string[],
): boolean {
	const [wanted, template = ''] = operation.split(' ', 2);
	const parts = template.split('/');
	return (
		wanted === method &&
		parts.length === segments.length &&
		parts.every(
			(part, index) => part.startsWith('{') || part === segments[index],
		)
	);
}

function openParts(operation: string): number {
	return operation.split('{').length;
}
