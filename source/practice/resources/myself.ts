import {json} from '../http/answer.ts';
import {type Call, type Route} from '../http/route.ts';
import {groupBody} from './group.ts';
import {licences} from './application-role.ts';
import {userBody} from './user-shape.ts';

export const myselfRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/rest/api/3/myself',
		audience: 'users',
		handle: (call) => json(expandedUser(call, call.caller!)),
	},
];

/** A user with the groups and application roles the query asks for in `expand`. */
export function expandedUser(call: Call, person: NonNullable<Call['caller']>) {
	const {site} = call;
	const expand = new Set((call.query.get('expand') ?? '').split(','));
	const groups = site.world.groups.of(person.accountId);
	const list = <Item>(items: readonly Item[]) => ({size: items.length, items});
	return {
		...userBody(site, person),
		locale: 'en_US',
		groups: list(
			expand.has('groups') ? groups.map((group) => groupBody(site, group)) : [],
		),
		applicationRoles: list(
			expand.has('applicationRoles')
				? licences(site).filter(({groups: names}) =>
						groups.some(({name}) => names.includes(name)),
					)
				: [],
		),
		expand: 'groups,applicationRoles',
	};
}
