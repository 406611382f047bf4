import fs from 'node:fs';
import path from 'node:path';
import {systemReason} from './system-error.ts';

/** Makes a folder and what leads to it, private to the user. Node's own `recursive` tells a read-only disk as ENOENT. */
export function makeFolder(folder: string): void {
	if (fs.existsSync(folder)) {
		return;
	}

	makeFolder(path.dirname(folder));

	try {
		fs.mkdirSync(folder, {mode: 0o700});
	} catch (error) {
		// Another process was quicker.
		if (systemReason(error) !== 'EEXIST') {
			throw error;
		}
	}
}
