import {SiteError} from '../migration/site-error.ts';

/** Reads what a login may not be allowed to see. Roles, schemes and requests answer 404 also to those who may not see them; undefined stands for both. */
export async function unlessHidden<Found>(
	read: () => Promise<Found>,
): Promise<Found | undefined> {
	try {
		return await read();
	} catch (error) {
		const isHidden =
			error instanceof SiteError &&
			['forbidden', 'not-found'].includes(error.facts.code);

		if (isHidden) {
			return undefined;
		}

		throw error;
	}
}
