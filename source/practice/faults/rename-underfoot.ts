import {bodyField} from '../http/body.ts';
import {type Call} from '../http/route.ts';

/**
Somebody else renames an organization just before a call has its effect. A call that creates one finds its name taken
by another; a call on an organization finds it under another name.
*/
export function renameUnderfoot(call: Call, newName: string | undefined): void {
	const {site} = call;
	const {organizations} = site.world;
	const wanted = bodyField(call, 'name');
	const target =
		typeof wanted === 'string'
			? organizations.list('by-id').find(({facts}) => facts.name !== wanted)
			: organizations.find(Number(call.path['organizationId']));
	if (!target) {
		return;
	}

	const name =
		typeof wanted === 'string'
			? wanted
			: (newName ?? `${target.facts.name.slice(0, 190)} (renamed)`);
	site.commit({
		type: 'organization-renamed',
		organizationId: target.facts.id,
		name,
	});
}
