/** One call as the site saw it. */
export type LoggedCall = {
	readonly at: string;
	readonly method: string;
	/** The path with its query; it holds no credentials. */
	readonly url: string;
	/** The operation's name, or `unknown` where the site has no such resource. */
	readonly operation: string;
	readonly isWrite: boolean;
	/** The status answered, or 0 where the connection was dropped before the call was looked at. */
	readonly status: number;
	/** The practice fault that hit this call. */
	readonly fault?: string | undefined;
	readonly caller?: string | undefined;
};

/** What was called. Every call is a read, a write or throttled; `byOperation` counts all three. */
export type PracticeCalls = {
	readonly reads: number;
	/** Calls of writing operations, whether they had an effect or were refused. */
	readonly writes: number;
	/** Calls answered 429. */
	readonly throttled: number;
	readonly byOperation: Readonly<Record<string, number>>;
	/** The latest calls, oldest first. */
	readonly log: readonly LoggedCall[];
};

const longestLog = 5000;

export class CallLog {
	#counts = {reads: 0, writes: 0, throttled: 0};
	#byOperation = new Map<string, number>();
	#log: LoggedCall[] = [];
	#total = 0;

	/** Calls since the start, whatever was reset. */
	get total(): number {
		return this.#total;
	}

	add(call: LoggedCall): void {
		const kind =
			call.status === 429 ? 'throttled' : call.isWrite ? 'writes' : 'reads';
		this.#total++;
		this.#counts[kind]++;
		this.#byOperation.set(
			call.operation,
			(this.#byOperation.get(call.operation) ?? 0) + 1,
		);
		this.#log.push(call);
		if (this.#log.length > 2 * longestLog) {
			this.#log = this.#log.slice(-longestLog);
		}
	}

	reset(): void {
		this.#counts = {reads: 0, writes: 0, throttled: 0};
		this.#byOperation = new Map();
		this.#log = [];
	}

	report(): PracticeCalls {
		return {
			...this.#counts,
			byOperation: Object.fromEntries(
				[...this.#byOperation].toSorted(([one], [other]) =>
					one < other ? -1 : 1,
				),
			),
			log: this.#log.slice(-longestLog),
		};
	}
}
