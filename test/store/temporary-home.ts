import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import {ledgerFile} from '../../source/store/home.ts';

/** The day on which most tests happen. */
export const now = () => new Date('2026-11-22T10:15:30.123Z');

/** A home folder of its own for a test; it is gone afterwards. */
export function temporaryHome(): string {
	const home = fs.mkdtempSync(path.join(os.tmpdir(), 'jsm-ferry-'));
	onTestFinished(() => {
		fs.rmSync(home, {recursive: true, force: true});
	});
	return home;
}

/** Copies a ledger that is in use to a home of its own, as a kill at this moment would leave it. Returns where. */
export function copyAsKilled(file: string): string {
	const copy = ledgerFile(temporaryHome());
	fs.copyFileSync(file, copy);
	fs.copyFileSync(`${file}-wal`, `${copy}-wal`);
	return copy;
}

/** The permission bits of a file or folder, such as `600`. */
export function modeOf(file: string): string {
	// eslint-disable-next-line no-bitwise
	return (fs.statSync(file).mode & 0o777).toString(8);
}
