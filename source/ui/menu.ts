import {type Action} from './actions.ts';
import {type ListId} from './cursors.ts';

/** One thing to choose, and what happens then. */
export type Choice = {
	readonly label: string;
	/** Said behind the label, as far as there is room. */
	readonly detail?: string;
	readonly action: Action;
};

/** A single choice on a screen. Its mark is kept, so that it stands where it was after going back. */
export type Menu = {
	readonly list: ListId;
	readonly choices: readonly Choice[];
};
