import {Box} from 'ink';
import {type ReactNode} from 'react';
import {Bar} from '../source/ui/components/bar.tsx';
import {Browser} from '../source/ui/components/browser.tsx';
import {Explained} from '../source/ui/components/explained.tsx';
import {Field} from '../source/ui/components/field.tsx';
import {Filter} from '../source/ui/components/filter.tsx';
import {Frame} from '../source/ui/components/frame.tsx';
import {KeyHints} from '../source/ui/components/key-hints.tsx';
import {Lines} from '../source/ui/components/lines.tsx';
import {ListHeading} from '../source/ui/components/list-heading.tsx';
import {MenuList} from '../source/ui/components/menu-list.tsx';
import {PartsBar, PartsLegend} from '../source/ui/components/parts-bar.tsx';
import {RowList} from '../source/ui/components/row-list.tsx';
import {Rule} from '../source/ui/components/rule.tsx';
import {Saving} from '../source/ui/components/saving.tsx';
import {Scroll} from '../source/ui/components/scroll.tsx';
import {Summary} from '../source/ui/components/summary.tsx';
import {FacetMenu} from '../source/ui/components/facet-menu.tsx';
import {Table} from '../source/ui/components/table.tsx';
import {TableTabs} from '../source/ui/components/table-tabs.tsx';
import {Tabs} from '../source/ui/components/tabs.tsx';
import {ToneText} from '../source/ui/components/tone-text.tsx';
import {TooSmall} from '../source/ui/components/too-small.tsx';
import {Waiting} from '../source/ui/components/waiting.tsx';
import {type Binding, back, bind, help, refuse} from '../source/ui/bindings.ts';
import {FacetCounts} from '../source/ui/facet-counts.ts';
import {LazyRows} from '../source/ui/lazy-rows.ts';
import {rowsOf} from '../source/ui/present/row-sources.ts';
import {type Menu} from '../source/ui/menu.ts';
import {
	type BrowserRow,
	type BrowserTable,
	everything,
} from '../source/ui/present/browser.ts';
import {line} from '../source/ui/present/line.ts';
import {initialState} from '../source/ui/session-state.ts';
import {findRows, noTable} from '../source/ui/tables-state.ts';
import {emptyField, fieldWith} from '../source/ui/text-field.ts';
import {type Look} from './picture.tsx';

/** A component in one of its states. */
export type GalleryState = {
	/** File name of the component, without its ending. */
	readonly component: string;
	readonly state: string;
	/** Left out where it is looked at as usual. */
	readonly look?: Look;
	readonly show: (columns: number) => ReactNode;
};

const goOn = bind('choose', 'go on', {type: 'went-on'});
const refused = refuse('goOn', 'copy', '3 conflicts still to settle.');
const bindings: readonly Binding[] = [goOn, refused, back, help];

const menu: Menu = {
	list: 'decision',
	choices: [
		{
			label: 'Rename',
			detail: 'create it under another name…',
			action: {type: 'went-on'},
		},
		{label: 'Merge', detail: 'make both one', action: {type: 'went-on'}},
		{label: 'Skip', action: {type: 'went-on'}},
	],
};

const people: readonly BrowserRow[] = [
	row('created', 'ada@acme.example'),
	row('linked', 'ben@acme.example'),
	{
		...row('failed', 'a-rather-long-address@very-long-name.example'),
		tone: 'bad',
	},
	row('created', '株式会社@acme.example'),
];

const table: BrowserTable = {
	columns: [
		{title: 'Outcome', least: 10, share: 0},
		{title: 'Email', least: 20, share: 1},
	],
	rows: rowsOf(people, (one) => one),
	facets: {outcome: (place) => [people[place]?.cells[0] ?? '']},
	emptyText: 'No customers are chosen.',
};

const parts = [
	{label: 'create', count: 167, tone: 'good'},
	{label: 'link', count: 24, tone: 'accent'},
	{label: 'need attention', count: 4, tone: 'warning'},
	{label: 'failed', count: 1, tone: 'bad'},
] as const;

const wholes = [{title: '196 customers', parts}];
const tones = [
	'plain',
	'strong',
	'quiet',
	'good',
	'warning',
	'bad',
	'accent',
] as const;
const tabs = ['summary', 'customers', 'organizations', 'attention'];
const explanation = {
	problem: 'https://acme.atlassian.net refused the login.',
	nextStep: 'Check email and API token.',
};

function row(outcome: string, email: string): BrowserRow {
	return {
		cells: [outcome, email],
		details: () => [line(`email    ${email}`), line(`outcome  ${outcome}`)],
	};
}

/** Every component in every state, looked at as usual. */
const usualStates: readonly GalleryState[] = [
	...[
		{state: 'not begun', done: 0},
		{state: 'just begun', done: 1},
		{state: 'under way', done: 120},
		{state: 'done', done: 200},
	].map(({state, done}) => ({
		component: 'bar',
		state,
		show: (columns: number) => (
			<Bar
				label="Customers"
				labelColumns={14}
				done={done}
				total={200}
				text={`${done} of 200`}
				textColumns={10}
				columns={columns}
			/>
		),
	})),
	{
		component: 'bar',
		state: 'nothing to do',
		show: (columns) => (
			<Bar
				label="Customers"
				labelColumns={14}
				done={0}
				total={0}
				text="nothing to do"
				textColumns={13}
				columns={columns}
			/>
		),
	},
	...browserStates(),
	{
		component: 'explained',
		state: 'an error with its next step',
		show: (columns) => (
			<Explained explanation={explanation} columns={columns} />
		),
	},
	{
		component: 'field',
		state: 'empty',
		show: (columns) => (
			<Field
				isActive
				label="address"
				labelColumns={10}
				field={emptyField}
				columns={columns}
			/>
		),
	},
	{
		component: 'field',
		state: 'typed in, with the cursor in the middle',
		show: (columns) => (
			<Field
				isActive
				label="address"
				labelColumns={10}
				field={{before: 'acme', after: '.atlassian.net'}}
				columns={columns}
			/>
		),
	},
	{
		component: 'field',
		state: 'secret',
		show: (columns) => (
			<Field
				isActive
				isSecret
				label="token"
				labelColumns={10}
				field={fieldWith('secret')}
				columns={columns}
			/>
		),
	},
	{
		component: 'field',
		state: 'not active',
		show: (columns) => (
			<Field
				isActive={false}
				label="email"
				labelColumns={10}
				field={fieldWith('ada@acme.example')}
				columns={columns}
			/>
		),
	},
	{
		component: 'field',
		state: 'too long for its columns',
		show: (columns) => (
			<Field
				isActive
				field={fieldWith('A long name '.repeat(20))}
				columns={columns}
			/>
		),
	},
	{
		component: 'field',
		state: 'with an example of what to type',
		show: (columns) => (
			<Field
				isActive
				field={emptyField}
				placeholder="imported@company.example"
				columns={columns}
			/>
		),
	},
	{
		component: 'filter',
		state: 'typed',
		show: (columns) => (
			<Filter isActive field={fieldWith('acme')} columns={columns} />
		),
	},
	{
		component: 'filter',
		state: 'holding',
		show: (columns) => (
			<Filter isActive={false} field={fieldWith('acme')} columns={columns} />
		),
	},
	{
		component: 'frame',
		state: 'with something aside',
		show: (columns) => (
			<Frame
				title="Plan › northwind → contoso"
				aside="nothing yet"
				bindings={bindings}
				size={{columns, rows: 6}}
			>
				<ToneText>The screen</ToneText>
			</Frame>
		),
	},
	{
		component: 'frame',
		state: 'with a notice',
		show: (columns) => (
			<Frame
				title="Conflicts"
				notice="3 conflicts still to settle."
				bindings={bindings}
				size={{columns, rows: 6}}
			>
				<ToneText>The screen</ToneText>
			</Frame>
		),
	},
	{
		component: 'key-hints',
		state: 'one of them refused',
		show: (columns) => <KeyHints bindings={bindings} columns={columns} />,
	},
	...[
		{state: 'closer, since there is little room', room: 34},
		{state: 'a sign without its word, for less room', room: 30},
	].map(({state, room}) => ({
		component: 'key-hints',
		state,
		show: () => (
			<KeyHints
				bindings={[goOn, bind('move', 'move', {type: 'went-on'}), back, help]}
				columns={room}
			/>
		),
	})),
	{
		component: 'key-hints',
		state: 'one of them left out',
		show: () => <KeyHints bindings={bindings} columns={20} />,
	},
	{
		component: 'lines',
		state: 'several, one of them too long',
		show: (columns) => (
			<Box width={columns}>
				<Lines
					lines={[line('First', 'strong'), [], line('Long '.repeat(60))]}
				/>
			</Box>
		),
	},
	...[0, 2].map((marked) => ({
		component: 'menu-list',
		state: `marked at ${marked + 1}`,
		show: (columns: number) => (
			<MenuList menu={menu} cursors={{decision: marked}} columns={columns} />
		),
	})),
	{
		component: 'parts-bar',
		state: 'with its legend',
		show: (columns) => (
			<Box flexDirection="column">
				<PartsBar parts={parts} columns={columns} />
				<PartsLegend parts={parts} columns={columns} />
			</Box>
		),
	},
	{
		component: 'list-heading',
		state: 'above a list',
		show: () => <ListHeading>The newest first</ListHeading>,
	},
	...[true, false].map((isActive) => ({
		component: 'row-list',
		state: isActive ? 'active' : 'not active',
		show: () => (
			<RowList
				items={['Acme', 'Bolt', 'Cask', 'Dune', 'Echo']}
				toLine={(name) => line(name)}
				cursor={2}
				rows={3}
				isActive={isActive}
			/>
		),
	})),
	{
		component: 'rule',
		state: 'as wide as the screen',
		show: (columns) => <Rule columns={columns} />,
	},
	{
		component: 'saving',
		state: 'under way',
		show: (columns) => (
			<Saving
				saving={{type: 'writing', saved: {what: 'checks', run: '', checks: []}}}
				columns={columns}
			/>
		),
	},
	{
		component: 'saving',
		state: 'a plan, written',
		show: (columns) => (
			<Saving
				saving={{
					type: 'written',
					what: 'plan',
					place: '/home/ada/.config/jsm-ferry/plans/plan.json',
				}}
				columns={columns}
			/>
		),
	},
	{
		component: 'saving',
		state: 'failed',
		show: (columns) => (
			<Saving saving={{type: 'failed', explanation}} columns={columns} />
		),
	},
	{
		component: 'scroll',
		state: 'with more below',
		show: () => (
			<Scroll lines={tones.map((tone) => line(tone))} rows={4} offset={0} />
		),
	},
	{
		component: 'scroll',
		state: 'at its end',
		show: () => (
			<Scroll lines={tones.map((tone) => line(tone))} rows={4} offset={9} />
		),
	},
	...[12, 3].map((rows) => ({
		component: 'summary',
		state: rows > 3 ? 'with bars' : 'without room for bars',
		show: (columns: number) => (
			<Summary
				wholes={wholes}
				above={[]}
				below={[line('244 writes')]}
				lines={[line('167 create, 24 link'), line('244 writes')]}
				offset={0}
				size={{columns, rows}}
			/>
		),
	})),
	{
		component: 'table',
		state: 'all of it on screen',
		show: (columns) => (
			<Table
				table={table}
				rows={new LazyRows(table)}
				cursor={1}
				size={{columns, rows: 8}}
			/>
		),
	},
	{
		component: 'table',
		state: 'a window on it',
		show: (columns) => (
			<Table
				table={table}
				rows={new LazyRows(table)}
				cursor={3}
				size={{columns, rows: 4}}
			/>
		),
	},
	{
		component: 'table',
		state: 'empty',
		show: (columns) => (
			<Table
				table={table}
				rows={new LazyRows({...table, rows: rowsOf([], (one) => one)})}
				cursor={0}
				size={{columns, rows: 8}}
			/>
		),
	},
	{
		component: 'facet-menu',
		state: 'one of them chosen',
		show: (columns) => (
			<FacetMenu
				counts={countsOf(table)}
				chosen={{outcome: 'failed'}}
				cursor={1}
				size={{columns, rows: 6}}
			/>
		),
	},
	{
		component: 'table-tabs',
		state: 'within an organization',
		show: (columns) => (
			<TableTabs
				id="report"
				table={{
					...noTable,
					tab: 2,
					within: {
						outer: {...noTable, tab: 2},
						title: 'members of Acme',
						cursor: 0,
						offset: 0,
						filter: emptyField,
					},
				}}
				columns={columns}
			/>
		),
	},
	...tabs.map((tab, current) => ({
		component: 'tabs',
		state: `at ${tab}`,
		show: (columns: number) => (
			<Tabs tabs={tabs} current={current} columns={columns} />
		),
	})),
	{
		component: 'tabs',
		state: 'little room',
		show: () => <Tabs tabs={tabs} current={2} columns={30} />,
	},
	...tones.map((tone) => ({
		component: 'tone-text',
		state: tone,
		show: () => <ToneText tone={tone}>What a tone looks like</ToneText>,
	})),
	{
		component: 'too-small',
		state: '30 columns',
		show: () => <TooSmall size={{columns: 30, rows: 6}} />,
	},
	{
		component: 'waiting',
		state: 'under way',
		show: () => <Waiting>Reading both sites, 3 s.</Waiting>,
	},
];

/** What names people, when the screen is shared. What is being typed must be seen. */
const privateStates = usualStates.filter(
	({component, state}) =>
		['browser', 'table'].includes(component) ||
		(component === 'field' && state === 'not active'),
);

/** What is drawn, or marked by a sign, when the screen is read aloud. */
const spokenStates = usualStates.filter(({component}) =>
	[
		'bar',
		'browser',
		'facet-menu',
		'frame',
		'key-hints',
		'list-heading',
		'menu-list',
		'parts-bar',
		'row-list',
		'summary',
		'table',
		'tabs',
		'waiting',
	].includes(component),
);

/** Every component in every state. */
export const galleryStates: readonly GalleryState[] = [
	...usualStates,
	...lookedAt('private', privateStates),
	...lookedAt('spoken', spokenStates),
];

function lookedAt(
	look: Look,
	states: readonly GalleryState[],
): readonly GalleryState[] {
	return states.map((one) => ({...one, look, state: `${one.state}, ${look}`}));
}

function countsOf(browsed: BrowserTable): FacetCounts {
	const counts = new FacetCounts(browsed, everything);
	counts.work(browsed.rows.total + 1);
	return counts;
}

function browserStates(): readonly GalleryState[] {
	const state = initialState(true, 0);
	const opened = {...noTable, tab: 1, table};
	const shown = findRows(opened, '');
	const found = findRows(opened, 'ada');
	const missed = findRows(opened, 'nobody');
	const narrowed = findRows({...opened, facets: {outcome: 'created'}}, '');
	const sorted = findRows(
		{...opened, sort: {column: 1, isDescending: true}},
		'',
	);
	const counts = countsOf(table);
	return [
		{name: 'a table', plan: shown, filter: ''},
		{name: 'a filter that finds something', plan: found, filter: 'ada'},
		{name: 'a filter that finds nothing', plan: missed, filter: 'nobody'},
		{name: 'only one outcome', plan: narrowed, filter: ''},
		{name: 'sorted', plan: sorted, filter: ''},
		{name: 'what it can be narrowed to', plan: {...shown, counts}, filter: ''},
		{name: 'a row opened', plan: {...shown, opened: people[0]}, filter: ''},
	].map(({name, plan, filter}) => ({
		component: 'browser',
		state: name,
		show: (columns) => (
			<Browser
				id="plan"
				state={{
					...state,
					tables: {...state.tables, plan},
					fields: {'plan-filter': fieldWith(filter)},
				}}
				size={{columns, rows: 8}}
			/>
		),
	}));
}
