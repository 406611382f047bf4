import {type Figure, type Result} from '../figure.ts';
import {unlimited} from '../measured-copy.ts';
import {withPractice} from '../practice.ts';
import {type Finished, type Program, newHome, runProgram} from '../program.ts';

/** Memory and processor time of a plan, from a thousand customers to a million. */
export const scale: Figure = {
	name: 'scale',
	title: 'Memory and processor time of a plan, by the number of customers',
	async measure({program, isQuick, say}) {
		const sizes = isQuick ? [100, 1000] : [1000, 10_000, 100_000, 1_000_000];
		const found: Array<{
			readonly customers: number;
			readonly finished: Finished;
		}> = [];

		for (const customers of sizes) {
			say(`${customers} customers`);
			found.push({customers, finished: await plan(program, customers)});
		}

		return [
			...found.map(({customers, finished}): Result => ({
				what: `peak memory of a plan, ${customers} customers`,
				value: finished.peak,
				unit: 'MB',
				...(customers === 1_000_000 && {bar: {most: 900}}),
				isTimed: true,
				from: `${finished.seconds.toFixed(1)} s, ${finished.cpu.toFixed(1)} s of processor time`,
			})),
			...growthOf(
				found.map(({customers, finished}) => [customers, finished.peak]),
			),
		];
	},
};

async function plan(program: Program, customers: number): Promise<Finished> {
	const isSmall = customers < 10_000;
	return withPractice(
		program.script,
		{
			scenario: isSmall ? 'flaky' : 'large',
			customers,
			organizations: Math.max(20, customers / 100),
			requests: 1000,
			burst: unlimited,
		},
		async (sites) =>
			runProgram(program, {
				command: 'plan',
				sites,
				home: newHome(program),
				// Of one project, since customer lists are read at 5 pages a second, and of all they would take hours.
				arguments: ['--projects', 'SD1', '--customers', 'all'],
			}),
	);
}

/** The last tenfold step against the one before it: linear is 1, whatever both begin with. */
function growthOf(
	points: ReadonlyArray<readonly [number, number]>,
): readonly Result[] {
	const [first, second, third] = points.slice(-3);

	if (first === undefined || second === undefined || third === undefined) {
		return [];
	}

	const slope = (
		[fewer, less]: readonly [number, number],
		[more, most]: readonly [number, number],
	) => (most - less) / (more - fewer);
	return [
		{
			what: 'memory a customer, last tenfold step / the one before',
			value: slope(second, third) / slope(first, second),
			unit: '×',
			// Beyond linear would be 10; a tenth is the noise of the collector.
			bar: {most: 1.1},
			isTimed: true,
			from: `${(slope(second, third) * 1024).toFixed(2)} KB / ${(slope(first, second) * 1024).toFixed(2)} KB a customer`,
		},
	];
}
