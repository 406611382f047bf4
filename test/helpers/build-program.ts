import {execFileSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const root = path.join(import.meta.dirname, '..', '..');

/** Builds the program once, before the tests that run it as a process. A mistake in the build fails them all. */
export function setup(): void {
	execFileSync('npm', ['run', '--silent', 'build'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit'],
		// The shim of npm on Windows is no program but a script.
		shell: process.platform === 'win32',
	});
}
