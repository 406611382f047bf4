import {expect, test} from 'vitest';
import {parse} from 'csv-parse/sync';
import {type Plan} from '../../source/migration/plan.ts';
import {Report} from '../../source/migration/report.ts';
import {RunState} from '../../source/migration/run-state.ts';
import {type RunSummary} from '../../source/migration/run-summary.ts';
import {tally} from '../../source/migration/tally.ts';
import {csvFiles} from '../../source/print/report-csv.ts';
import {chart} from '../../source/print/html-chart.ts';
import {reportHtml} from '../../source/print/report-html.ts';
import {customer, destinationAccount} from '../helpers/engine-people.ts';
import {planFor} from '../helpers/engine-snapshots.ts';

const evil = '<script>alert("1")</script>&\'\u{1B}[2J';

/** A run whose every name tries to be markup. */
function evilReport(): {
	readonly report: Report;
	readonly summary: RunSummary;
} {
	const planned = planFor({
		source: {
			customers: [
				customer('uma', {name: evil, email: `${evil}@acme.example`}),
				customer('abe', {name: evil, type: 'atlassian'}),
			],
		},
		destination: {accounts: [destinationAccount('kim')]},
	});
	const plan: Plan = {
		...planned,
		source: {...planned.source, name: evil},
		leftSource: {
			customers: [{customer: 'c1', email: `=${evil}`}],
			organizations: [{organization: '7', name: evil}],
			memberships: [
				{organization: '8', name: evil, customer: 'c2', email: evil},
			],
		},
	};
	const state = new RunState(plan);
	const noCalls = {reads: 0, writes: 0, throttled: 0, retried: 0};
	return {
		report: new Report(plan, state),
		summary: {
			run: evil,
			ending: 'finished',
			verdict: evil,
			exitCode: 0,
			...tally(plan, state),
			calls: {source: noCalls, destination: noCalls},
			seconds: 1,
		},
	};
}

test('no name on the page becomes markup, and no control character stays', () => {
	const {report, summary} = evilReport();
	const page = [...reportHtml(report, summary)].join('');
	expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
	expect(page).not.toMatch(/<script/iv);
	expect(page).not.toContain('\u{1B}');
	// Every tag is one of the page's own.
	const tags = new Set(
		page
			.matchAll(/<\/?(?<tag>[a-z][0-9a-z]*)/gv)
			.map(({groups}) => groups!['tag']!),
	);
	expect(tags).toEqual(
		new Set(
			'a,body,figcaption,figure,h1,h2,head,html,li,meta,nav,p,rect,span,strong,style,svg,table,tbody,td,th,thead,title,tr,ul'.split(
				',',
			),
		),
	);
});

test('the page asks for nothing from elsewhere and may run nothing', () => {
	const {report, summary} = evilReport();
	const page = [...reportHtml(report, summary)].join('');
	expect(page).toContain("default-src 'none'");
	expect(page).not.toMatch(/\b(?:src|href)="(?!#)/v);
	expect(page).not.toMatch(/url\(|@import|https?:/v);
	expect(page).not.toMatch(/\son[a-z]+="/v);
});

test('every part of the page is linked to at its head', () => {
	const {report, summary} = evilReport();
	const page = [...reportHtml(report, summary)].join('');
	const [nav = ''] = /<nav>.*<\/nav>/v.exec(page) ?? [];
	const links = nav
		.matchAll(/href="#(?<id>[^"]+)"/gv)
		.map(({groups}) => groups!['id']!)
		.toArray();
	expect(links).toEqual([
		'attention',
		'errors',
		'organizations',
		'left-source',
		'left-out',
		'deleted-content',
	]);

	for (const id of links) {
		expect(page.split(`id="${id}"`)).toHaveLength(2);
	}
});

test('the bars of a chart share its width as the counts do', () => {
	const bars = chart('Customers', [
		{label: 'created', count: 3, look: 'good'},
		{label: 'skipped', count: 0, look: 'same'},
		{label: 'failed', count: 1, look: 'bad'},
	]);
	const widths = bars
		.matchAll(/ x="(?<x>\d+)" y="0" width="(?<width>\d+)"/gv)
		.map(({groups}) => [Number(groups!['x']), Number(groups!['width'])])
		.toArray();
	expect(widths).toEqual([
		[0, 750],
		[750, 250],
	]);
	expect(bars).toContain('aria-label="Customers: 3 created, 1 failed"');
	expect(chart('Nothing', [])).toBe('');
});

test('left-source.csv has what left the source, and nothing a spreadsheet would run', () => {
	const {report} = evilReport();
	const file = csvFiles(report).find(({name}) => name === 'left-source.csv');
	const rows = parse([...file!.pieces].join('')) as readonly string[][];
	expect(rows.map(([what]) => what)).toEqual([
		'what',
		'customer',
		'organization',
		'membership',
	]);
	expect(rows[1]?.[1]).toMatch(/^'=/v);
	expect(rows.flat().join('')).not.toContain('\u{1B}');
});
