import {parse} from 'csv-parse/sync';
import {expect, test} from 'vitest';
import {csvFiles} from '../../source/print/report-csv.ts';
import {reportHtml} from '../../source/print/report-html.ts';
import {reportJson} from '../../source/print/report-json.ts';
import {reportMarkdown} from '../../source/print/report-markdown.ts';
import {reportText} from '../../source/print/report-text.ts';
import {planText} from '../../source/print/plan-text.ts';
import {plannedEvent} from '../../source/print/planned.ts';
import {withSites} from '../helpers/jira-sites.ts';
import {type SiteCopy, copySites} from '../helpers/site-copy.ts';

type Row = Readonly<Record<string, string>>;

/** A copy of the scenario `mismatched`, with a changed domain. */
async function withCopy(scene: (copy: SiteCopy) => void): Promise<void> {
	await withSites({scenario: 'mismatched'}, async (sites) => {
		const choices = {
			customers: 'all',
			duplicates: 'merge',
			emailDomains: {'old-name.example': 'new-name.example'},
		} as const;
		scene(await copySites(sites, {choices}));
	});
}

function rowsOf({report}: SiteCopy, name: string): readonly Row[] {
	const file = csvFiles(report).find((one) => one.name === name);
	return parse([...file!.pieces].join(''), {columns: true});
}

test('RequiresAttention.csv begins with the columns that scripts rely on', async () => {
	await withCopy((copy) => {
		const [row] = rowsOf(copy, 'RequiresAttention.csv');
		expect(Object.keys(row!).slice(0, 6)).toEqual([
			'email',
			'name',
			'source account type',
			'destination account type',
			'problem',
			'next step',
		]);
		expect(row).toMatchObject({
			email: 'uma.upgraded@merged.example',
			'source account type': 'portal-only',
			'destination account type': 'atlassian',
			outcome: 'attention',
		});
	});
});

test('RequiresAttention.csv has whoever needs somebody, and nobody else', async () => {
	await withCopy((copy) => {
		const rows = rowsOf(copy, 'RequiresAttention.csv');
		expect(rows.map(({name}) => name)).toEqual([
			'Uma Upgraded',
			'Rob Revoked',
			'Tim Twin',
			'Hope Hidden',
			'Dee Downgraded',
			'Abe Absent',
			'Olaf Off',
			'Jo Joins',
			'Mal Formed',
		]);
		expect(rows.filter((row) => row['next step'] === '')).toEqual([]);
	});
});

test('customers.csv has both emails of whoever changed his, and why he is related', async () => {
	await withCopy((copy) => {
		const rows = rowsOf(copy, 'customers.csv');
		expect(rows).toHaveLength(28);
		expect(rows.find(({name}) => name === 'Mona Moved')).toMatchObject({
			email: 'mona.moved@new-name.example',
			'source email': 'mona.moved@old-name.example',
			'related as': 'in Merged Group',
			outcome: 'created',
			'destination account type': 'portal-only',
		});
	});
});

test('R12: project-access.csv says for each customer what became of it, and why not', async () => {
	await withCopy((copy) => {
		const rows = rowsOf(copy, 'project-access.csv');
		const outcomes = rows.map(({project, email, outcome, problem}) =>
			[project, email, outcome, problem].join('|'),
		);
		expect(new Set(outcomes)).toEqual(
			new Set([
				'IT|nora.new@merged.example|added|',
				'IT|uma.upgraded@merged.example|added|',
				'IT|dee.downgraded@merged.example|added|',
				'IT|abe.absent@merged.example|not-possible|The customer is not on Contoso.',
			]),
		);
	});
});

test('R2, R3: who was left out and what deleted accounts left is in every report', async () => {
	await withCopy((copy) => {
		const {report, summary} = copy;
		expect(rowsOf(copy, 'left-out.csv').map(({kind}) => kind)).toEqual([
			'agent',
			'agent',
			'agent',
			'deleted',
			'deleted',
		]);
		expect(
			rowsOf(copy, 'deleted-content.csv').map(({project, keys}) => [
				project,
				keys,
			]),
		).toEqual([
			['IT', 'IT-1'],
			['IT', 'IT-2'],
		]);
		const json = JSON.parse([...reportJson(report, summary)].join('')) as {
			readonly leftOut: readonly unknown[];
			readonly deletedContent: readonly unknown[];
			readonly projectAccess: readonly unknown[];
		};
		expect(json.leftOut).toHaveLength(5);
		expect(json.deletedContent).toHaveLength(2);
		expect(json.projectAccess).toHaveLength(4);
		expect(reportText(report, summary)).toContain(
			'  IT: 2 deleted accounts left content in 2 requests (IT-1, IT-2).',
		);
		expect([...reportMarkdown(report, summary)].join('')).toContain(
			'reporter of IT-1',
		);
		expect([...reportHtml(report, summary)].join('')).toContain(
			'<td>reporter of IT-1; created IT-1; in Merged Group</td>',
		);
	});
});

test('R5: the plan tells of problems and their solutions before anything is written', async () => {
	await withCopy(({plan}) => {
		const text = planText(plan).join('\n');
		expect(text).toContain(
			'  Email domain   old-name.example → new-name.example: 2 customers',
		);
		expect(text).toContain('switch off “Customer invited”');
		expect(text).toContain('--limit 1');
		expect(text).toContain('  2 customers: Deactivated on Contoso.');
		expect(text).toContain('    → Grant access again on Contoso');
		expect(text).toContain(
			'  Left out, as no customers: 3 agents, 2 deleted accounts',
		);
		expect(plannedEvent(plan)).toMatchObject({
			problems: {'deactivated-there': 2, 'email-hidden': 1},
			leftOut: {agents: 3, apps: 0, deleted: 2},
		});
	});
});
