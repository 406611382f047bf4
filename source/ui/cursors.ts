import {type Side} from '../migration/events.ts';

/** Every list and menu there is. Each remembers where its cursor was. */
export type ListId =
	| Side
	| 'home'
	| 'runs'
	| 'findings'
	| 'projects'
	| 'counterparts'
	| 'scope'
	| 'plan'
	| 'conflicts'
	| 'decision'
	| 'targets'
	| 'map'
	| 'remaining'
	| 'renames'
	| 'merge-all'
	| 'confirm'
	| 'report'
	| 'details'
	| 'export'
	| 'next'
	| 'help'
	| 'quit'
	| 'comparison'
	| 'facets'
	| 'decision-file'
	| 'wrong-lines'
	| 'act'
	| 'act-answer'
	| 'act-choice'
	| 'sites'
	| 'remove-site';

export type Cursors = Readonly<Partial<Record<ListId, number>>>;

export function cursorOf(cursors: Cursors, list: ListId): number {
	return cursors[list] ?? 0;
}
