import fs from 'node:fs';
import process from 'node:process';

/**
When a process began, in the kernel's own units since the machine was started. It tells a process from a later one that was given the same number.

@returns Undefined where the system does not tell (only Linux does) or there is no such process.
*/
export function processBirth(pid: number): string | undefined {
	return processFacts(pid)?.birth;
}

/** Whether a process of this host still runs. Without a birth on either side the number has to do. */
export function isRunning(pid: number, birth: string | undefined): boolean {
	if (!hasProcess(pid)) {
		return false;
	}

	const found = processFacts(pid);
	// A zombie has ended, only nobody has asked for its exit code yet.
	const isZombie = found?.state === 'Z';
	const isLater =
		birth !== undefined && found !== undefined && birth !== found.birth;
	return !isZombie && !isLater;
}

function hasProcess(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		// It exists, but belongs to somebody else.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/** Fields 3 and 22 of `/proc/PID/stat`, see proc_pid_stat(5). The second field, a name in brackets, may itself hold blanks and brackets. */
function processFacts(
	pid: number,
): {readonly state?: string; readonly birth?: string} | undefined {
	try {
		const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return {state: fields[0], birth: fields[19]};
	} catch {
		return undefined;
	}
}
