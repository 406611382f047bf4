import {type ServiceProject} from '../migration/model.ts';
import {type JiraClient} from './client.ts';
import {readMyself, readPermissions} from './resources/site.ts';

/** What a login may do, as far as the site tells beforehand. */
export type LoginRights = {
	/** Jira administrator: may create customers and read who is an agent. */
	readonly isAdministrator: boolean;
	/** May see people; without it lists of accounts are empty, not refused. */
	readonly canBrowseUsers: boolean;
	/** Site administrator: may revoke portal access and make groups. */
	readonly isSiteAdministrator: boolean;
};

/** Groups whose members administer the whole site. */
const siteAdminGroups: ReadonlySet<string> = new Set([
	'site-admins',
	'org-admins',
]);

export async function readRights(
	client: JiraClient,
	signal?: AbortSignal,
): Promise<LoginRights> {
	const [granted, {groups}] = await Promise.all([
		readPermissions(client, ['ADMINISTER', 'USER_PICKER'], signal),
		readMyself(client, signal),
	]);
	return {
		isAdministrator: granted.has('ADMINISTER'),
		canBrowseUsers: granted.has('USER_PICKER'),
		isSiteAdministrator: groups.some((name) => siteAdminGroups.has(name)),
	};
}

/**
Whether the login may edit requests of a project, and whom they are raised by, without a mail to anyone.

Source: Atlassian, "Edit issue": `notifyUsers=false` needs *Administer Jira* or *Administer projects*; setting a reporter needs *Modify reporter*.
*/
export async function canEditRequests(
	client: JiraClient,
	{key}: ServiceProject,
	signal?: AbortSignal,
): Promise<boolean> {
	const wanted = [
		'ADMINISTER',
		'ADMINISTER_PROJECTS',
		'EDIT_ISSUES',
		'MODIFY_REPORTER',
	];
	const granted = await readPermissions(client, wanted, signal, key);
	return (
		(granted.has('ADMINISTER') || granted.has('ADMINISTER_PROJECTS')) &&
		granted.has('EDIT_ISSUES') &&
		granted.has('MODIFY_REPORTER')
	);
}
