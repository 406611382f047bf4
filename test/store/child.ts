import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {onTestFinished} from 'vitest';

/** A process that a test has started. It is gone when the test is. */
export type Child = {
	/** The next line that it prints; undefined at its end. */
	line(): Promise<string | undefined>;
	/** The rest of what it prints, until its end. */
	rest(): Promise<readonly string[]>;
	/** Tells it that nothing more comes. */
	endInput(): void;
	/** Ends it as `kill -9` does, and waits until it is gone. */
	kill(): Promise<void>;
};

/** Starts one of the programs in `children`. */
export function startChild(
	program: string,
	...values: readonly string[]
): Child {
	const child = spawn(process.execPath, [childPath(program), ...values]);
	child.stderr.pipe(process.stderr);
	return follow(child);
}

export function childPath(program: string): string {
	return path.join(import.meta.dirname, 'children', program);
}

function follow(child: ChildProcessWithoutNullStreams): Child {
	const ended = once(child, 'close');
	const {stdin, stdout} = child;

	const lines = createInterface({input: stdout})[Symbol.asyncIterator]();
	const line = async () => {
		const next = await lines.next();
		return next.done === true ? undefined : next.value;
	};

	const kill = async () => {
		child.kill('SIGKILL');
		await ended;
	};

	onTestFinished(kill);
	return {
		line,
		kill,
		endInput() {
			stdin.end();
		},
		async rest() {
			const rest: string[] = [];

			for (let next = await line(); next !== undefined; next = await line()) {
				rest.push(next);
			}

			return rest;
		},
	};
}
