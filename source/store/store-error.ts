import {type LockHolder} from './lock-holder.ts';

/** What stood in the way of keeping something, so that callers need not know SQLite or errno. */
export type StoreErrorFacts =
	| {
			readonly code: FileErrorCode;
			readonly path: string;
			/** The system's own word for it, such as `EROFS` or `SQLITE_BUSY`. */
			readonly reason?: string;
	  }
	| {
			readonly code: 'settings-newer' | 'ledger-newer';
			readonly path: string;
			/** The file's version. */
			readonly version: number;
			/** The newest version this program can read. */
			readonly known: number;
	  }
	| {
			readonly code: 'locked';
			/** The lock, for a person who knows better to remove. */
			readonly path: string;
			readonly holder: LockHolder;
	  };

export type FileErrorCode =
	/** The home folder can't be made, or nothing can be put into it. */
	| 'home-not-writable'
	/** A file in it can't be written: its permissions, or a read-only file system. */
	| 'not-writable'
	/** No space, or the quota is used up. */
	| 'disk-full'
	/** The file can't be read or written for another reason. */
	| 'unusable'
	/** What is in the file makes no sense. Met on opening, such a file is set aside instead. */
	| 'settings-damaged'
	| 'ledger-damaged'
	/** Another process kept the ledger to itself for longer than anyone would wait. */
	| 'ledger-busy';

export type StoreErrorCode = StoreErrorFacts['code'];

/** Something could not be kept or read back. The words for people are made from its facts. */
export class StoreError extends Error {
	override readonly name = 'StoreError';
	readonly facts: StoreErrorFacts;

	constructor(facts: StoreErrorFacts, options?: ErrorOptions) {
		const reason =
			'reason' in facts && facts.reason !== undefined
				? ` (${facts.reason})`
				: '';
		super(`${facts.path}: ${facts.code}${reason}`, options);
		this.facts = facts;
	}

	get code(): StoreErrorCode {
		return this.facts.code;
	}
}
