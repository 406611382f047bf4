/*
Measures the built program against practice sites and prints what it finds, each number beside the bar it has to reach: npm run bench. Machines differ, so what counts are ratios within one run.
*/
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {parseArgs} from 'node:util';
import {buildProgram} from './build.ts';
import {type Figure, type Result, isMet} from './figure.ts';
import {figures} from './figures.ts';
import {writeResults} from './results.ts';
import {tableOf} from './table.ts';

const {values: options} = parseArgs({
	options: {
		quick: {type: 'boolean', default: false},
		only: {type: 'string', multiple: true, default: []},
		keep: {type: 'boolean', default: false},
	},
});

process.exitCode = await main();

async function main(): Promise<number> {
	const chosen = choose(options.only);
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jsm-ferry-bench-'));

	try {
		const script = await buildProgram(path.join(folder, 'program'));
		const found = await measureAll(chosen, {script, folder});
		const isComplete = chosen.length === figures.length && !options.quick;

		if (isComplete) {
			writeResults(found);
		}

		return hasFailed(found) ? 1 : 0;
	} finally {
		if (!options.keep) {
			fs.rmSync(folder, {recursive: true, force: true});
		}
	}
}

function choose(names: readonly string[]): readonly Figure[] {
	const unknown = names.filter((name) =>
		figures.every((figure) => figure.name !== name),
	);

	if (unknown.length > 0) {
		const known = figures.map(({name}) => name).join(', ');
		throw new Error(
			`There is no figure ${unknown.join(', ')}; there are ${known}.`,
		);
	}

	return names.length === 0
		? figures
		: figures.filter(({name}) => names.includes(name));
}

/** One after the other, since two at a time would slow each other down. */
async function measureAll(
	chosen: readonly Figure[],
	program: {readonly script: string; readonly folder: string},
): Promise<ReadonlyMap<Figure, readonly Result[]>> {
	const found = new Map<Figure, readonly Result[]>();

	for (const figure of chosen) {
		const say = (words: string) => {
			process.stderr.write(`  ${words}\n`);
		};

		process.stderr.write(`${figure.title}…\n`);
		const begun = performance.now();
		const results = await figure.measure({
			program,
			isQuick: options.quick,
			say,
		});
		found.set(figure, results);
		const seconds = Math.round((performance.now() - begun) / 1000);
		process.stdout.write(
			`\n${figure.title} (--only ${figure.name}, ${seconds} s)\n\n${tableOf(results)}\n\n`,
		);
	}

	return found;
}

/** Bars on time and memory are for full sizes on a quiet machine; bars on calls hold always. */
function hasFailed(found: ReadonlyMap<Figure, readonly Result[]>): boolean {
	const results = found.values().toArray().flat();
	return results.some(
		(result) => isMet(result) === false && !(options.quick && result.isTimed),
	);
}
