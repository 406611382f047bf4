import {bodyField} from '../http/body.ts';
import {empty, json} from '../http/answer.ts';
import {listing, serviceDeskPage} from '../http/page.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';
import {type Site} from '../site.ts';
import {type Project} from '../world/projects.ts';
import {organizationBody, organizationsAskedFor} from './organization.ts';

const root = '/rest/servicedeskapi/servicedesk';

/** Service projects, which this API calls service desks, and the organizations linked to them. */
export const serviceDeskRoutes: readonly Route[] = [
	{method: 'GET', path: root, audience: 'agents', handle: listServiceDesks},
	{
		method: 'GET',
		path: `${root}/{serviceDeskId}`,
		audience: 'agents',
		handle: (call) => json(serviceDeskBody(call.site, serviceDeskOf(call))),
	},
	{
		method: 'GET',
		path: `${root}/{serviceDeskId}/organization`,
		audience: 'agents',
		handle: listLinked,
	},
	{
		method: 'POST',
		path: `${root}/{serviceDeskId}/organization`,
		audience: 'agents',
		handle: link,
	},
	{
		method: 'DELETE',
		path: `${root}/{serviceDeskId}/organization`,
		audience: 'agents',
		handle: unlink,
	},
];

/** The service project named in the path by any of its identifiers, or a refusal. */
export function serviceDeskOf(call: Call): Project {
	const project = call.site.world.projects.findServiceDesk(
		call.path['serviceDeskId']!,
	);
	if (!project) {
		throw new Refusal(
			404,
			'The Service Desk you are trying to view does not exist.',
			{
				key: 'sd.agent.servicedesk.error.servicedesk.missing',
			},
		);
	}

	return project;
}

function listServiceDesks(call: Call) {
	return serviceDeskPage(
		call,
		listing(call.site.world.projects.all, (project) =>
			serviceDeskBody(call.site, project),
		),
	);
}

/** Source: Atlassian's OpenAPI, schema `ServiceDeskDTO`. */
function serviceDeskBody({url}: Site, {serviceDeskId, id, key, name}: Project) {
	return {
		id: String(serviceDeskId),
		projectId: String(id),
		projectName: name,
		projectKey: key,
		projectTypeKey: 'service_desk',
		_links: {self: `${url}${root}/${serviceDeskId}`},
	};
}

function listLinked(call: Call) {
	const {organizations} = serviceDeskOf(call);
	const linked = organizationsAskedFor(call).filter(({facts}) =>
		organizations.has(facts.id),
	);
	return serviceDeskPage(
		call,
		listing(linked, (organization) =>
			organizationBody(call.site, organization),
		),
	);
}

/** Answers 204 whether the organization was linked before or not. */
function link(call: Call) {
	const {key, organizations} = serviceDeskOf(call);
	const organizationId = organizationInBody(call);
	if (!organizations.has(organizationId)) {
		call.site.commit({
			type: 'organization-linked',
			projectKey: key,
			organizationId,
		});
	}

	return empty();
}

function unlink(call: Call) {
	const {key, organizations} = serviceDeskOf(call);
	const organizationId = organizationInBody(call);
	if (organizations.has(organizationId)) {
		call.site.commit({
			type: 'organization-unlinked',
			projectKey: key,
			organizationId,
		});
	}

	return empty();
}

function organizationInBody(call: Call): number {
	const organizationId = bodyField(call, 'organizationId');
	if (
		typeof organizationId !== 'number' ||
		!call.site.world.organizations.find(organizationId)
	) {
		throw new Refusal(404, 'The organization does not exist.', {
			key: 'sd.organisation.error.not.found',
		});
	}

	return organizationId;
}
