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
	const all = sites.map((site) => cellsOf(site));
	const columns = columnsFor(all, width);
	const widths = layOut(columns, width);
	const titles = columns.map(({title}) => title);
	return {
		titles: rowText(titles, columns, widths),
		rows: all.map((cells) => rowText(cells, columns, widths)),
	};
}

function cellsOf({name, url, token, email}: Saved): readonly string[] {
	return [
		neutralise(name),
		neutralise(url.replace(/^https?:\/\//v, '')),
		token === 'asked' ? 'to be typed' : token,
		neutralise(email),
	];
}

/** As wide as what stands in them. Where that is too much, names are cut first, then addresses, never tokens. */
function columnsFor(
	all: ReadonlyArray<readonly string[]>,
	width: number,
): readonly Column[] {
	const natural = ['Name', 'Address', 'Token'].map((title, index) =>
		widest([title, ...all.map((cells) => cells[index] ?? '')]),
	);
	const [nameColumns = 0, addressColumns = 0, token = 0] = natural;
	const room = width - token - 2 * gap;
	const name = Math.min(nameColumns, Math.floor(room / 3));
	const address = Math.min(addressColumns, room - name);
	return [
		{title: 'Name', least: name, share: 0},
		{title: 'Address', least: address, share: 0},
		{title: 'Token', least: token, share: 0},
		{title: 'Login', least: 16, share: 1, rank: 1},
	];
}
