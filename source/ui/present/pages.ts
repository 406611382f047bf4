import {type Site} from '../../migration/model.ts';

type Place = Pick<Site, 'url'>;

/** The page of an account on a site. */
export function accountPage({url}: Place, account: string): string {
	return `${url}/jira/people/${encodeURIComponent(account)}`;
}

/** The page of an organization in a service project that it is linked to. */
export function organizationPage(
	{url}: Place,
	project: string,
	organization: string,
): string {
	return `${projectPage({url}, project)}/organization/${encodeURIComponent(organization)}`;
}

/** The page of a service project, by its key. */
export function projectPage({url}: Place, project: string): string {
	return `${url}/jira/servicedesk/projects/${encodeURIComponent(project)}`;
}

/** The page of a request, by its key. */
export function requestPage({url}: Place, request: string): string {
	return `${url}/browse/${encodeURIComponent(request)}`;
}
