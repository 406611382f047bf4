import {Box} from 'ink';
import {use} from 'react';
import {neutralise} from '../../text/neutralise.ts';
import {Explained} from '../components/explained.tsx';
import {Field} from '../components/field.tsx';
import {Lines} from '../components/lines.tsx';
import {MenuList} from '../components/menu-list.tsx';
import {ListHeading} from '../components/list-heading.tsx';
import {RowList} from '../components/row-list.tsx';
import {Scroll} from '../components/scroll.tsx';
import {ToneText} from '../components/tone-text.tsx';
import {Waiting} from '../components/waiting.tsx';
import {cursorOf} from '../cursors.ts';
import {fieldOf} from '../fields.ts';
import {checkedLines} from '../checked-site.ts';
import {spokenRow} from '../present/columns.ts';
import {line} from '../present/line.ts';
import {
	savedSiteCells,
	savedSiteRows,
	savedSiteTitles,
} from '../present/saved-sites.ts';
import {wrap} from '../present/wrap.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {themeContext} from '../theme.ts';
import {Login} from './login.tsx';
import {removeMenu, sitesKeys} from './sites-keys.ts';

/** The saved sites, apart from any copy. */
function SitesView(props: ScreenProps) {
	const {state, size} = props;
	const {stage} = state.managedSites;
	const {columns, rows} = size;

	switch (stage.type) {
		case 'list': {
			return <SiteList {...props} />;
		}

		case 'typing': {
			return <Login {...props} side="new" part={stage.part} />;
		}

		case 'checking': {
			return (
				<Waiting>{`Asking ${neutralise(stage.entry.address)} who we are there and what we may do…`}</Waiting>
			);
		}

		case 'refused': {
			return <Explained explanation={stage.explanation} columns={columns} />;
		}

		case 'checked': {
			return (
				<Scroll
					lines={checkedLines(stage.site, columns)}
					rows={rows}
					offset={cursorOf(state.cursors, 'findings')}
				/>
			);
		}

		case 'changing': {
			return <Waiting>{`Changing ${neutralise(stage.change.name)}…`}</Waiting>;
		}

		case 'renaming': {
			return (
				<Box flexDirection="column">
					<ToneText>{`Another name for ${neutralise(stage.name)}, for this program only`}</ToneText>
					<Field
						field={fieldOf(state.fields, 'site-name')}
						isActive={state.overlay === undefined}
						columns={columns}
					/>
				</Box>
			);
		}

		case 'removing': {
			const words = `Forget ${neutralise(stage.name)}, and its token where that is in the keychain? Runs and reports stay, and nothing changes on the site.`;
			return (
				<Box flexDirection="column">
					<Lines lines={wrap(words, columns).map((row) => line(row))} />
					<MenuList
						menu={removeMenu(stage.name)}
						cursors={state.cursors}
						columns={columns}
					/>
				</Box>
			);
		}
	}
}

function SiteList({state, size}: ScreenProps) {
	const {sites, isRead} = state.home;
	const {columns, rows} = size;
	const {isScreenReader = false} = use(themeContext);

	if (sites.length === 0) {
		return isRead ? (
			<Lines
				lines={wrap(
					'No site is saved yet. Press a to add one; a site that you connect to for a copy is saved, too.',
					columns,
				).map((row) => line(row))}
			/>
		) : null;
	}

	const {titles, rows: texts} = savedSiteRows(sites, columns - 2);
	const heading = isScreenReader ? spokenRow(savedSiteTitles) : titles;
	return (
		<Box flexDirection="column">
			<ListHeading>{heading}</ListHeading>
			<RowList
				items={sites}
				toLine={(_, index) => line(texts[index] ?? '')}
				toSpoken={savedSiteCells}
				cursor={Math.min(cursorOf(state.cursors, 'sites'), sites.length - 1)}
				rows={rows - 1}
			/>
		</Box>
	);
}

export const sitesScreen: Screen = {
	View: SitesView,
	keys: sitesKeys,
	title: ({managedSites: {stage}}) =>
		stage.type === 'checked'
			? `Sites › ${neutralise(stage.site.name)}`
			: 'Sites',
};
