import {json} from '../http/answer.ts';
import {type Call, type Route} from '../http/route.ts';
import {dateBody, jiraDate} from './dates.ts';

/** What a site tells about itself to anybody. */
export const serverInfoRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/_edge/tenant_info',
		audience: 'public',
		handle: ({site}) => json({cloudId: site.cloudId}),
	},
	{
		method: 'GET',
		path: '/rest/api/3/serverInfo',
		audience: 'public',
		handle: serverInfo,
	},
	{
		method: 'GET',
		path: '/rest/servicedeskapi/info',
		audience: 'public',
		handle: serviceDeskInfo,
	},
];

const builtAt = Date.UTC(2025, 9, 1, 6);

function serverInfo({site}: Call) {
	return json({
		baseUrl: site.url,
		displayUrl: site.url,
		displayUrlServicedeskHelpCenter: site.url,
		version: '1001.0.0-SNAPSHOT',
		versionNumbers: [1001, 0, 0],
		deploymentType: 'Cloud',
		buildNumber: 100_290,
		buildDate: jiraDate(builtAt),
		serverTime: jiraDate(site.now().getTime()),
		serverTimeZone: 'Europe/Berlin',
		scmInfo: 'practice',
		serverTitle: site.title,
	});
}

function serviceDeskInfo({site}: Call) {
	return json({
		version: '5.0.0-practice',
		platformVersion: '1001.0.0-SNAPSHOT',
		buildDate: dateBody(builtAt),
		buildChangeSet: 'practice',
		isLicensedForUse: true,
		_links: {self: `${site.url}/rest/servicedeskapi/info`},
	});
}
