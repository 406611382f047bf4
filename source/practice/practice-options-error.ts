/** An option of the practice sites is wrong; the message says what is allowed. */
export class PracticeOptionsError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'PracticeOptionsError';
	}
}
