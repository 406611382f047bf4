import {type SharedCount} from './present/shared-requests.ts';

/** Requests shared with organizations of the destination, by their ids, as far as they were counted. */
export type SharedState = Readonly<
	Record<string, Exclude<SharedCount, 'counting'>>
>;

export type SharedAction = {
	readonly type: 'shared-counted';
	readonly organization: string;
	readonly found: SharedState[string];
};

export function reduceShared(
	shared: SharedState,
	{organization, found}: SharedAction,
): SharedState {
	return {...shared, [organization]: found};
}

export function sharedWith(
	{shared}: {readonly shared: SharedState},
	organization: string,
): SharedCount {
	return Object.hasOwn(shared, organization)
		? shared[organization]!
		: 'counting';
}
