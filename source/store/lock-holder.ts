import * as z from 'zod';

/** Who holds the lock of a pair, for whoever finds it taken. */
export type LockHolder = Readonly<z.infer<typeof lockHolderSchema>>;

export const lockHolderSchema = z.object({
	/** Tells this holder from every other, also one with the same process number. */
	token: z.string(),
	pid: z.int().positive(),
	/** When the process began, in the kernel's units, where the system tells it. */
	birth: z.string().optional(),
	host: z.string(),
	/** Such as `/dev/pts/3`. */
	terminal: z.string().optional(),
	/** ISO 8601. */
	since: z.iso.datetime(),
	source: z.string(),
	destination: z.string(),
});
