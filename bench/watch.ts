import fs from 'node:fs';
import {setTimeout as delay} from 'node:timers/promises';

/** What a process took. */
export type Usage = {
	/** The most memory it ever had, in MB (resident, as the system counts it). */
	readonly peak: number;
	/** Seconds of processor time, its own and the kernel's for it. */
	readonly cpu: number;
};

/** Milliseconds between two looks. The system keeps the peak itself, so only what comes after the last look is missed. */
const interval = 20;

/** Ticks a second in `/proc`; every Linux that Node runs on has 100. */
const ticks = 100;

/** Watches a process until it ends. Where there is no `/proc`, both numbers are NaN. */
export async function watch(
	pid: number,
	isOver: () => boolean,
): Promise<Usage> {
	let usage: Usage = {peak: NaN, cpu: NaN};

	while (!isOver()) {
		usage = look(pid) ?? usage;
		await delay(interval);
	}

	return usage;
}

function look(pid: number): Usage | undefined {
	try {
		const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
		const kilobytes = /^VmHWM:\s+(?<size>\d+)/mv.exec(status)?.groups?.['size'];
		const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name of the program comes second, in parentheses, and may hold blanks.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return kilobytes === undefined
			? undefined
			: {
					peak: Number(kilobytes) / 1024,
					cpu: (Number(fields[11]) + Number(fields[12])) / ticks,
				};
	} catch {
		return undefined;
	}
}
