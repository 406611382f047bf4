import {type SnapshotSerializer} from 'vitest';

/** Screens stand in tests as they are, without quotation marks around them. */
const screenSerializer: SnapshotSerializer = {
	test: (value: unknown) => typeof value === 'string' && value.includes('\n'),
	serialize: (value: string) => value,
};

export default screenSerializer;
