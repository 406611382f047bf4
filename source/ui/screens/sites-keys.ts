import {neutralise} from '../../text/neutralise.ts';
import {
	type Binding,
	type ScreenKeys,
	back,
	bind,
	bindUnless,
	help,
	menuKeys,
	moveIn,
	scrollIn,
} from '../bindings.ts';
import {cursorOf} from '../cursors.ts';
import {type LoginPart} from '../fields.ts';
import {newEntry} from '../managing-sites.ts';
import {type Menu} from '../menu.ts';
import {checkedLines} from '../checked-site.ts';
import {type SavedSite} from '../services.ts';
import {type SessionState} from '../session-state.ts';
import {typedText} from '../state-facts.ts';
import {loginKeys} from './site-keys.ts';

/** Practice sites are what the demo is about; nothing real stands beside them. */
const demoRefusal =
	'The demo has its two practice sites; start jsm-ferry without demo for your own.';

export const sitesKeys: ScreenKeys = (state, size) => {
	const {stage} = state.managedSites;

	switch (stage.type) {
		case 'list': {
			return listKeys(state);
		}

		case 'typing': {
			return loginKeys(newEntry(state), stage.part, {
				open: (part: LoginPart) => ({type: 'site-typing', part}),
				connect: (entry) => ({type: 'site-check-asked', entry}),
			});
		}

		case 'checking': {
			return [{...back, label: 'stop'}, help];
		}

		case 'changing': {
			return [back, help];
		}

		case 'refused': {
			const {entry} = stage;
			return [
				bind('checkSite', 'check again', {type: 'site-check-asked', entry}),
				back,
				help,
			];
		}

		case 'checked': {
			const {entry, site} = stage;
			const lines = checkedLines(site, size.columns).length;
			const change = {type: 'keep-token', name: site.name} as const;
			return [
				bind('choose', 'sites', {type: 'sites-listed'}),
				...(site.token === 'asked'
					? [
							bindUnless(
								site.hasKeychain
									? undefined
									: 'There is no keychain here that could keep it.',
								'keepToken',
								'keep the token',
								{type: 'site-change-asked', change},
							),
						]
					: []),
				bind('checkSite', 'check again', {type: 'site-check-asked', entry}),
				...scrollIn(state, 'findings', {lines, rows: size.rows}),
				back,
				help,
			];
		}

		case 'renaming': {
			return [renameKey(state, stage.name), back];
		}

		case 'removing': {
			return [...menuKeys(state, removeMenu(stage.name)), back, help];
		}
	}
};

function listKeys(state: SessionState): readonly Binding[] {
	const {sites} = state.home;
	const site = sites[cursorOf(state.cursors, 'sites')] ?? sites.at(-1);
	const none = site === undefined ? 'No site is saved yet.' : undefined;
	const name = site?.name ?? '';
	const fixed = state.isPractice ? demoRefusal : undefined;
	return [
		bindUnless(none, 'choose', 'check', checking(site)),
		bindUnless(fixed, 'addSite', 'add', {type: 'site-adding'}),
		moveIn(state, 'sites', sites.length),
		bindUnless(fixed ?? none, 'changeLogin', 'change the login', {
			type: 'site-adding',
			...(site !== undefined && {site}),
		}),
		bindUnless(fixed ?? none, 'renameSite', 'rename', {
			type: 'site-renaming',
			name,
		}),
		bindUnless(fixed ?? none, 'removeSite', 'remove', {
			type: 'site-removing',
			name,
		}),
		back,
		help,
	];
}

function checking(site: SavedSite | undefined) {
	return site === undefined
		? ({type: 'sites-listed'} as const)
		: ({type: 'saved-site-checked', site} as const);
}

function renameKey(state: SessionState, name: string): Binding {
	const newName = typedText(state, 'site-name').trim();
	const isTaken =
		newName !== name && state.home.sites.some((one) => one.name === newName);
	const refusal =
		newName === ''
			? 'Type a name.'
			: isTaken
				? 'Another site has that name.'
				: undefined;
	return bindUnless(refusal, 'choose', 'rename', {
		type: 'site-change-asked',
		change: {type: 'rename', name, newName},
	});
}

/** No comes first, so that an Enter too many removes nothing. */
export function removeMenu(name: string): Menu {
	return {
		list: 'remove-site',
		choices: [
			{label: 'No, keep it', action: {type: 'sites-listed'}},
			{
				label: `Yes, forget ${neutralise(name)}`,
				action: {type: 'site-change-asked', change: {type: 'remove', name}},
			},
		],
	};
}
