import fs from 'node:fs';
import path from 'node:path';
import {type LockHolder, lockHolderSchema} from './lock-holder.ts';
import {systemReason} from './system-error.ts';

/*
The lock of a pair is a folder of numbered claims. The highest number speaks for the pair: it is held, or it is free since its holder let go of it or died. A number is given once, since a folder can't be renamed onto one that is not empty, and the highest one is never removed. So whoever takes over from the dead can't harm somebody who was quicker, as removing a stale lock file could.
*/

/** How systems say that the folder renamed onto is not empty. The last two, from Windows, can't be about permissions, since a folder was made there just before. */
const takenReasons: ReadonlySet<string> = new Set([
	'ENOTEMPTY',
	'EEXIST',
	'EPERM',
	'EACCES',
]);

/** The number that speaks for the pair; 0 where none was given. */
export function lastNumber(folder: string): number {
	return Math.max(0, ...numbersIn(folder));
}

/** Where a claim is, given or not. */
export function claimPath(folder: string, number: number): string {
	return path.join(folder, String(number));
}

/** Takes a number, complete or not at all. Returns false where somebody was quicker. */
export function isFirstToClaim(
	folder: string,
	number: number,
	claim: LockHolder,
): boolean {
	const prepared = path.join(folder, `.${claim.token}`);

	try {
		fs.mkdirSync(prepared, {mode: 0o700});
		fs.writeFileSync(holderFile(prepared), JSON.stringify(claim), {
			mode: 0o600,
		});
		return (
			isRenamed(prepared, claimPath(folder, number)) &&
			// Whoever is slow may get a number that was used and cleared away long ago.
			lastNumber(folder) === number
		);
	} finally {
		fs.rmSync(prepared, {recursive: true, force: true});
	}
}

function isRenamed(prepared: string, claimed: string): boolean {
	try {
		fs.renameSync(prepared, claimed);
		return true;
	} catch (error) {
		if (takenReasons.has(systemReason(error) ?? '')) {
			return false;
		}

		throw error;
	}
}

/** Undefined where nobody holds the claim. One that can't be read was spoilt when the machine crashed, and its process with it. */
export function readHolder(claimed: string): LockHolder | undefined {
	try {
		const text = fs.readFileSync(holderFile(claimed), 'utf8');
		return lockHolderSchema.safeParse(JSON.parse(text)).data;
	} catch (error) {
		if (error instanceof SyntaxError || systemReason(error) === 'ENOENT') {
			return undefined;
		}

		throw error;
	}
}

/** Makes a claim free, if it still is the holder's own. The folder stays and isn't empty, so that its number is not given twice. */
export function letGo(claimed: string, {token}: LockHolder): void {
	if (readHolder(claimed)?.token === token) {
		fs.renameSync(holderFile(claimed), path.join(claimed, 'released.json'));
	}
}

/** Tidies up. What can't be cleared now means nothing, and the next holder tries again. */
export function clearBelow(folder: string, number: number): void {
	try {
		for (const lower of numbersIn(folder)) {
			if (lower < number) {
				fs.rmSync(claimPath(folder, lower), {recursive: true});
			}
		}
	} catch {}
}

function numbersIn(folder: string): readonly number[] {
	return fs
		.readdirSync(folder)
		.filter((name) => /^[1-9]\d{0,14}$/v.test(name))
		.map(Number);
}

function holderFile(claimed: string): string {
	return path.join(claimed, 'holder.json');
}
