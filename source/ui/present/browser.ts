import {type CallSubject} from '../../migration/recorded-calls.ts';
import {type Column} from './columns.ts';
import {type Line, type Tone} from './line.ts';

/** What rows can be told apart by, besides their text. */
export const facetNames = ['outcome', 'organization', 'domain'] as const;

export type FacetName = (typeof facetNames)[number];

/** What a row is about: what can be looked into and opened from it. */
export type Subject = CallSubject & {
	/** As the screen calls it. */
	readonly label: string;
	/** Its page on the destination, where there is one. */
	readonly page?: string;
};

/** One row of a browsable table. */
export type BrowserRow = {
	readonly cells: readonly string[];
	readonly tone?: Tone;
	/** What the row says when it is opened, in so many columns. */
	readonly details: (columns: number) => readonly Line[];
	readonly subject?: Subject;
	/** The account or the email domain it is about, where that can be changed. */
	readonly about?: string;
	/** Tells rows apart, where something is done with one. */
	readonly id?: string;
};

/** Rows by their places, so that any of a million can be made when it is looked at. */
export type RowSource = {
	/** How many places there are. */
	readonly total: number;
	/** Undefined where a place has no row; then all have to be looked at to count them. */
	readonly at: (place: number) => BrowserRow | undefined;
	/** Whether every place has a row. */
	readonly isWhole: boolean;
};

/** A table that can be browsed, filtered and sorted; its rows are made when they are looked at. */
export type BrowserTable = {
	readonly columns: readonly Column[];
	readonly rows: RowSource;
	/** What the row of a place has of each facet that the table has; a customer may be in many organizations. */
	readonly facets?: Readonly<
		Partial<Record<FacetName, (place: number) => readonly string[]>>
	>;
	/** What facets need before they are asked, a little with each step. */
	readonly prepareFacets?: () => Iterable<unknown>;
	/** What an empty table means. */
	readonly emptyText: string;
};

/** What narrows a table down, and its order. */
export type TableQuery = {
	readonly text: string;
	readonly facets: Readonly<Partial<Record<FacetName, string>>>;
	readonly sort?: {
		/** Index of the column. */
		readonly column: number;
		readonly isDescending: boolean;
	};
};

export const everything: TableQuery = {text: '', facets: {}};

/** Whether some rows may be missing. */
export function isNarrowed({text, facets}: TableQuery): boolean {
	return text !== '' || Object.keys(facets).length > 0;
}

/** Whether a row has the text in any cell, in any case. The text is in lower case. */
export function hasText({cells}: BrowserRow, text: string): boolean {
	return text === '' || cells.some((cell) => cell.toLowerCase().includes(text));
}

/** The part of an email behind its last at sign, in lower case; nothing where there is none. */
export function domainsOf(email: string): readonly string[] {
	const at = email.lastIndexOf('@');
	return at === -1 ? [] : [email.slice(at + 1).toLowerCase()];
}
