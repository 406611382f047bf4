import {json} from '../http/answer.ts';
import {listing, type Listing, window} from '../http/page.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';
import {type Site} from '../site.ts';
import {type Project, type WorkflowRule} from '../world/projects.ts';
import {seededUuid} from '../world/random.ts';

/** Workflows with their rules, and which project uses which. */
export const workflowRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/rest/api/3/workflowscheme/project',
		audience: 'jira-admins',
		handle: listSchemes,
	},
	{
		method: 'GET',
		path: '/rest/api/3/workflows/search',
		audience: 'jira-admins',
		forbiddenStatus: 401,
		handle: searchWorkflows,
	},
];

/** Team-managed projects have no scheme, so the answer leaves them out (documented). */
function listSchemes(call: Call) {
	const ids = call.query.getAll('projectId');
	if (ids.length === 0) {
		throw new Refusal(400, '', {
			fields: {projectId: 'The ID of a project has to be provided.'},
		});
	}

	const projects = call.site.world.projects.all.filter(
		({id, management}) => ids.includes(String(id)) && management === 'company',
	);
	return json({
		values: projects.map((project) => ({
			projectIds: [String(project.id)],
			workflowScheme: {
				id: 30_000 + project.serviceDeskId,
				name: `${project.key}: Workflow Scheme`,
				description: '',
				defaultWorkflow: workflowName(project),
				issueTypeMappings: {},
				self: `${call.site.url}/rest/api/3/workflowscheme/${30_000 + project.serviceDeskId}`,
			},
		})),
	});
}

/** Without `expand=values.transitions` the transitions, and the rules in them, stay away (documented). */
function searchWorkflows(call: Call) {
	const {site, query} = call;
	const isExpanded = (query.get('expand') ?? '')
		.split(',')
		.includes('values.transitions');
	const sought = (query.get('queryString') ?? '').toLowerCase();
	const found = site.world.projects.all.filter((project) =>
		workflowName(project).toLowerCase().includes(sought),
	);
	return json(
		page(
			call,
			listing(found, (project) => workflowBody(site, project, isExpanded)),
		),
	);
}

/** This page has `statuses` beside its values. */
function page(call: Call, {total, items}: Listing<unknown>) {
	const {startAt, maxResults} = window(call, 50, 50);
	const values = items(startAt, maxResults);
	const isLast = startAt + values.length >= total;
	return {
		self: `${call.site.url}${call.url}`,
		maxResults,
		startAt,
		total,
		isLast,
		values,
		statuses: [
			{
				id: '1',
				name: 'Waiting for support',
				statusReference: 'waiting',
				statusCategory: 'TODO',
				scope: global,
				description: '',
			},
			{
				id: '2',
				name: 'Resolved',
				statusReference: 'resolved',
				statusCategory: 'DONE',
				scope: global,
				description: '',
			},
		],
	};
}

function workflowName({key}: Project): string {
	return `${key}: Service Request Fulfilment workflow`;
}

/** Source: Atlassian's OpenAPI, schemas `JiraWorkflow`, `WorkflowTransitions` and `WorkflowRuleConfiguration`. */
function workflowBody(site: Site, project: Project, isExpanded: boolean) {
	const scope =
		project.management === 'team'
			? {type: 'PROJECT', project: {id: String(project.id)}}
			: global;
	return {
		id: seededUuid(site.seed, `${site.name} workflow ${project.key}`),
		name: workflowName(project),
		description: '',
		isEditable: true,
		scope,
		version: {
			id: seededUuid(site.seed, `${site.name} workflow version ${project.key}`),
			versionNumber: 1,
		},
		statuses: ['waiting', 'resolved'].map((statusReference) => ({
			statusReference,
			deprecated: false,
			properties: {},
		})),
		transitions: isExpanded ? transitions(project.workflowRules) : [],
	};
}

function transitions(rules: readonly WorkflowRule[]) {
	const isCondition = ({ruleKey}: WorkflowRule) =>
		ruleKey.startsWith('system:restrict');
	const bodies = (chosen: readonly WorkflowRule[]) =>
		chosen.map(({ruleKey, parameters}, index) => ({
			id: String(index + 1),
			ruleKey,
			parameters,
		}));
	const transition = (
		id: string,
		name: string,
		toStatusReference: string,
		type: string,
	) => ({
		id,
		name,
		description: '',
		toStatusReference,
		type,
		links: [],
		properties: {},
		actions: [],
		validators: [],
		triggers: [],
	});
	const conditions = bodies(rules.filter((rule) => isCondition(rule)));
	return [
		transition('1', 'Create', 'waiting', 'INITIAL'),
		{
			...transition('11', 'Resolve', 'resolved', 'GLOBAL'),
			actions: bodies(rules.filter((rule) => !isCondition(rule))),
			...(conditions.length > 0 && {
				conditions: {operation: 'ALL', conditions, conditionGroups: []},
			}),
		},
	];
}

const global = {type: 'GLOBAL'};
