import {neutralise} from '../../text/neutralise.ts';
import {type Column} from './columns.ts';
import {type Joined} from './counterparts.ts';

export const projectColumns: readonly Column[] = [
	{title: 'Key', least: 10, share: 0},
	{title: 'Service project', least: 14, share: 1, rank: 1},
	{title: 'Counterpart', least: 16, share: 1},
	{title: '', least: 9, share: 0, rank: 2},
];

/** A service project of the source and what it is joined to. */
export function projectCells(
	{from, to, likeness = 'chosen'}: Joined,
	isTicked: boolean,
): readonly string[] {
	return [
		`${isTicked ? '[x]' : '[ ]'} ${neutralise(from.key)}`,
		neutralise(from.name),
		to === undefined
			? '! no counterpart'
			: `→ ${neutralise(to.key)}  ${neutralise(to.name)}`,
		to === undefined ? '' : likeness,
	];
}

/** What follows for a copy from how a service project is joined. */
export function consequence({from, to}: Joined, destination: string): string {
	return to === undefined
		? `${neutralise(from.key)} has no counterpart on ${destination}: its customers and organizations are copied, but get no access to a project there.`
		: `Organizations and customers of ${neutralise(from.key)} get access to ${neutralise(to.key)} on ${destination}.`;
}
