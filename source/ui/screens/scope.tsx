import {Box} from 'ink';
import {type Choices} from '../../migration/choices.ts';
import {number, quantity} from '../../migration/quantity.ts';
import {
	type Binding,
	type ScreenKeys,
	back,
	bind,
	bindUnless,
	help,
	menuKeys,
} from '../bindings.ts';
import {Lines} from '../components/lines.tsx';
import {MenuList} from '../components/menu-list.tsx';
import {ToneText} from '../components/tone-text.tsx';
import {cursorOf} from '../cursors.ts';
import {type Menu} from '../menu.ts';
import {factLines} from '../present/facts.ts';
import {type Line, blank, line} from '../present/line.ts';
import {listOf, someOf} from '../present/words.ts';
import {wrapToFit} from '../present/wrap.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {type SessionState} from '../session-state.ts';
import {chosenProjects, siteNames} from '../state-facts.ts';
import {neutralise} from '../../text/neutralise.ts';
import {ScopeAsked, scopeQuestionKeys} from './scope-question.tsx';

const keys: ScreenKeys = (state) =>
	state.scopeQuestion === undefined
		? scopeKeys(state)
		: scopeQuestionKeys(state, state.scopeQuestion);

const scopeKeys = (state: SessionState): readonly Binding[] => [
	...menuKeys(state, menuOf(state)),
	bind('inactive', 'inactive', {
		type: 'choices-made',
		choices: {inactive: state.choices.inactive === 'copy' ? 'skip' : 'copy'},
	}),
	bind('missing', 'missing', {
		type: 'choices-made',
		choices: {
			missingAtlassian:
				state.choices.missingAtlassian === 'create' ? 'attention' : 'create',
		},
	}),
	bind('pilot', 'pilot', {type: 'pilot-asked'}),
	bind('activity', 'requests', {
		type: 'choices-made',
		choices: {
			activity: state.choices.activity === 'link' ? 'leave' : 'link',
		},
	}),
	...linkingKeys(state),
	back,
	help,
];

/** How requests are linked is asked only where they are. */
function linkingKeys({choices}: SessionState): readonly Binding[] {
	const {activity, proposed} = choices;
	const whyNot =
		activity === 'link' ? undefined : 'Requests are left as they are; press l.';
	return [
		bindUnless(whyNot, 'placeholders', 'accounts', {
			type: 'placeholders-asked',
		}),
		bindUnless(whyNot, 'proposed', 'proposed', {
			type: 'choices-made',
			choices: {proposed: proposed === 'link' ? 'list' : 'link'},
		}),
	];
}

const scopes: ReadonlyArray<Choices['customers']> = ['related', 'all'];

function ScopeView({state, size}: ScreenProps) {
	const {columns} = size;
	const {scopeQuestion} = state;

	if (scopeQuestion !== undefined) {
		return <ScopeAsked question={scopeQuestion} state={state} size={size} />;
	}

	const marked = scopes[cursorOf(state.cursors, 'scope')] ?? 'related';
	const facts = choiceLines(state, columns);
	const left = size.rows - facts.length - scopes.length;
	const isTight = left < 2;
	const room = Math.max(left - 2, 0);
	const meaning = wrapToFit(meaningsOf(marked, state), {columns, rows: room});
	return (
		<Box flexDirection="column">
			{!isTight && <ToneText>Which customers?</ToneText>}
			<MenuList
				menu={menuOf(state)}
				cursors={state.cursors}
				columns={columns}
			/>
			<Lines
				lines={[
					...meaning.map((row) => line(row, 'quiet')),
					...(isTight ? [] : [blank]),
					...facts,
				]}
			/>
		</Box>
	);
}

function pilotWords({choices: {limit}}: SessionState): string {
	return limit === undefined
		? 'no, all of them'
		: `at most ${quantity(limit, 'customer')} and what they need`;
}

function menuOf(state: SessionState): Menu {
	const labels = {
		related: `Related to ${projectKeys(state)}`,
		all: 'All customers',
	};
	return {
		list: 'scope',
		choices: scopes.map((customers) => ({
			label: labels[customers],
			action: {type: 'scope-chosen', customers},
		})),
	};
}

function projectKeys(state: SessionState): string {
	return someOf(
		chosenProjects(state).map(({from}) => neutralise(from.key)),
		4,
	);
}

/** What a scope means, at length and in short. */
function meaningsOf(
	scope: Choices['customers'],
	state: SessionState,
): readonly string[] {
	return scope === 'related'
		? [
				'Those on the customer lists of these projects, in their organizations, and named anywhere in their requests, comments, workflows, permissions and roles.',
				'On these projects’ lists, in their organizations, or named in them.',
				'On their lists, or named in them.',
			]
		: [
				`Every customer of ${siteNames(state).source}, active and inactive, whether or not a request names them.`,
				'Every customer of the site, active and inactive.',
				'Active ones and inactive ones.',
			];
}

/** The other choices, each with the key that changes it. */
function choiceLines(state: SessionState, columns: number): readonly Line[] {
	if (columns < 60) {
		return narrowChoiceLines(state);
	}

	const inactive =
		state.choices.inactive === 'copy'
			? 'copied, and their access revoked at once'
			: 'left out';
	const missing =
		state.choices.missingAtlassian === 'create'
			? 'get a portal-only account'
			: 'not copied; listed as needing attention';

	return factLines(
		[
			{
				label: 'organizations',
				text: `always those related to ${projectKeys(state)}`,
			},
			{label: 'i  inactive customers', text: inactive},
			{label: 'm  missing Atlassian accounts', text: missing},
			{label: 'p  pilot', text: pilotWords(state)},
			{label: 'l  requests already there', text: activityText(state)},
			...(state.choices.activity === 'link'
				? [
						{label: 'a  placeholder accounts', text: placeholderText(state)},
						{label: 'o  proposed pairs', text: proposedText(state)},
					]
				: []),
		],
		columns,
	);
}

/** Requests are never copied; those that someone copied may stand under nobody. */
function activityText({choices}: SessionState): string {
	return choices.activity === 'link'
		? 'linked to their customers where nobody else is set'
		: 'left as they are';
}

/** Where an import did not know the person, it set one of these. */
function placeholderText({choices: {placeholders}}: SessionState): string {
	return placeholders.length === 0
		? 'none'
		: someOf(
				placeholders.map((name) => neutralise(name)),
				2,
			);
}

function proposedText({choices: {proposed}}: SessionState): string {
	return proposed === 'link'
		? 'linked too, although they are not certain'
		: 'only listed, not linked';
}

function narrowChoiceLines({
	choices: {
		inactive,
		missingAtlassian,
		limit,
		activity,
		placeholders,
		proposed,
	},
}: SessionState): readonly Line[] {
	const isLinking = activity === 'link';
	return [
		line(
			`i  inactive: ${inactive === 'copy' ? 'copied, access revoked' : 'left out'}`,
		),
		line(
			`m  missing Atlassian: ${missingAtlassian === 'create' ? 'portal-only' : 'only listed'}`,
		),
		line(
			`p  pilot: ${limit === undefined ? 'no, all of them' : quantity(limit, 'customer')}`,
		),
		line(`l  requests there: ${isLinking ? 'linked' : 'left'}`),
		...(isLinking
			? [
					line(`a  placeholder accounts: ${number(placeholders.length)}`),
					line(
						`o  proposed pairs: ${proposed === 'link' ? 'linked' : 'listed'}`,
					),
				]
			: []),
	];
}

export const scopeScreen: Screen = {
	View: ScopeView,
	keys,
	title(state) {
		const {source, destination} = siteNames(state);
		const pairs = chosenProjects(state).map(({from, to}) =>
			neutralise(to === undefined ? from.key : `${from.key} → ${to.key}`),
		);
		return `Scope › ${source} → ${destination} › ${listOf(pairs)}`;
	},
};
