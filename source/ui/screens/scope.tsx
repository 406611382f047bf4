import {Box} from 'ink';
import {type Choices} from '../../migration/choices.ts';
import {type ScreenKeys, back, bind, help, menuKeys} from '../bindings.ts';
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

const keys: ScreenKeys = (state) => [
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
	back,
	help,
];

const scopes: ReadonlyArray<Choices['customers']> = ['related', 'all'];

function ScopeView({state, size}: ScreenProps) {
	const {columns} = size;
	const marked = scopes[cursorOf(state.cursors, 'scope')] ?? 'related';
	const facts = choiceLines(state, columns);
	const room = Math.max(size.rows - facts.length - scopes.length - 2, 0);
	const meaning = wrapToFit(meaningsOf(marked, state), {columns, rows: room});
	return (
		<Box flexDirection="column">
			<ToneText>Which customers?</ToneText>
			<MenuList
				menu={menuOf(state)}
				cursors={state.cursors}
				columns={columns}
			/>
			<Lines
				lines={[...meaning.map((row) => line(row, 'quiet')), blank, ...facts]}
			/>
		</Box>
	);
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
			]
		: [
				`Every customer of ${siteNames(state).source}, active and inactive, whether or not a request names them.`,
				'Every customer of the site, active and inactive.',
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
		],
		columns,
	);
}

function narrowChoiceLines({
	choices: {inactive, missingAtlassian},
}: SessionState): readonly Line[] {
	return [
		line(
			`i  inactive: ${inactive === 'copy' ? 'copied, access revoked' : 'left out'}`,
		),
		line(
			`m  missing Atlassian: ${missingAtlassian === 'create' ? 'portal-only' : 'only listed'}`,
		),
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
