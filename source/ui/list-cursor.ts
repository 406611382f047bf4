/** The part of a list that is on screen: from the first index up to, but without, the second. */
export type ListWindow = {
	readonly from: number;
	readonly to: number;
};

/**
Where a key moves the cursor of a list; it never leaves the list.

@returns Undefined where the key moves nothing.
*/
export function moveCursor(
	cursor: number,
	key: string,
	{count, page}: {readonly count: number; readonly page: number},
): number | undefined {
	const target = targetOf(cursor, key, count, page);
	return target === undefined
		? undefined
		: Math.max(0, Math.min(target, count - 1));
}

/** Keeps the cursor in the middle wherever the list goes on both ways. */
export function windowAround(
	cursor: number,
	count: number,
	rows: number,
): ListWindow {
	const size = Math.max(0, Math.min(rows, count));
	const middle = cursor - Math.floor(size / 2);
	const from = Math.max(0, Math.min(middle, count - size));
	return {from, to: from + size};
}

function targetOf(
	cursor: number,
	key: string,
	count: number,
	page: number,
): number | undefined {
	switch (key) {
		case 'up':
		case 'k': {
			return cursor - 1;
		}

		case 'down':
		case 'j': {
			return cursor + 1;
		}

		case 'pageup': {
			return cursor - page;
		}

		case 'pagedown': {
			return cursor + page;
		}

		case 'home': {
			return 0;
		}

		case 'end': {
			return count - 1;
		}

		default: {
			return undefined;
		}
	}
}
