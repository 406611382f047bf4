import {neutralise} from '../../text/neutralise.ts';
import {type Column, gap, layOut, rowText} from './columns.ts';
import {widest} from './fit.ts';

/** A site as it was saved. */
type Saved = {
	readonly name: string;
	readonly url: string;
	readonly email: string;
	readonly token: 'keychain' | 'environment' | 'practice' | 'asked';
};

type SavedSiteRows = {
	readonly titles: string;
	readonly rows: readonly string[];
};

/**
Saved sites under each other in so many columns. Where a site is and where its token comes from is always there; the login stands last and gives way first.
*/
export function savedSiteRows(
	sites: readonly Saved[],
	width: number,
): SavedSiteRows {
	const all = sites.map((site) => savedSiteCells(site));
	const columns = columnsFor(all, width);
	const widths = layOut(columns, width);
	return {
		titles: rowText(savedSiteTitles, columns, widths),
		rows: all.map((cells) => rowText(cells, columns, widths)),
	};
}

type SavedSiteCells = readonly [
	name: string,
	address: string,
	token: string,
	login: string,
];

export const savedSiteTitles: SavedSiteCells = [
	'Name',
	'Address',
	'Token',
	'Login',
];

export function savedSiteCells({
	name,
	url,
	token,
	email,
}: Saved): SavedSiteCells {
	return [
		neutralise(name),
		neutralise(url.replace(/^https?:\/\//v, '')),
		token === 'asked' ? 'to be typed' : token,
		neutralise(email),
	];
}

/** As wide as what stands in them. Where that is too much, names are cut first, then addresses, never tokens. */
function columnsFor(
	all: readonly SavedSiteCells[],
	width: number,
): readonly Column[] {
	const natural = (index: 0 | 1 | 2) =>
		widest([savedSiteTitles, ...all].map((cells) => cells[index]));
	const token = natural(2);
	const room = width - token - 2 * gap;
	const name = Math.min(natural(0), Math.floor(room / 3));
	const address = Math.min(natural(1), room - name);
	return [
		{title: savedSiteTitles[0], least: name, share: 0},
		{title: savedSiteTitles[1], least: address, share: 0},
		{title: savedSiteTitles[2], least: token, share: 0},
		{title: savedSiteTitles[3], least: 16, share: 1, rank: 1},
	];
}
