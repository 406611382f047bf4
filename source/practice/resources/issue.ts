import {bodyTexts} from '../http/body.ts';
import {json} from '../http/answer.ts';
import {isAgent} from '../http/login.ts';
import {window} from '../http/page.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';
import {editIssue} from './issue-edit.ts';
import {requestOf} from './issue-of.ts';
import {
	commentBody,
	fieldDirectory,
	issueBody,
	wantedFields,
	worklogBody,
} from './issue-shape.ts';
import {userBodyOf} from './user-shape.ts';

const root = '/rest/api/3/issue';

/** Requests as issues, with their comments, worklogs and watchers. */
export const issueRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: `${root}/{issueIdOrKey}`,
		audience: 'agents',
		forbiddenStatus: 404,
		perSecond: 150,
		handle: getIssue,
	},
	{
		method: 'PUT',
		path: `${root}/{issueIdOrKey}`,
		audience: 'agents',
		handle: editIssue,
	},
	{
		method: 'POST',
		path: `${root}/bulkfetch`,
		audience: 'users',
		isRead: true,
		handle: bulkFetch,
	},
	{
		method: 'GET',
		path: `${root}/{issueIdOrKey}/comment`,
		audience: 'agents',
		forbiddenStatus: 404,
		handle: listComments,
	},
	{
		method: 'GET',
		path: `${root}/{issueIdOrKey}/worklog`,
		audience: 'agents',
		forbiddenStatus: 404,
		handle: listWorklogs,
	},
	{
		method: 'GET',
		path: `${root}/{issueIdOrKey}/watchers`,
		audience: 'agents',
		forbiddenStatus: 404,
		handle: listWatchers,
	},
];

function getIssue(call: Call) {
	const {site, query} = call;
	const names = query.getAll('fields').flatMap((each) => each.split(','));
	const wanted = wantedFields(names.length > 0 ? names : ['*all']);
	const expand = (query.get('expand') ?? '').split(',');
	return json({
		...fieldDirectory(site, wanted, expand),
		...issueBody(site, requestOf(call), wanted),
	});
}

/** At most 100 requests; those that are not there, or not to be seen, are errors beside the others (documented). */
function bulkFetch(call: Call) {
	const {site} = call;
	const keys = bodyTexts(call, 'issueIdsOrKeys');
	if (keys.length === 0 || keys.length > 100) {
		throw new Refusal(
			400,
			'Between 1 and 100 issue ids or keys have to be given.',
		);
	}

	const names = bodyTexts(call, 'fields');
	const wanted = wantedFields(names.length > 0 ? names : ['*navigable']);
	const found = [...new Set(keys)].map((key) => ({
		key,
		request: isAgent(call) ? site.world.requests.find(key) : undefined,
	}));
	return json({
		issues: found.flatMap(({request}) =>
			request ? [issueBody(site, request, wanted)] : [],
		),
		issueErrors: found
			.filter(({request}) => !request)
			.map(({key}) => ({
				id: key,
				errorMessage:
					'Issue does not exist or you do not have permission to see it.',
			})),
	});
}

/** Source: Atlassian's OpenAPI, schema `PageOfComments`. */
function listComments(call: Call) {
	const request = requestOf(call);
	const {startAt, maxResults} = window(call, 100, 100);
	const orderBy = call.query.get('orderBy') ?? 'created';
	if (!/^[+\-]?created$/v.test(orderBy.trim())) {
		throw new Refusal(400, 'Comments can be ordered by created only.');
	}

	const ordered = orderBy.startsWith('-')
		? request.comments.toReversed()
		: request.comments;
	return json({
		startAt,
		maxResults,
		total: ordered.length,
		comments: ordered
			.slice(startAt, startAt + maxResults)
			.map((comment) => commentBody(call.site, request, comment)),
	});
}

/** Source: Atlassian's OpenAPI, schema `PageOfWorklogs`. */
function listWorklogs(call: Call) {
	const request = requestOf(call);
	const {startAt, maxResults} = window(call, 5000, 5000);
	return json({
		startAt,
		maxResults,
		total: request.worklogs.length,
		worklogs: request.worklogs
			.slice(startAt, startAt + maxResults)
			.map((worklog) => worklogBody(call.site, request, worklog)),
	});
}

/** Agents watch what they are assigned. Source: Atlassian's OpenAPI, schema `Watchers`. */
function listWatchers(call: Call) {
	const {site} = call;
	const {id, assignee} = requestOf(call);
	const watchers = assignee === undefined ? [] : [userBodyOf(site, assignee)];
	return json({
		self: `${site.url}${root}/${id}/watchers`,
		isWatching: call.caller?.accountId === assignee,
		watchCount: watchers.length,
		watchers,
	});
}
