import {json} from '../http/answer.ts';
import {isAgent} from '../http/login.ts';
import {listing, platformPage} from '../http/page.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';
import {type Site} from '../site.ts';
import {type Project} from '../world/projects.ts';
import {userBodyOf} from './user-shape.ts';

const root = '/rest/api/3/project';

/** Projects as the platform API shows them. */
export const projectRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: `${root}/search`,
		audience: 'users',
		handle: searchProjects,
	},
	{
		method: 'GET',
		path: `${root}/{projectIdOrKey}`,
		audience: 'agents',
		forbiddenStatus: 404,
		handle: getProject,
	},
	{
		method: 'GET',
		path: `${root}/{projectIdOrKey}/components`,
		audience: 'agents',
		forbiddenStatus: 404,
		handle: listComponents,
	},
];

/** The project named in the path, under whichever name the operation gives it, or a refusal. */
export function projectOf(call: Call): Project {
	const idOrKey =
		call.path['projectIdOrKey'] ?? call.path['projectKeyOrId'] ?? '';
	const project = call.site.world.projects.find(idOrKey);
	if (!project) {
		throw new Refusal(404, `No project could be found with key '${idOrKey}'.`);
	}

	return project;
}

/** A project inside another answer. */
export function projectBody(site: Site, {id, key, name, management}: Project) {
	return {
		self: `${site.url}${root}/${id}`,
		id: String(id),
		key,
		name,
		projectTypeKey: 'service_desk',
		simplified: management === 'team',
		avatarUrls: site.avatarUrls,
	};
}

/** Whoever may browse no project finds none (documented). */
function searchProjects(call: Call) {
	const keys = call.query.getAll('keys');
	const query = (call.query.get('query') ?? '').toLowerCase();
	const typeKeys = call.query.get('typeKey')?.split(',');
	const visible = isAgent(call) ? call.site.world.projects.all : [];
	const found = visible
		.filter(({key}) => keys.length === 0 || keys.includes(key))
		.filter(({key, name}) => `${key}\n${name}`.toLowerCase().includes(query))
		.filter(() => typeKeys?.includes('service_desk') ?? true);
	return platformPage(
		call,
		listing(found, (project) => detailedBody(call.site, project)),
		100,
	);
}

function getProject(call: Call) {
	const project = projectOf(call);
	const lead = userBodyOf(call.site, project.lead);
	return json({
		...detailedBody(call.site, project),
		lead,
		assigneeType: 'UNASSIGNED',
		description: '',
		components: [],
		issueTypes: [],
		versions: [],
		roles: {},
	});
}

/** Source: Atlassian's OpenAPI, schema `Project`. */
function detailedBody(site: Site, project: Project) {
	return {
		expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
		...projectBody(site, project),
		style: project.management === 'team' ? 'next-gen' : 'classic',
		isPrivate: false,
		properties: {},
	};
}

/** Source: Atlassian's OpenAPI, schema `ProjectComponent`. */
function listComponents(call: Call) {
	const {site} = call;
	const {id, key, componentLead} = projectOf(call);
	const component = {
		self: `${site.url}/rest/api/3/component/${id}0`,
		id: `${id}0`,
		name: 'General',
		project: key,
		projectId: id,
		assigneeType: 'PROJECT_DEFAULT',
		isAssigneeTypeValid: true,
	};
	return json([
		{
			...component,
			...(componentLead !== undefined && {
				lead: userBodyOf(site, componentLead),
			}),
		},
	]);
}
