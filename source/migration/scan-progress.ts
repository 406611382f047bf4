import {type EngineEvent, type ScanSubject, type Side} from './events.ts';
import {readAll} from './pages.ts';
import {type Pages} from './ports.ts';

/** Counts what a scan reads and tells it, page by page. */
export class ScanProgress {
	readonly #side: Side;
	readonly #emit: (event: EngineEvent) => void;
	readonly #counts: Partial<Record<ScanSubject, number>> = {};

	constructor(side: Side, emit: (event: EngineEvent) => void) {
		this.#side = side;
		this.#emit = emit;
	}

	/** Reads pages to their end. */
	async readAll<Item extends {readonly id: string}>(
		subject: ScanSubject,
		pages: Pages<Item>,
	): Promise<readonly Item[]> {
		return readAll(this.count(subject, pages));
	}

	/**
	Passes pages on and counts their items.

	@yields The pages, as they come.
	*/
	async *count<Item>(subject: ScanSubject, pages: Pages<Item>): Pages<Item> {
		for await (const page of pages) {
			const count = (this.#counts[subject] ?? 0) + page.length;
			this.#counts[subject] = count;
			this.#emit({type: 'scan-progressed', side: this.#side, subject, count});
			yield page;
		}
	}

	finish(): void {
		this.#emit({
			type: 'scan-finished',
			side: this.#side,
			counts: {...this.#counts},
		});
	}
}
