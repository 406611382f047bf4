import fs from 'node:fs';
import path from 'node:path';
import envPaths from 'env-paths';
import {makeFolder} from './make-folder.ts';
import {type FileErrorCode} from './store-error.ts';
import {fileErrorCode, onFile} from './system-error.ts';

/** Where settings, ledger, locks and logs live: the folder the user named, else the platform's own place for data. */
export function homeFolder(
	environment: {readonly JSM_FERRY_HOME?: string},
	platformFolder = envPaths('jsm-ferry', {suffix: ''}).data,
): string {
	const {JSM_FERRY_HOME: chosen} = environment;
	return path.resolve(
		chosen === undefined || chosen === '' ? platformFolder : chosen,
	);
}

/**
Makes the home folder, private to the user, and proves that it can be written to, before anyone relies on it.

@throws StoreError `home-not-writable` or `disk-full`.
*/
export function openHome(folder: string): void {
	onFile(
		folder,
		() => {
			makeFolder(folder);
			// Permissions alone say little: the file system may be read-only, or full.
			fs.rmdirSync(fs.mkdtempSync(path.join(folder, '.probe-')));
		},
		homeErrorCode,
	);
}

export function ledgerFile(home: string): string {
	return path.join(home, 'ledger.sqlite');
}

function homeErrorCode(reason: string): FileErrorCode {
	return fileErrorCode(reason) === 'disk-full'
		? 'disk-full'
		: 'home-not-writable';
}
