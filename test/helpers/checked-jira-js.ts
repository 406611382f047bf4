import process from 'node:process';
import {type createCloudClient, type createServiceDeskClient} from 'jira.js';
import {type PracticeSite} from '../../source/practice/practice-sites.ts';

// Written out, since comparing a thousand operations with themselves takes the compiler seconds.
export type JiraJs = {
	readonly cloud: ReturnType<typeof createCloudClient>;
	readonly serviceDesk: ReturnType<typeof createServiceDeskClient>;
};

/** Jira.js, a client generated from Atlassian's files of August 2026, logged in as the administrator. */
export async function openJiraJs({
	url,
	email,
	token,
}: Pick<PracticeSite, 'url' | 'email' | 'token'>): Promise<JiraJs> {
	// Read when its schemas are made: they then also note the fields that they don't know.
	process.env['AUDIT_SCHEMAS'] = 'true';
	const jiraJs = await import('jira.js');
	const config = {
		host: url,
		auth: {type: 'basic', email, apiToken: token},
		onSchemaMismatch: 'throw',
	} as const;
	return {
		cloud: jiraJs.createCloudClient(config),
		serviceDesk: jiraJs.createServiceDeskClient(config),
	};
}

/** What answers had that jira.js's schemas don't know, since this process began. */
export function unknownToJiraJs(): readonly unknown[] {
	const kept = globalThis as Readonly<
		Record<symbol, readonly unknown[] | undefined>
	>;
	return kept[Symbol.for('apis-code-gen.schemaAudit')] ?? [];
}
