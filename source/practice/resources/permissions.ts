import {bodyField, bodyTexts} from '../http/body.ts';
import {json} from '../http/answer.ts';
import {isAgent, isJiraAdmin} from '../http/login.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';

/** What the caller may do. */
export const permissionRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/rest/api/3/mypermissions',
		audience: 'users',
		handle: myPermissions,
	},
	{
		method: 'POST',
		path: '/rest/api/3/permissions/check',
		audience: 'users',
		isRead: true,
		handle: checkPermissions,
	},
];

type Holder = 'jira-admins' | 'agents' | 'everybody';

type Permission = {
	readonly id: string;
	readonly name: string;
	readonly type: 'GLOBAL' | 'PROJECT';
	readonly holder: Holder;
};

const permission = (
	id: number,
	name: string,
	type: Permission['type'],
	holder: Holder,
): Permission => ({
	id: String(id),
	name,
	type,
	holder,
});

/** The permissions that matter to customers and organizations; Jira has more. Keys as in Atlassian's documentation. */
const permissions = new Map<string, Permission>([
	['ADMINISTER', permission(0, 'Administer Jira', 'GLOBAL', 'jira-admins')],
	[
		'USER_PICKER',
		permission(27, 'Browse users and groups', 'GLOBAL', 'agents'),
	],
	['BULK_CHANGE', permission(33, 'Make bulk changes', 'GLOBAL', 'agents')],
	[
		'CREATE_SHARED_OBJECTS',
		permission(22, 'Share dashboards and filters', 'GLOBAL', 'agents'),
	],
	[
		'ADMINISTER_PROJECTS',
		permission(23, 'Administer Projects', 'PROJECT', 'jira-admins'),
	],
	['BROWSE_PROJECTS', permission(10, 'Browse Projects', 'PROJECT', 'agents')],
	['CREATE_ISSUES', permission(11, 'Create Issues', 'PROJECT', 'agents')],
	['EDIT_ISSUES', permission(12, 'Edit Issues', 'PROJECT', 'agents')],
	['MODIFY_REPORTER', permission(30, 'Modify Reporter', 'PROJECT', 'agents')],
	['ASSIGN_ISSUES', permission(13, 'Assign Issues', 'PROJECT', 'agents')],
	['ADD_COMMENTS', permission(15, 'Add Comments', 'PROJECT', 'everybody')],
	[
		'VIEW_VOTERS_AND_WATCHERS',
		permission(31, 'View Voters and Watchers', 'PROJECT', 'agents'),
	],
	['MANAGE_WATCHERS', permission(32, 'Manage Watchers', 'PROJECT', 'agents')],
	[
		'SERVICEDESK_AGENT',
		permission(40, 'Service Desk Agent', 'PROJECT', 'agents'),
	],
]);

function myPermissions(call: Call) {
	const keys = (call.query.get('permissions') ?? '').split(',').filter(Boolean);
	if (keys.length === 0) {
		throw new Refusal(400, 'The permissions query parameter is required.');
	}

	const projectKey =
		call.query.get('projectKey') ?? call.query.get('projectId');
	if (projectKey !== null && !call.site.world.projects.find(projectKey)) {
		throw new Refusal(
			404,
			`No project could be found with key '${projectKey}'.`,
		);
	}

	checkKeys(keys);
	return json({
		permissions: Object.fromEntries(
			keys.map((key) => {
				const {id, name, type} = permissions.get(key)!;
				return [
					key,
					{
						id,
						key,
						name,
						type,
						description: name,
						havePermission: isHeld(call, key),
					},
				];
			}),
		),
	});
}

/** Source: Atlassian's OpenAPI, `getBulkPermissions`. Project permissions are the same in all projects here. */
function checkPermissions(call: Call) {
	const globalPermissions = bodyTexts(call, 'globalPermissions');
	const asked = bodyField(call, 'projectPermissions') ?? [];
	const projectPermissions = (
		Array.isArray(asked) ? asked : []
	) as ReadonlyArray<{
		readonly permissions?: readonly string[];
		readonly projects?: readonly number[];
		readonly issues?: readonly number[];
	}>;
	checkKeys([
		...globalPermissions,
		...projectPermissions.flatMap((each) => each.permissions ?? []),
	]);
	return json({
		globalPermissions: globalPermissions.filter((key) => isHeld(call, key)),
		projectPermissions: projectPermissions.flatMap(
			({permissions: keys = [], projects = [], issues = []}) =>
				keys
					.filter((key) => isHeld(call, key))
					.map((key) => ({
						permission: key,
						projects: projects.filter((id) =>
							call.site.world.projects.find(String(id)),
						),
						issues,
					})),
		),
	});
}

function checkKeys(keys: readonly string[]): void {
	const unknown = keys.filter((key) => !permissions.has(key));
	if (unknown.length > 0) {
		throw new Refusal(400, `Unrecognized permission: ${unknown.join(', ')}`);
	}
}

function isHeld(call: Call, key: string): boolean {
	const {holder} = permissions.get(key)!;
	return (
		holder === 'everybody' ||
		isJiraAdmin(call) ||
		(holder === 'agents' && isAgent(call))
	);
}
