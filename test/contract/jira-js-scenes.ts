import {expect} from 'vitest';
import {type PracticeSite} from '../../source/practice/practice-sites.ts';
import {type JiraJs} from '../helpers/checked-jira-js.ts';

/** Calls operations through jira.js, which checks each answer; what they do is proven in the tests of the practice sites. */
export type JiraJsScene = (jira: JiraJs, site: PracticeSite) => Promise<void>;

async function siteAndRights({cloud, serviceDesk}: JiraJs): Promise<void> {
	await cloud.serverInfo.getServerInfo();
	await serviceDesk.info.getInfo();
	await cloud.myself.getCurrentUser({expand: 'groups,applicationRoles'});
	await cloud.permissions.getMyPermissions({
		permissions: 'ADMINISTER,USER_PICKER',
	});
	await cloud.permissions.getBulkPermissions({
		globalPermissions: ['ADMINISTER'],
		projectPermissions: [
			{permissions: ['BROWSE_PROJECTS'], projects: [10_000], issues: []},
		],
	});
	await cloud.applicationRoles.getAllApplicationRoles();
	await cloud.applicationRoles.getApplicationRole({key: 'jira-servicedesk'});
}

async function people({cloud}: JiraJs, site: PracticeSite): Promise<void> {
	const everybody = await cloud.users.getAllUsers({maxResults: 1000});
	expect(everybody).toHaveLength(site.world.people.size);
	await cloud.users.getAllUsersDefault({maxResults: 1000});
	await cloud.userSearch.findUsers({query: 'a'});
	const {accountId} = accountOf(site, 'hank@globex.example');
	await cloud.users.getUser({accountId, expand: 'groups,applicationRoles'});
	await cloud.users.getUserGroups({accountId});
	for (const refused of [
		cloud.users.getUserEmail({accountId}),
		cloud.users.getUserEmailBulk({accountId: [accountId]}),
	]) {
		await expect(refused).rejects.toMatchObject({status: 400});
	}

	await cloud.users.createUser({
		emailAddress: 'new.agent@contoso.example',
		products: ['jira-servicedesk'],
	});
	await cloud.users.removeUser({accountId});
}

async function groups({cloud}: JiraJs, site: PracticeSite): Promise<void> {
	const {accountId} = accountOf(site, 'hank@globex.example');
	const made = await cloud.groups.createGroup({name: 'ferry'});
	const groupId = made.groupId ?? '';
	await cloud.groups.addUserToGroup({groupId, accountId});
	await cloud.groups.getUsersFromGroup({groupId, includeInactiveUsers: true});
	await cloud.groups.findGroups({query: 'ferry'});
	await cloud.groups.removeUserFromGroup({groupId, accountId});
	await cloud.groups.removeGroup({groupId});
}

async function projectsAndRoles(
	{cloud}: JiraJs,
	site: PracticeSite,
): Promise<void> {
	await cloud.projects.searchProjects();
	await cloud.projects.getProject({projectIdOrKey: 'HR'});
	await cloud.projectComponents.getProjectComponents({projectIdOrKey: 'HR'});
	await cloud.projectRoles.getAllProjectRoles();
	const roles = await cloud.projectRoles.getProjectRoles({
		projectIdOrKey: 'HR',
	});
	const {accountId} = accountOf(site, 'hank@globex.example');
	for (const link of Object.values(roles)) {
		const role = {projectIdOrKey: 'HR', id: Number(link?.split('/').at(-1))};
		await cloud.projectRoles.getProjectRole(role);
		await cloud.projectRoleActors.addActorUsers({...role, user: [accountId]});
		await cloud.projectRoleActors.deleteActor({...role, user: accountId});
	}
}

async function schemesAndFields(
	{cloud}: JiraJs,
	{world}: PracticeSite,
): Promise<void> {
	for (const {id, key} of world.projects.all) {
		await cloud.projectPermissionSchemes.getAssignedPermissionScheme({
			projectKeyOrId: key,
			expand: 'all',
		});
		await cloud.workflowSchemeProjectAssociations.getWorkflowSchemeProjectAssociations(
			{projectId: [id]},
		);
	}

	await cloud.workflows.searchWorkflows({expand: 'values.transitions'});
	await cloud.workflows.searchWorkflows();
	await cloud.issueFields.getFields();
	await cloud.issueFields.getFieldsPaginated({type: ['custom']});
}

async function requests({cloud}: JiraJs, site: PracticeSite): Promise<void> {
	const jql = 'project = IT ORDER BY key';
	const page = await cloud.issueSearch.searchAndReconsileIssuesUsingJqlPost({
		jql,
		fields: ['*all'],
		maxResults: 20,
	});
	await cloud.issueSearch.searchAndReconsileIssuesUsingJql({
		jql,
		fields: ['summary', 'reporter'],
		nextPageToken: undefined,
	});
	await cloud.issueSearch.countIssues({jql});
	const keys = (page.issues ?? []).map(({key}) => key ?? '');
	expect(keys).toHaveLength(20);
	for (const issueIdOrKey of keys) {
		await cloud.issues.getIssue({issueIdOrKey});
		await cloud.issueComments.getComments({issueIdOrKey});
		await cloud.issueWorklogs.getIssueWorklog({issueIdOrKey});
		await cloud.issueWatchers.getIssueWatchers({issueIdOrKey});
	}

	await cloud.issues.bulkFetchIssues({issueIdsOrKeys: [...keys, 'IT-999999']});
	const {accountId} = accountOf(site, 'hank@globex.example');
	await cloud.issues.editIssue({
		issueIdOrKey: keys[0]!,
		notifyUsers: false,
		fields: {reporter: {accountId}},
	});
}

async function customers(
	{serviceDesk}: JiraJs,
	{world}: PracticeSite,
): Promise<void> {
	const person = {email: 'nora@new.example', displayName: '‮Nora 🦉 新'};
	const {accountId = ''} = await serviceDesk.customer.createCustomer(person);
	await expect(
		serviceDesk.customer.createCustomer({
			...person,
			strictConflictStatusCode: true,
		}),
	).rejects.toMatchObject({status: 409});
	const [project] = world.projects.all;
	await serviceDesk.servicedesk.addCustomers({
		serviceDeskId: String(project!.serviceDeskId),
		accountIds: [accountId],
	});
	await serviceDesk.customer.revokePortalOnlyAccessForUser({accountId});
	expect(world.people.find(accountId)?.isActive).toBe(false);
}

async function organizations(
	{serviceDesk}: JiraJs,
	site: PracticeSite,
): Promise<void> {
	const {organization} = serviceDesk;
	await organization.getOrganizations({limit: 3});
	const {accountId} = accountOf(site, 'hank@globex.example');
	await organization.getOrganizations({accountId});
	const {id: text} = await organization.createOrganization({name: 'Ferry 🛳'});
	const [id, organizationId] = [text ?? '', Number(text)];
	await organization.getOrganization({organizationId});
	const members = {organizationId, body: {accountIds: [accountId]}};
	await organization.addUsersToOrganization(members);
	await organization.getUsersInOrganization({organizationId});
	await organization.removeUsersFromOrganization(members);

	const property = {organizationId: id, propertyKey: 'tier'};
	for (const level of ['gold', 'silver']) {
		await organization.setProperty({...property, body: {level}});
	}

	await organization.getPropertiesKeys({organizationId: id});
	await organization.getProperty(property);
	await organization.deleteProperty(property);
	await organization.deleteOrganization({organizationId});
}

async function serviceDesks({serviceDesk}: JiraJs): Promise<void> {
	const {values = []} = await serviceDesk.servicedesk.getServiceDesks();
	for (const {id: serviceDeskId = ''} of values) {
		const link = {serviceDeskId, body: {organizationId: 402}};
		await serviceDesk.servicedesk.getServiceDeskById({serviceDeskId});
		await serviceDesk.organization.addOrganization(link);
		await serviceDesk.organization.getServiceDeskOrganizations({serviceDeskId});
		await serviceDesk.organization.removeOrganization(link);
	}
}

export const jiraJsScenes: Readonly<Record<string, JiraJsScene>> = {
	'the site and what the login may do': siteAndRights,
	people,
	groups,
	'projects and roles': projectsAndRoles,
	'schemes, workflows and fields': schemesAndFields,
	requests,
	customers,
	organizations,
	'service projects': serviceDesks,
};

function accountOf(
	{world}: PracticeSite,
	email: string,
): {readonly accountId: string} {
	return world.people.withEmail(email)[0]!;
}
