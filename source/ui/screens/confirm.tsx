import {Box} from 'ink';
import {type Plan} from '../../migration/plan.ts';
import {summarizePlan} from '../../migration/plan-summary.ts';
import {quantity} from '../../migration/quantity.ts';
import {neutralise} from '../../text/neutralise.ts';
import {
	type ScreenKeys,
	back,
	bindUnless,
	help,
	menuKeys,
} from '../bindings.ts';
import {Field} from '../components/field.tsx';
import {Lines} from '../components/lines.tsx';
import {MenuList} from '../components/menu-list.tsx';
import {fieldOf} from '../fields.ts';
import {type Menu} from '../menu.ts';
import {type Fact, factLines} from '../present/facts.ts';
import {type Line, type Tone, blank, line} from '../present/line.ts';
import {
	additionParts,
	customerParts,
	effortText,
	organizationParts,
	partsText,
} from '../present/plan-numbers.ts';
import {wrap} from '../present/wrap.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {type SessionState} from '../session-state.ts';
import {type Size} from '../size.ts';
import {hasDataThere, siteNames, siteOf, typedText} from '../state-facts.ts';

const keys: ScreenKeys = (state) => {
	if (!hasDataThere(state)) {
		return [...menuKeys(state, yesOrNo(state)), back, help];
	}

	const {name = ''} = siteOf(state, 'destination') ?? {};
	const isTyped = typedText(state, 'destination-name').trim() === name.trim();
	return [
		bindUnless(
			isTyped ? undefined : `Type ${neutralise(name)} to copy.`,
			'choose',
			'copy',
			{type: 'copy-confirmed'},
		),
		back,
	];
};

function ConfirmView(props: ScreenProps) {
	const {state, size} = props;
	const {plan} = state;
	const {columns} = size;

	if (plan === undefined) {
		return null;
	}

	return (
		<Box flexDirection="column">
			<Lines lines={confirmLines(state, plan, size)} />
			{hasDataThere(state) ? (
				<Field
					field={fieldOf(state.fields, 'destination-name')}
					isActive={state.overlay === undefined}
					columns={columns}
				/>
			) : (
				<MenuList
					menu={yesOrNo(state)}
					cursors={state.cursors}
					columns={columns}
				/>
			)}
		</Box>
	);
}

/** What is said before the question. Where there is little room, only what must be known. */
function confirmLines(
	state: SessionState,
	plan: Plan,
	{columns, rows}: Size,
): readonly Line[] {
	const text = (words: string, tone?: Tone) =>
		wrap(words, columns).map((row) => line(row, tone));
	const {destination} = siteNames(state);
	const {accounts, organizations} = plan.destinationHolds;
	const held = `${destination} already holds ${quantity(accounts, 'account')} and ${quantity(organizations, 'organization')}.`;
	const effort = text(effortText(summarizePlan(plan)));
	// A destination with data of its own is confirmed by its name, so that no Enter too many starts anything.
	const question = hasDataThere(state)
		? text(`To copy into it, type its name: ${destination}`, 'strong')
		: [];
	const full = [
		...factLines(factsOf(plan), columns),
		blank,
		...effort,
		blank,
		...(hasDataThere(state)
			? [
					...text(
						`${held} What is there stays as it is, but for what you merged or mapped.`,
					),
					blank,
				]
			: []),
		...question,
	];
	const answerRows = 2;
	return full.length + answerRows <= rows
		? full
		: [...effort, ...(hasDataThere(state) ? text(held) : []), ...question];
}

/** No comes first, so that an Enter too many starts nothing. */
function yesOrNo(state: SessionState): Menu {
	const {destination} = siteNames(state);
	return {
		list: 'confirm',
		choices: [
			{label: 'No, go back', action: {type: 'went-back'}},
			{
				label: `Yes, copy into ${destination}`,
				action: {type: 'copy-confirmed'},
			},
		],
	};
}

function factsOf(plan: Plan): readonly Fact[] {
	const summary = summarizePlan(plan);
	return [
		{
			label: 'from',
			text: neutralise(`${plan.source.name}, ${plan.source.url}`),
		},
		{
			label: 'into',
			text: neutralise(`${plan.destination.name}, ${plan.destination.url}`),
			tone: 'strong',
		},
		{label: 'customers', text: partsText(customerParts(summary))},
		{label: 'organizations', text: partsText(organizationParts(summary))},
		{
			label: 'memberships',
			text: partsText(additionParts(summary.memberships)),
		},
	];
}

export const confirmScreen: Screen = {
	View: ConfirmView,
	keys,
	title: (state) => `Confirm › into ${siteNames(state).destination}`,
	aside: () => 'nothing has been written yet',
};
