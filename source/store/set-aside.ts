import fs from 'node:fs';
import {onFile} from './system-error.ts';

/** A file that could not be used and was kept under another name. */
export type SetAside = {
	/** Where it is now. */
	readonly path: string;
	/** What was wrong with it, in technical terms. It may quote the file, so it is untrusted. */
	readonly reason: string;
};

/** Renames a file so that nothing is lost, such as to `settings.json.corrupt-2026-11-22T10-15-30.123Z`. Returns its new path. */
export function moveAside(path: string, label: string, now: Date): string {
	const target = unusedPath(path, label, now);
	onFile(path, () => {
		fs.renameSync(path, target);
	});
	return target;
}

/** A path beside a file that nothing has yet. Windows allows no colons in it. */
export function unusedPath(path: string, label: string, now: Date): string {
	const wanted = `${path}.${label}-${now.toISOString().replaceAll(':', '-')}`;
	let unused = wanted;

	for (let count = 2; fs.existsSync(unused); count++) {
		unused = `${wanted}-${count}`;
	}

	return unused;
}
