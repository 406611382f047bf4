import {neutralise} from '../text/neutralise.ts';

/** The ampersand comes first, since the others bring ampersands of their own. */
const entities = [
	['&', '&amp;'],
	['<', '&lt;'],
	['>', '&gt;'],
	['"', '&quot;'],
	["'", '&#39;'],
] as const;

/** Untrusted text for a page: nothing in it is markup, and control characters are made visible. */
export function escapeHtml(text: string): string {
	let escaped = neutralise(text);

	for (const [character, entity] of entities) {
		escaped = escaped.replaceAll(character, () => entity);
	}

	return escaped;
}
