import {Box} from 'ink';
import {use} from 'react';
import {type Side} from '../../migration/events.ts';
import {neutralise} from '../../text/neutralise.ts';
import {Explained} from '../components/explained.tsx';
import {MenuList} from '../components/menu-list.tsx';
import {Scroll} from '../components/scroll.tsx';
import {ToneText} from '../components/tone-text.tsx';
import {Waiting} from '../components/waiting.tsx';
import {cursorOf} from '../cursors.ts';
import {type Menu} from '../menu.ts';
import {savedSiteRows} from '../present/saved-sites.ts';
import {findingLines} from '../present/site-checks.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {savedSitesFor, siteOf} from '../state-facts.ts';
import {themeContext} from '../theme.ts';
import {Login} from './login.tsx';
import {savedSitesMenu, siteKeys} from './site-keys.ts';

type SiteViewProps = ScreenProps & {readonly side: Side};

/** Chooses one of the two sites and shows what a check of it found. */
function SiteView(props: SiteViewProps) {
	const {state, side, size} = props;
	const {stage} = state.sites[side];

	switch (stage.type) {
		case 'choosing': {
			return <SavedSites {...props} />;
		}

		case 'typing': {
			return <Login {...props} part={stage.part} />;
		}

		case 'connecting': {
			return (
				<Waiting>{`Asking ${neutralise(stage.entry.address)} who we are there and what we may do…`}</Waiting>
			);
		}

		case 'refused': {
			return (
				<Explained explanation={stage.explanation} columns={size.columns} />
			);
		}

		case 'connected': {
			return (
				<Box flexDirection="column">
					<ToneText tone="quiet">{neutralise(stage.site.url)}</ToneText>
					<ToneText> </ToneText>
					<Scroll
						lines={findingLines(stage.site.checks, size.columns)}
						rows={size.rows - 2}
						offset={cursorOf(state.cursors, 'findings')}
					/>
				</Box>
			);
		}
	}
}

function SavedSites({state, side, size}: SiteViewProps) {
	const {isScreenReader = false} = use(themeContext);
	const menu = savedSitesMenu(state, side);
	const {titles, rows} = savedSiteRows(
		savedSitesFor(state, side),
		size.columns - 2,
	);
	return (
		<Box flexDirection="column">
			<ToneText>
				{side === 'source'
					? 'Copy from which site? It is only read.'
					: 'Copy to which site?'}
			</ToneText>
			<ToneText tone="quiet" spoken="">
				{rows.length === 0 ? ' ' : `  ${titles}`}
			</ToneText>
			<MenuList
				menu={isScreenReader ? menu : withRows(menu, rows)}
				cursors={state.cursors}
				columns={size.columns}
				rows={size.rows - 2}
			/>
		</Box>
	);
}

/** The same choices, drawn as rows of a table. */
function withRows(menu: Menu, rows: readonly string[]): Menu {
	return {
		...menu,
		choices: menu.choices.map(({label, action}, index) => ({
			label: rows[index] ?? label,
			action,
		})),
	};
}

function titleFor(side: Side): Screen['title'] {
	const place = side === 'source' ? 'Source' : 'Destination';
	return (state) => {
		const site = siteOf(state, side);
		return site === undefined ? place : `${place} › ${neutralise(site.name)}`;
	};
}

function screenFor(side: Side): Screen {
	return {
		View: (props) => <SiteView {...props} side={side} />,
		keys: siteKeys(side),
		title: titleFor(side),
		aside: ({wizard}) =>
			wizard.task.type === 'resume' ? `to resume run ${wizard.task.run}` : '',
	};
}

export const sourceScreen = screenFor('source');
export const destinationScreen = screenFor('destination');
