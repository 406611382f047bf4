import {neutralise} from '../../text/neutralise.ts';
import {type FacetName, type TableQuery, facetNames} from './browser.ts';

/** Facets in the words of the screen. */
export const facetTitles: Readonly<Record<FacetName, string>> = {
	outcome: 'outcome',
	organization: 'organization',
	domain: 'domain',
};

/** `only outcome created, domain acme.example`; nothing where all is shown. */
export function narrowingText(facets: TableQuery['facets']): string {
	const parts = facetNames.flatMap((name) => {
		const value = facets[name];
		return value === undefined
			? []
			: [`${facetTitles[name]} ${neutralise(value)}`];
	});
	return parts.length === 0 ? '' : `only ${parts.join(', ')}`;
}

/** How far a long search has come: `looking… 43 %`. */
export function searchText(done: number): string {
	return done >= 1 ? '' : `looking… ${Math.floor(done * 100)} %`;
}
