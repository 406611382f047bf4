import {type Figure} from './figure.ts';
import {again} from './figures/again.ts';
import {calls} from './figures/calls.ts';
import {peer} from './figures/peer.ts';
import {planning} from './figures/planning.ts';
import {related} from './figures/related.ts';
import {rows} from './figures/rows.ts';
import {scale} from './figures/scale.ts';
import {screen} from './figures/screen.ts';
import {start} from './figures/start.ts';
import {time} from './figures/time.ts';

/** All figures, in the order of the table. */
export const figures: readonly Figure[] = [
	// First, since what takes a gigabyte leaves the machine with work that a start would wait for.
	start,
	calls,
	time,
	peer,
	scale,
	screen,
	rows,
	planning,
	again,
	related,
];
