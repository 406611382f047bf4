import {neutralise} from '../text/neutralise.ts';
import {type CheckedSite} from './services.ts';
import {type Line, blank, line} from './present/line.ts';
import {findingLines} from './present/site-checks.ts';
import {wrap} from './present/wrap.ts';

/** What a check of a site found, for both sides it may be on, and where its token is. */
export function checkedLines(
	site: CheckedSite,
	columns: number,
): readonly Line[] {
	const text = (words: string) => wrap(words, columns).map((row) => line(row));
	return [
		line(neutralise(`${site.name}, ${site.url}`), 'strong'),
		...text(tokenWords(site)),
		blank,
		line('As a source', 'strong'),
		...findingLines(site.checks.source, columns),
		blank,
		line('As a destination', 'strong'),
		...findingLines(site.checks.destination, columns),
	];
}

function tokenWords({token, hasKeychain}: CheckedSite): string {
	switch (token) {
		case 'keychain': {
			return 'Its token is in the keychain.';
		}

		case 'environment': {
			return 'Its token is in the environment; nothing is kept.';
		}

		case 'practice': {
			return 'A practice site; its token needs no keeping.';
		}

		case 'asked': {
			return hasKeychain
				? 'Its token was typed, and is asked each time unless it is kept in the keychain: press k.'
				: 'Its token was typed. There is no keychain here, so it is asked each time, or read from JSM_FERRY_FROM_TOKEN or JSM_FERRY_TO_TOKEN.';
		}
	}
}
