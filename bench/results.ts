import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {type Figure, type Result} from './figure.ts';
import {tableOf} from './table.ts';

const file = path.join(import.meta.dirname, 'results.md');

/** Keeps the last full run, with the machine and the date. */
export function writeResults(
	found: ReadonlyMap<Figure, readonly Result[]>,
): void {
	const parts = [...found].map(
		([{title, name}, results]) =>
			`## ${title}\n\n\`npm run bench -- --only ${name}\`\n\n${tableOf(results)}\n`,
	);
	fs.writeFileSync(
		file,
		`# Last full run\n\n${machine()}\n\n${parts.join('\n')}`,
	);
}

function machine(): string {
	const [processor] = os.cpus();
	const memory = Math.round(os.totalmem() / 2 ** 30);
	const date = new Date().toISOString().slice(0, 10);
	return `Written by \`npm run bench\` on ${date}: ${os.cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, ${memory} GB, ${os.type()} ${os.release()}, Node ${process.versions.node}. The practice sites ran on the same machine, in a process of their own.`;
}
