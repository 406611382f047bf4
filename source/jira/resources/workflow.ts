import {z} from 'zod';
import {type JiraClient} from '../client.ts';
import {isAccountId} from '../mentions.ts';
import {type Operation} from '../operation.ts';
import {platformPages} from '../paginate.ts';

const schemes: Operation = {
	method: 'GET',
	path: '/rest/api/3/workflowscheme/project',
};

/** `GET /workflow/search`, which older tools use, is gone since June 2026. */
const workflows: Operation = {
	method: 'GET',
	path: '/rest/api/3/workflows/search',
};

/** Levels below a transition at which rules may stand: groups of conditions hold groups. */
const deepest = 20;

/** A workflow, and what stands in its rules. */
export type Workflow = {
	readonly name: string;
	/** Id of the one project it belongs to; missing where many may use it. */
	readonly projectId?: string;
	/** Whatever in its rules may be an account id. */
	readonly candidates: readonly string[];
};

const workflow = z.object({
	name: z.string(),
	scope: z
		.object({project: z.object({id: z.coerce.string()}).optional()})
		.optional(),
	transitions: z.unknown().optional(),
});

/** Every workflow of the site. Without the expansion, transitions and their rules stay away. */
export async function readWorkflows(
	client: JiraClient,
	signal?: AbortSignal,
): Promise<readonly Workflow[]> {
	const found: Workflow[] = [];
	const pages = platformPages(
		client,
		{
			operation: workflows,
			query: {expand: 'values.transitions'},
			item: workflow,
			size: 50,
		},
		signal,
	);

	for await (const page of pages) {
		for (const {name, scope, transitions} of page) {
			found.push({
				name,
				projectId: scope?.project?.id,
				candidates: [...new Set(candidatesIn(transitions))],
			});
		}
	}

	return found;
}

const schemePage = z.object({
	values: z.array(
		z.object({
			workflowScheme: z.object({
				defaultWorkflow: z.string().optional(),
				issueTypeMappings: z.record(z.string(), z.string()).optional(),
			}),
		}),
	),
});

/** Names of the workflows a project uses. A team-managed project has no scheme, but workflows of its own. */
export async function readWorkflowNames(
	client: JiraClient,
	projectId: string,
	signal?: AbortSignal,
): Promise<readonly string[]> {
	const {body} = await client.send(
		{operation: schemes, query: {projectId}, answer: schemePage},
		signal,
	);
	return body.values.flatMap(({workflowScheme}) => {
		const {defaultWorkflow, issueTypeMappings = {}} = workflowScheme;
		const others = Object.values(issueTypeMappings);
		return defaultWorkflow === undefined
			? others
			: [defaultWorkflow, ...others];
	});
}

/** Words in the parameters of rules, wherever in a transition these stand. */
function candidatesIn(value: unknown, depth = 0): readonly string[] {
	if (typeof value !== 'object' || value === null || depth > deepest) {
		return [];
	}

	return Object.entries(value).flatMap(([name, item]) =>
		name === 'parameters'
			? wordsIn(item, depth + 1)
			: candidatesIn(item, depth + 1),
	);
}

/** Rules name accounts under many parameters, alone or in lists with commas; so every word with a digit is a candidate. */
function wordsIn(value: unknown, depth: number): readonly string[] {
	if (typeof value === 'string') {
		return value
			.split(/[\s",;\[\]]+/v)
			.filter((word) => isAccountId(word) && /\d/v.test(word));
	}

	return typeof value !== 'object' || value === null || depth > deepest
		? []
		: Object.values(value).flatMap((item) => wordsIn(item, depth + 1));
}
