/** Callers who go one after the other. */
export class Line {
	#last: Promise<unknown> = Promise.resolve();

	/** Does the work when everyone who came before is through with his, however that ended. */
	async follow<Result>(work: () => Promise<Result>): Promise<Result> {
		const turn = this.#last.then(work);
		this.#last = turn.catch(() => undefined);
		return turn;
	}
}
