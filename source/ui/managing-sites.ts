import {type LoginPart} from './fields.ts';
import {
	type ManagedSitesAction,
	reduceManagedSites,
} from './managed-sites-state.ts';
import {type SavedSite, type SiteEntry} from './services.ts';
import {type SessionState} from './session-state.ts';
import {entryFor} from './sites-state.ts';
import {typedText} from './state-facts.ts';
import {emptyField, fieldWith} from './text-field.ts';

/** Changes what is on the screen of saved sites, with the fields that belong to it. */
export function manageSites(
	state: SessionState,
	action: ManagedSitesAction,
): SessionState {
	const managed = reduceManagedSites(state.managedSites, action);
	const after = {...state, managedSites: managed};

	switch (action.type) {
		case 'site-renaming': {
			const fields = {...state.fields, 'site-name': fieldWith(action.name)};
			return {...after, fields};
		}

		case 'site-removing': {
			// No comes first.
			return {...after, cursors: {...state.cursors, 'remove-site': 0}};
		}

		case 'site-checked': {
			// A token that has done its work is not kept where it might be shown.
			const fields = {...state.fields, 'new-token': emptyField};
			const cursors = {...state.cursors, findings: 0};
			return readAgain({...after, fields, cursors});
		}

		case 'site-changed': {
			return readAgain({...after, notice: action.words});
		}

		default: {
			return after;
		}
	}
}

/** Opens the login of a new site, empty, or that of a saved one whose token has to be typed. */
export function typeSite(
	state: SessionState,
	saved?: Pick<SavedSite, 'url' | 'email'>,
): SessionState {
	const part: LoginPart = saved === undefined ? 'address' : 'token';
	return {
		...manageSites(state, {type: 'site-typing', part}),
		fields: {
			...state.fields,
			'new-address': fieldWith(saved?.url ?? ''),
			'new-email': fieldWith(saved?.email ?? ''),
			'new-token': emptyField,
		},
	};
}

/** Checks a saved site, after asking for its token where that is kept nowhere. */
export function checkSaved(
	state: SessionState,
	saved: SavedSite,
): SessionState {
	return saved.token === 'asked'
		? typeSite(state, saved)
		: manageSites(state, {type: 'site-check-asked', entry: entryFor(saved)});
}

/** What was typed of a new site. */
export function newEntry(state: SessionState): SiteEntry {
	const token = typedText(state, 'new-token').trim();
	return {
		address: typedText(state, 'new-address').trim(),
		email: typedText(state, 'new-email').trim(),
		...(token !== '' && {token}),
	};
}

function readAgain(state: SessionState): SessionState {
	const {home} = state;
	return {...state, home: {...home, visit: home.visit + 1, isRead: false}};
}
