import {type FileErrorCode, StoreError} from './store-error.ts';

/** Does work on a file, with the file system's errors translated. */
export function onFile<Result>(
	path: string,
	work: () => Result,
	codeOf: (reason: string) => FileErrorCode = fileErrorCode,
): Result {
	try {
		return work();
	} catch (error) {
		const reason = systemReason(error);

		if (reason === undefined) {
			throw error;
		}

		throw new StoreError({code: codeOf(reason), path, reason}, {cause: error});
	}
}

/** Such as `ENOENT`. Undefined for errors that do not come from the system: those are mistakes of ours. */
export function systemReason(error: unknown): string | undefined {
	return error instanceof Error && 'errno' in error && 'code' in error
		? String(error.code)
		: undefined;
}

export function fileErrorCode(reason: string): FileErrorCode {
	switch (reason) {
		case 'ENOSPC':
		case 'EDQUOT': {
			return 'disk-full';
		}

		case 'EACCES':
		case 'EPERM':
		case 'EROFS': {
			return 'not-writable';
		}

		default: {
			return 'unusable';
		}
	}
}
