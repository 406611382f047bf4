import {neutralise} from '../../text/neutralise.ts';

/** How an earlier run ended: its own verdict, unless it was killed before it had one. */
export function outcomeText(verdict: string | undefined): string {
	return verdict === undefined
		? 'Broken off in the middle: a resume first asks what had happened.'
		: neutralise(verdict);
}

/** `northwind → contoso`. */
export function pairText(source: string, destination: string): string {
	return `${neutralise(source)} → ${neutralise(destination)}`;
}
