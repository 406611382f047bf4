import process from 'node:process';
import type * as sqlite from 'node:sqlite';

// Whoever needs these types takes them from here, since an import of the module itself would load it.
export type {
	DatabaseSync,
	SQLInputValue,
	SQLOutputValue,
	StatementSync,
} from 'node:sqlite';

/**
Loads SQLite when it is needed, and without the warning that Node 22 prints for it. Any other warning still gets through.
*/
export function loadSqlite(
	host: Pick<typeof process, 'emitWarning' | 'getBuiltinModule'> = process,
): typeof sqlite {
	const {emitWarning} = host;

	host.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
		if (!String(warning).startsWith('SQLite is an experimental feature')) {
			Reflect.apply(emitWarning, host, [warning, ...rest]);
		}
	};

	try {
		return host.getBuiltinModule('node:sqlite');
	} finally {
		host.emitWarning = emitWarning;
	}
}
