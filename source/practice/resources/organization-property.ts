import {Buffer} from 'node:buffer';
import {empty, json} from '../http/answer.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';
import {organizationOf, visibleOrganization} from './organization.ts';

const root = '/rest/servicedeskapi/organization/{organizationId}/property';

/** Properties of organizations: JSON values that only the API shows. */
export const organizationPropertyRoutes: readonly Route[] = [
	{method: 'GET', path: root, audience: 'users', handle: listKeys},
	{
		method: 'GET',
		path: `${root}/{propertyKey}`,
		audience: 'users',
		handle: getProperty,
	},
	{
		method: 'PUT',
		path: `${root}/{propertyKey}`,
		audience: 'agents',
		handle: setProperty,
	},
	{
		method: 'DELETE',
		path: `${root}/{propertyKey}`,
		audience: 'agents',
		handle: deleteProperty,
	},
];

function listKeys(call: Call) {
	const {facts, properties} = visibleOrganization(call);
	const link = `${call.site.url}/rest/servicedeskapi/organization/${facts.id}/property`;
	return json({
		keys: Array.from(properties.keys(), (key) => ({
			self: `${link}/${encodeURIComponent(key)}`,
			key,
		})),
	});
}

function getProperty(call: Call) {
	const {properties} = visibleOrganization(call);
	const key = keyOf(call);
	if (!properties.has(key)) {
		throw new Refusal(404, `The property '${key}' does not exist.`);
	}

	return json({key, value: properties.get(key)});
}

function setProperty(call: Call) {
	const {facts, properties} = organizationOf(call);
	const key = keyOf(call);
	if (call.body === undefined || JSON.stringify(call.body).length > 32_768) {
		throw new Refusal(
			400,
			'The value must be JSON of at most 32768 characters.',
		);
	}

	const isNew = !properties.has(key);
	call.site.commit({
		type: 'property-set',
		organizationId: facts.id,
		key,
		value: call.body,
	});
	return empty(isNew ? 201 : 200);
}

function deleteProperty(call: Call) {
	const {facts, properties} = organizationOf(call);
	const key = keyOf(call);
	if (!properties.has(key)) {
		throw new Refusal(404, `The property '${key}' does not exist.`);
	}

	call.site.commit({type: 'property-deleted', organizationId: facts.id, key});
	return empty();
}

function keyOf(call: Call): string {
	const key = call.path['propertyKey']!;
	if (Buffer.byteLength(key) > 255) {
		throw new Refusal(400, 'The key of a property has at most 255 bytes.');
	}

	return key;
}
