import {createHash, randomUUID} from 'node:crypto';
import path from 'node:path';
import {type Clock} from '../migration/ports.ts';
import {
	claimPath,
	clearBelow,
	isFirstToClaim,
	lastNumber,
	letGo,
	readHolder,
} from './lock-claims.ts';
import {type LockHolder} from './lock-holder.ts';
import {makeFolder} from './make-folder.ts';
import {type Pair} from './pair.ts';
import {isRunning, processBirth} from './process-birth.ts';
import {StoreError} from './store-error.ts';
import {onFile} from './system-error.ts';

/** Milliseconds for which a lock from another host is believed: longer than any copy takes, since nobody here can ask whether its process still lives. */
export const otherHostIsBelieved = 7 * 24 * 60 * 60 * 1000;

/** Each attempt fails because somebody else got on, so that more than a few mean that something is wrong. */
const mostAttempts = 100;

export type LockTaker = Pick<Clock, 'now'> & {
	readonly pid: number;
	readonly host: string;
	/** Where a person may find it, such as `/dev/pts/3`. */
	readonly terminal?: string;
};

export type Lock = {
	/** Gives the pair free. Harmless when repeated, or when somebody has taken the lock over. */
	release(): void;
};

/**
Takes the lock of a pair: one run at a time.

@throws StoreError `locked` when somebody else holds it. What a dead process of this host left behind is taken over.
*/
export function takeLock(
	home: string,
	pair: Pair,
	{now, pid, host, terminal}: LockTaker,
): Lock {
	const folder = lockFolder(home, pair);
	const claim: LockHolder = {
		token: randomUUID(),
		pid,
		birth: processBirth(pid),
		host,
		terminal,
		since: now().toISOString(),
		source: pair.source.url,
		destination: pair.destination.url,
	};
	const number = onFile(folder, () => {
		makeFolder(folder);
		return takeNumber(folder, claim);
	});

	return {
		release() {
			onFile(folder, () => {
				letGo(claimPath(folder, number), claim);
			});
		},
	};
}

function takeNumber(folder: string, claim: LockHolder): number {
	for (let attempt = 0; attempt < mostAttempts; attempt++) {
		const last = lastNumber(folder);
		refuseIfHeld(claimPath(folder, last), claim);

		if (isFirstToClaim(folder, last + 1, claim)) {
			clearBelow(folder, last + 1);
			return last + 1;
		}
	}

	const reason = 'no number to be had';
	throw new StoreError({code: 'unusable', path: folder, reason});
}

function refuseIfHeld(claimed: string, {host, since}: LockHolder): void {
	const holder = readHolder(claimed);

	if (holder === undefined) {
		return;
	}

	const isHeld =
		holder.host === host
			? isRunning(holder.pid, holder.birth)
			: Date.parse(since) - Date.parse(holder.since) < otherHostIsBelieved;

	if (isHeld) {
		throw new StoreError({code: 'locked', path: claimed, holder});
	}
}

/** Site ids may hold what a file name can't. */
function lockFolder(home: string, {source, destination}: Pair): string {
	const name = createHash('sha256')
		.update(JSON.stringify([source.id, destination.id]))
		.digest('hex')
		.slice(0, 16);
	return path.join(home, 'locks', name);
}
