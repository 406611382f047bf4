import {z} from 'zod';
import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';

const read: Operation = {
	method: 'GET',
	path: '/rest/api/3/project/{projectKeyOrId}/permissionscheme',
};

const scheme = z.object({
	permissions: z
		.array(
			z.object({
				permission: z.string().optional(),
				holder: z
					.object({
						type: z.string(),
						value: z.string().optional(),
						parameter: z.string().optional(),
					})
					.optional(),
			}),
		)
		.optional(),
});

/** Accounts that a project's permission scheme names by themselves, with what it grants them. */
export async function readGrantees(
	client: JiraClient,
	projectKey: string,
	signal?: AbortSignal,
): Promise<
	ReadonlyArray<{readonly account: string; readonly permission: string}>
> {
	const {body} = await client.send(
		{
			operation: read,
			path: {projectKeyOrId: projectKey},
			query: {expand: 'permissions'},
			answer: scheme,
		},
		signal,
	);
	return (body.permissions ?? []).flatMap(({permission = '', holder}) => {
		const account = holder?.value ?? holder?.parameter;
		return holder?.type === 'user' && account !== undefined
			? [{account, permission}]
			: [];
	});
}
