/** One key as the screens know it. */
export type KeyPress = {
	/** Such as `enter`, `up`, `ctrl+c`, `/` or `a`. */
	readonly name: string;
	/** What it adds to a text field; missing for keys that write nothing. */
	readonly text?: string;
};
