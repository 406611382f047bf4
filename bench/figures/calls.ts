import {type Figure} from '../figure.ts';
import {addStages, countCalls} from '../least-calls.ts';
import {measureCopy} from '../measured-copy.ts';
import {newCustomers} from '../sizes.ts';

/** How many calls a copy takes, against the fewest it could. */
export const calls: Figure = {
	name: 'calls',
	title: 'Calls of a copy, against the fewest possible',
	async measure({program, isQuick}) {
		const {made, least, written} = await measureCopy(program, {
			...newCustomers(isQuick ? 60 : 10_000),
			burst: 5000,
		});
		const all = {
			source: countCalls(addStages([least.source])),
			reading: countCalls(addStages([least.destination, least.verifying])),
			writing: countCalls(addStages([least.writing])),
		};
		const total = all.source + all.reading + all.writing;
		const done =
			countCalls(made.source.byOperation) +
			countCalls(made.destination.byOperation);
		return [
			{
				what: `calls / least possible, ${written.customers} new customers, ${written.organizations} new organizations`,
				value: done / total,
				unit: '×',
				bar: {most: 1.02},
				isTimed: false,
				from: `${done} / ${total}`,
			},
			{
				what: 'of these the destination, writes',
				value: made.destination.writes,
				unit: 'calls',
				isTimed: false,
			},
			{
				what: 'calls more than needed, by operation',
				value: done - total,
				unit: 'calls',
				isTimed: false,
				from: surplus(
					made,
					addStages([
						least.source,
						least.destination,
						least.writing,
						least.verifying,
					]),
				),
			},
		];
	},
};

function surplus(
	made: Awaited<ReturnType<typeof measureCopy>>['made'],
	least: Readonly<Record<string, number>>,
): string {
	const names = new Set([
		...Object.keys(made.source.byOperation),
		...Object.keys(made.destination.byOperation),
		...Object.keys(least),
	]);
	const differences = [...names].flatMap((name) => {
		const done =
			(made.source.byOperation[name] ?? 0) +
			(made.destination.byOperation[name] ?? 0);
		const more = done - (least[name] ?? 0);
		return more === 0 ? [] : [`${name} ${more > 0 ? '+' : ''}${more}`];
	});
	return differences.length === 0 ? 'none' : differences.join(', ');
}
