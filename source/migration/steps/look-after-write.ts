import {SiteError} from '../site-error.ts';

/**
Looks at what a write has done. The write has been answered by then, so trouble with the look leaves open what it did: the error says so, whatever a failed read says of itself.
*/
export async function lookAfterWrite<Found>(
	look: () => Promise<Found>,
): Promise<Found> {
	try {
		return await look();
	} catch (error) {
		throw error instanceof SiteError
			? new SiteError({...error.facts, mayHaveHappened: true}, {cause: error})
			: error;
	}
}
