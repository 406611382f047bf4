/** A moment as Jira writes it: `2025-01-06T09:00:00.000+0000`. */
export function jiraDate(milliseconds: number): string {
	return new Date(milliseconds).toISOString().replace('Z', '+0000');
}

/** A moment as the service desk API shows it. Source: Atlassian's OpenAPI, schema `DateDTO`. */
export function dateBody(milliseconds: number) {
	const date = new Date(milliseconds);
	return {
		iso8601: date.toISOString().replace(/\.\d+Z/v, '+0000'),
		jira: jiraDate(milliseconds),
		friendly: friendly.format(date),
		epochMillis: milliseconds,
	};
}

const friendly = new Intl.DateTimeFormat('en-GB', {
	dateStyle: 'medium',
	timeStyle: 'short',
	timeZone: 'UTC',
});
