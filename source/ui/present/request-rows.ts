import {neutralise} from '../../text/neutralise.ts';
import {type Subject} from './browser.ts';
import {type Column} from './columns.ts';
import {type Fact} from './facts.ts';
import {requestPage} from './pages.ts';

/** What plan and report have of a request that is on both sites. */
export const requestColumns = {
	request: {title: 'Request', least: 10, share: 1},
	field: {title: 'Field', least: 12, share: 1},
	who: {title: 'Who', least: 20, share: 2},
	problem: {title: 'Problem', least: 12, share: 2},
} as const satisfies Readonly<Record<string, Column>>;

/** The request on the destination, by its key there. */
export function requestSubject(
	destination: {readonly url: string},
	request: string,
): Subject {
	return {request, label: request, page: requestPage(destination, request)};
}

export function requestFact(request: string, from: string): Fact {
	return {label: 'request', text: `${request}, on the source ${from}`};
}

/** Names in one text, each of them once. */
export function namesText(names: readonly string[]): string {
	return neutralise([...new Set(names)].join(', '));
}
