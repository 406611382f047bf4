import {type Column} from './columns.ts';

const outcomeColumn: Column = {title: 'Outcome', least: 13, share: 0};

export const customerColumns: readonly Column[] = [
	outcomeColumn,
	{title: 'Email', least: 24, share: 2},
	{title: 'Name', least: 14, share: 2},
	{title: 'Problem', least: 16, share: 3},
];

export const organizationColumns: readonly Column[] = [
	outcomeColumn,
	{title: 'Organization', least: 22, share: 2},
	{title: 'Name there', least: 16, share: 2},
	{title: 'Members', least: 9, share: 0, side: 'right'},
	{title: 'Projects', least: 10, share: 1},
];

export const membershipColumns: readonly Column[] = [
	outcomeColumn,
	{title: 'Email', least: 24, share: 2},
	{title: 'Organization', least: 18, share: 2},
	{title: 'Problem', least: 16, share: 2},
];

export const problemColumns: readonly Column[] = [
	{title: 'Who or what', least: 24, share: 1},
	{title: 'Problem', least: 13, share: 2},
];

export const leftSourceColumns: readonly Column[] = [
	{title: 'What', least: 13, share: 0},
	{title: 'Who or which', least: 22, share: 2},
	{title: 'Organization', least: 16, share: 1},
];

export const leftOutColumns: readonly Column[] = [
	{title: 'Why', least: 11, share: 0},
	{title: 'Email', least: 22, share: 2},
	{title: 'Name', least: 14, share: 1},
	{title: 'Related as', least: 20, share: 2},
];

export const followUpColumns: readonly Column[] = [
	{title: 'For', least: 7, share: 0, side: 'right'},
	{title: 'What to do', least: 20, share: 1},
];

export const callColumns: readonly Column[] = [
	{title: 'Step', least: 7, share: 0, side: 'right'},
	{title: 'Outcome', least: 9, share: 0},
	{title: 'Call', least: 18, share: 1},
	{title: 'About', least: 16, share: 1},
	{title: 'Request id', least: 16, share: 1},
];
