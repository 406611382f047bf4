import {setImmediate} from 'node:timers/promises';
import {chunks} from '../../source/migration/chunks.ts';
import {type CallCounts} from '../../source/migration/calls.ts';
import {PaceControl} from '../../source/jira/pace-control.ts';
import {type Pages} from '../../source/migration/ports.ts';
import {
	type SiteCall,
	type SiteListener,
	siteError,
} from './memory-site-faults.ts';

type Operation = SiteCall['operation'];

/** How calls come and go at a site in memory: each takes a turn of the event loop, is counted, and is told to listeners before and after it acts. */
export class SiteCalls {
	/** Holds writes back while an admin pauses. */
	readonly pace = new PaceControl();
	readonly #pageSize: number;
	readonly #counts = {reads: 0, writes: 0};
	readonly #listeners = new Set<SiteListener>();

	constructor(pageSize: number) {
		this.#pageSize = pageSize;
	}

	counts(): CallCounts {
		return {...this.#counts, throttled: 0, retried: 0};
	}

	listen(listener: SiteListener): () => void {
		this.#listeners.add(listener);
		return () => {
			this.#listeners.delete(listener);
		};
	}

	/**
	A list as it is at the first page, one read a page.

	@yields Pages, an empty one where there is nothing.
	*/
	async *pages<Item>(
		operation: Operation,
		signal: AbortSignal | undefined,
		list: () => readonly Item[],
	): Pages<Item> {
		const items = await this.read(operation, signal, list);
		const [first = [], ...rest] = chunks(items, this.#pageSize);
		yield first;

		for (const page of rest) {
			yield await this.read(operation, signal, () => page);
		}
	}

	/** A stop signal ends a read at once. */
	async read<Answer>(
		operation: Operation,
		signal: AbortSignal | undefined,
		answer: () => Answer,
	): Promise<Answer> {
		const number = ++this.#counts.reads;
		await setImmediate();
		assertNotStopped(signal);
		this.#tell({operation, kind: 'read', number, moment: 'before'});
		const found = answer();
		this.#tell({operation, kind: 'read', number, moment: 'after'});
		await setImmediate();
		assertNotStopped(signal);
		return found;
	}

	/** A write that has left is answered, whatever the signal says meanwhile. */
	async write<Answer>(
		operation: Operation,
		signal: AbortSignal | undefined,
		act: () => Answer,
	): Promise<Answer> {
		await this.pace.resumed(signal);
		assertNotStopped(signal);
		return this.pace.fly(async () => {
			const number = ++this.#counts.writes;
			await setImmediate();
			this.#tell({operation, kind: 'write', number, moment: 'before'});
			const answer = act();
			this.#tell({operation, kind: 'write', number, moment: 'after'});
			await setImmediate();
			return answer;
		});
	}

	#tell(call: SiteCall): void {
		for (const listener of this.#listeners) {
			listener(call);
		}
	}
}

function assertNotStopped(signal: AbortSignal | undefined): void {
	if (signal?.aborted) {
		throw siteError('stopped');
	}
}
