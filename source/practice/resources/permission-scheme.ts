import {json} from '../http/answer.ts';
import {type Call, type Route} from '../http/route.ts';
import {projectOf} from './project.ts';

export const permissionSchemeRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/rest/api/3/project/{projectKeyOrId}/permissionscheme',
		audience: 'jira-admins',
		handle: getPermissionScheme,
	},
];

/** The grants come with or without `expand` (observed). Source of the shape: Atlassian's OpenAPI, `PermissionScheme`. */
function getPermissionScheme(call: Call) {
	const {id, key, grants} = projectOf(call);
	const self = `${call.site.url}/rest/api/3/permissionscheme/${id}`;
	return json({
		expand: 'permissions,user,group,projectRole,field,all',
		self,
		id,
		name: `Jira Service Management Permission Scheme for Project ${key}`,
		description: '',
		permissions: grants.map(({id: grantId, permission, holder}) => ({
			id: grantId,
			self: `${self}/permission/${grantId}`,
			holder: {
				type: holder.type,
				parameter: holder.parameter,
				value: holder.parameter,
				expand: holder.type,
			},
			permission,
		})),
	});
}
