import {type Column} from './columns.ts';

/**
What a cell is sorted by: numbers by their size, text without regard to case, and an accent after its letter. A comparison in the order of a language would take a hundred times as long.
*/
export function sortKeyOf(cell: string, side: Column['side']): number | string {
	if (side !== 'right') {
		return cell.toLowerCase().normalize('NFD');
	}

	const number = Number(cell.replaceAll(',', ''));
	return Number.isNaN(number) ? 0 : number;
}
