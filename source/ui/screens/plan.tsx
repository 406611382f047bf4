import {Box} from 'ink';
import {type ScreenKeys, back, bind, bindUnless, help} from '../bindings.ts';
import {Browser} from '../components/browser.tsx';
import {Saving} from '../components/saving.tsx';
import {Summary} from '../components/summary.tsx';
import {Tabs} from '../components/tabs.tsx';
import {cursorOf} from '../cursors.ts';
import {planTabs} from '../present/plan-tables.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {allConflicts, openConflicts, siteNames} from '../state-facts.ts';
import {changeEmailKeys, emailEditKeys} from './email-edit-keys.ts';
import {EmailEditing} from './email-edit.tsx';
import {planSummary} from './plan-summary.ts';
import {isInside, summaryKeys, tabKeys, tableKeys} from './table-keys.ts';

const keys: ScreenKeys = (state, size) => {
	const {tab} = state.tables.plan;
	const open = openConflicts(state).length;

	if (state.saving.type !== 'none') {
		return [{...back, label: 'close'}, help];
	}

	if (state.emailEdit !== undefined) {
		return emailEditKeys(state, state.emailEdit);
	}

	if (isInside(state, 'plan')) {
		return [
			...tableKeys(state, 'plan', size),
			...(state.isFiltering ? [] : changeEmailKeys(state)),
		];
	}

	const next = open > 0 ? 'settle conflicts' : 'go on';
	return [
		...(tab === 0
			? [
					bind('choose', next, {type: 'went-on'}),
					...(state.plan === undefined
						? []
						: summaryKeys(state, planSummary(state.plan, size.columns), size)),
				]
			: [...tableKeys(state, 'plan', size), ...changeEmailKeys(state)]),
		...tabKeys(state, 'plan'),
		bindUnless(
			allConflicts(state).length === 0 ? 'There are no conflicts.' : undefined,
			'conflicts',
			'conflicts',
			{type: 'went-to', route: 'conflicts'},
		),
		bind('goOn', next, {type: 'went-on'}),
		...(state.plan === undefined
			? []
			: [
					bind('savePlan', 'save', {
						type: 'save-asked',
						saved: {what: 'plan', plan: state.plan},
					}),
				]),
		back,
		help,
	];
};

function PlanView({state, size}: ScreenProps) {
	const {plan, tables, emailEdit} = state;
	const {columns, rows} = size;

	if (plan !== undefined && emailEdit !== undefined) {
		return (
			<Box flexDirection="column">
				<Tabs tabs={planTabs} current={tables.plan.tab} columns={columns} />
				<EmailEditing
					edit={emailEdit}
					plan={plan}
					state={state}
					size={{columns, rows: rows - 1}}
				/>
			</Box>
		);
	}

	if (state.saving.type !== 'none') {
		return <Saving saving={state.saving} columns={columns} />;
	}

	return (
		<Box flexDirection="column">
			<Tabs tabs={planTabs} current={tables.plan.tab} columns={columns} />
			{tables.plan.tab === 0 && plan !== undefined ? (
				<Summary
					{...planSummary(plan, columns)}
					offset={cursorOf(state.cursors, 'details')}
					size={{columns, rows: rows - 1}}
				/>
			) : (
				<Browser id="plan" state={state} size={{columns, rows: rows - 1}} />
			)}
		</Box>
	);
}

export const planScreen: Screen = {
	View: PlanView,
	keys,
	title(state) {
		const {source, destination} = siteNames(state);
		return `Plan › ${source} → ${destination}`;
	},
	aside: () => 'nothing has been written yet',
};
