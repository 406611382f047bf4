import {type Figure} from '../figure.ts';
import {idealOf} from '../ideal-time.ts';
import {countCalls} from '../least-calls.ts';
import {type MeasuredCopy, measureCopy} from '../measured-copy.ts';
import {newCustomers} from '../sizes.ts';

/** How long a copy takes at the limits and the latency of a real site. */
export const time: Figure = {
	name: 'time',
	title: "Time of a copy at Jira's default bursts, against the ideal",
	async measure({program, isQuick, say}) {
		const results = [];

		// At 300 ms a hundred calls a second need thirty in flight.
		for (const latency of isQuick ? [50] : [50, 300]) {
			const copy = await measureCopy(program, {
				...newCustomers(isQuick ? 60 : 10_000),
				latency,
			});
			say(`${latency} ms: ${marksOf(copy)}`);
			results.push(...resultsOf(copy, latency));
		}

		return results;
	},
};

function resultsOf(copy: MeasuredCopy, latency: number) {
	const {finished, made, written} = copy;
	const ideal = idealOf(copy.least, latency);
	const isBarred = latency === 50;
	const calls =
		countCalls(made.source.byOperation) +
		countCalls(made.destination.byOperation);
	const throttled = made.source.throttled + made.destination.throttled;
	return [
		{
			what: `time / ideal, ${written.customers} new customers, ${latency} ms`,
			value: finished.seconds / ideal,
			unit: '×',
			...(isBarred && {bar: {most: 1.1}}),
			isTimed: true,
			from: `${finished.seconds.toFixed(1)} s / ${ideal.toFixed(1)} s`,
		},
		{
			what: `calls answered 429, ${latency} ms`,
			value: (100 * throttled) / calls,
			unit: '%',
			...(isBarred && {bar: {most: 0.5}}),
			isTimed: true,
			from: `${throttled} of ${calls}`,
		},
	] as const;
}

function marksOf({finished}: MeasuredCopy): string {
	return [...finished.marks]
		.filter(([name]) => /^(?:phase|planned|verif|run-f)/v.test(name))
		.map(([name, seconds]) => `${name} at ${seconds.toFixed(1)} s`)
		.join(', ');
}
