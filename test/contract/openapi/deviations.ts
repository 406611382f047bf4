import {type Finding} from './judge.ts';

/** Something in which the real site differs from Atlassian's own file, and how that is known. */
export type Deviation = Pick<Finding, 'operation' | 'side' | 'problem'> & {
	/** Of the answer; left out where the request itself differs. */
	readonly status?: number;
	readonly reason: string;
};

const api = '/rest/api/3';
const desk = '/rest/servicedeskapi';

/** Operations no file has. */
const newer: Readonly<Record<string, string>> = {
	'GET /_edge/tenant_info':
		'Every Atlassian site answers it, and no file describes it.',
	[`PUT ${desk}/customer/user/{accountId}/revoke-portal-only-access`]:
		'Newer than the file of October 2025; jira.js, made from the file of August 2026, has it.',
	[`POST ${desk}/servicedesk/{serviceDeskId}/customer/invite`]:
		'Newer than the file of October 2025; in the index of the API of 2026.',
};

/** Answers of a status that the file doesn't list for the operation. */
const unlisted: ReadonlyArray<
	readonly [operation: string, status: number, reason: string]
> = [
	[`GET ${api}/search`, 410, 'Removed since (CHANGE-2046); observed.'],
	[`POST ${api}/search`, 410, 'Removed since (CHANGE-2046); observed.'],
	[
		`GET ${desk}/servicedesk`,
		403,
		'What a user without a licence gets; observed by the tests of jira.js.',
	],
	[
		`GET ${desk}/servicedesk/{serviceDeskId}/customer`,
		412,
		'Experimental; the introduction of the documentation names the status.',
	],
	[
		`GET ${desk}/organization`,
		400,
		'What a negative start gets is nowhere said; 400 is what others of this API list.',
	],
	[
		`POST ${desk}/organization`,
		415,
		'A body that is no JSON; answered before the operation sees it.',
	],
];

/** What users without a licence get from the service desk API: 403 and no body, where the file has an error in it. */
const emptyForbidden: readonly string[] = [
	`POST ${desk}/customer`,
	`POST ${desk}/organization`,
	`DELETE ${desk}/organization/{organizationId}`,
	`GET ${desk}/organization/{organizationId}/user`,
	`POST ${desk}/organization/{organizationId}/user`,
	`DELETE ${desk}/organization/{organizationId}/user`,
	`PUT ${desk}/organization/{organizationId}/property/{propertyKey}`,
	`DELETE ${desk}/organization/{organizationId}/property/{propertyKey}`,
	`GET ${desk}/servicedesk/{serviceDeskId}`,
	`GET ${desk}/servicedesk/{serviceDeskId}/organization`,
	`POST ${desk}/servicedesk/{serviceDeskId}/organization`,
	`DELETE ${desk}/servicedesk/{serviceDeskId}/organization`,
	`GET ${desk}/servicedesk/{serviceDeskId}/customer`,
	`POST ${desk}/servicedesk/{serviceDeskId}/customer`,
	`DELETE ${desk}/servicedesk/{serviceDeskId}/customer`,
];

/** Every one of them stands for one operation, one status and one problem. */
export const deviations: readonly Deviation[] = [
	...Object.entries(newer).map(([operation, reason]) => ({
		operation,
		side: 'request' as const,
		problem: 'operation is not in the files',
		reason,
	})),
	...unlisted.map(([operation, status, reason]) => ({
		operation,
		side: 'answer' as const,
		status,
		problem: 'status is not listed',
		reason,
	})),
	...emptyForbidden.map((operation) => ({
		operation,
		side: 'answer' as const,
		status: 403,
		problem: 'answer has no body',
		reason: 'Observed by the tests of jira.js.',
	})),
	...[200, 201].map((status) => ({
		operation: `PUT ${desk}/organization/{organizationId}/property/{propertyKey}`,
		side: 'answer' as const,
		status,
		problem: 'answer has no body',
		reason:
			'The file says that there is one, and not what; jira.js expects none.',
	})),
];

/** What stands in front of every operation, and so is in few lists of answers. */
export const inFront: ReadonlyArray<{
	readonly status: number;
	readonly problems: readonly string[];
	readonly reason: string;
}> = [
	{
		status: 401,
		problems: ['status is not listed'],
		reason:
			'Wrong credentials are refused before the operation is looked at, on public ones too.',
	},
	{
		status: 429,
		problems: ['status is not listed', 'answer is not JSON'],
		reason:
			'Limits are looked at before the operation; Atlassian, "Rate limiting". The body may be HTML (observed).',
	},
	...[502, 503, 504].map((status) => ({
		status,
		problems: ['status is not listed', 'answer is not JSON'],
		reason: 'Answers of a gateway, with a body of its own.',
	})),
	{
		status: 500,
		problems: ['status is not listed'],
		reason: 'A failure of the site, which the platform file lists nowhere.',
	},
];

/** The findings that neither list isExplainedBy. */
export function unexplained(findings: readonly Finding[]): readonly Finding[] {
	return findings.filter(
		(finding) =>
			deviations.every((deviation) => !isExplainedBy(finding, deviation)) &&
			inFront.every(
				({status, problems}) =>
					!(status === finding.status && problems.includes(finding.problem)),
			),
	);
}

export function isExplainedBy(finding: Finding, deviation: Deviation): boolean {
	return (
		deviation.operation === finding.operation &&
		deviation.side === finding.side &&
		deviation.problem === finding.problem &&
		(deviation.status === undefined || deviation.status === finding.status)
	);
}
