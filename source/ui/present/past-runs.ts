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

/** Runs with the text in what is shown of them, in any case. */
export function runsNamed<
	Run extends {
		readonly id: string;
		readonly source: string;
		readonly destination: string;
		readonly verdict?: string;
	},
>(runs: readonly Run[], text: string): readonly Run[] {
	const wanted = text.toLowerCase();
	return runs.filter(({id, source, destination, verdict}) =>
		`${id} ${pairText(source, destination)} ${outcomeText(verdict)}`
			.toLowerCase()
			.includes(wanted),
	);
}
