import {
	type ObservedExchange,
	type PracticeSite,
} from '../../../source/practice/practice-sites.ts';
import {isOfTool} from '../../helpers/watch-mails.ts';
import {unexplained} from './deviations.ts';
import {type Finding, judgeExchange} from './judge.ts';
import {openSchemas} from './schemas.ts';

const schemas = openSchemas();

/**
Holds every exchange of the sites against Atlassian's files. Tests ask practice sites wrong questions on purpose, so of
requests only the tool's are judged, unless the test says otherwise.

@returns How to ask what was found that no listed deviation explains.
*/
export function watchExchanges(
	sites: Iterable<PracticeSite>,
	isRequestJudged: (exchange: ObservedExchange) => boolean = isOfTool,
): () => readonly Finding[] {
	const found: Finding[] = [];
	for (const site of sites) {
		site.onExchange((exchange) => {
			found.push(...judgeObserved(exchange, isRequestJudged));
		});
	}

	return () => found;
}

/** What is wrong with an exchange by Atlassian's files, and explained by no listed deviation. */
export function judgeObserved(
	exchange: ObservedExchange,
	isRequestJudged: (exchange: ObservedExchange) => boolean = isOfTool,
): readonly Finding[] {
	// What the sites don't have is for nobody to ask but tests that ask for it.
	if (exchange.operation === 'unknown' && !isOfTool(exchange)) {
		return [];
	}

	const findings = judgeExchange(schemas, exchange);
	const judged = isRequestJudged(exchange)
		? findings
		: findings.filter(({side}) => side === 'answer');
	return unexplained(judged);
}
