import {type Side} from '../migration/events.ts';
import {type LoginPart} from './fields.ts';
import {type SavedSite, type SiteEntry} from './services.ts';
import {type SessionState} from './session-state.ts';
import {
	type SiteAction,
	type SiteState,
	connectedSite,
	entryFor,
	reduceSite,
} from './sites-state.ts';
import {savedSitesFor, typedText} from './state-facts.ts';
import {emptyField, fieldWith} from './text-field.ts';

/** Chooses a saved site. It is connected to at once, unless its token has to be typed. */
export function pickSite(
	state: SessionState,
	side: Side,
	saved: SavedSite,
): SessionState {
	return saved.token === 'asked'
		? openLogin(state, side, 'token', entryFor(saved))
		: changeSite(state, {type: 'site-entered', side, entry: entryFor(saved)});
}

/** Opens the login of a site, filled with what is known. */
export function openLogin(
	state: SessionState,
	side: Side,
	part: LoginPart,
	entry?: SiteEntry,
): SessionState {
	const opened = changeSite(state, {type: 'login-opened', side, part});
	return entry === undefined
		? opened
		: {
				...opened,
				fields: {
					...opened.fields,
					[`${side}-address`]: fieldWith(entry.address),
					[`${side}-email`]: fieldWith(entry.email),
				},
			};
}

/** What was typed of a login. A blank token is left out, since it may be kept elsewhere. */
export function typedEntry(state: SessionState, side: Side): SiteEntry {
	const token = typedText(state, `${side}-token`).trim();
	const entry = {
		address: typedText(state, `${side}-address`).trim(),
		email: typedText(state, `${side}-email`).trim(),
	};
	return token === '' ? entry : {...entry, token};
}

/** Begins choosing: with the list of saved sites or, where there are none, with the login of a new one. */
export function beginChoosing(state: SessionState, side: Side): SessionState {
	return savedSitesFor(state, side).length === 0
		? openLogin(state, side, 'address')
		: changeSite(state, {type: 'site-choosing-begun', side});
}

/** Chooses the saved site of that name or address, if there is one. */
export function pickNamed(
	state: SessionState,
	side: Side,
	name: string | undefined,
): SessionState {
	const saved = state.home.sites.find(
		(site) => site.name === name || site.url === name,
	);
	return saved === undefined
		? beginChoosing(state, side)
		: pickSite(state, side, saved);
}

/** Changes what is known of one of the two sites. */
export function changeSite(
	state: SessionState,
	action: SiteAction,
): SessionState {
	const {side} = action;
	const site = refuseSame(state, side, reduceSite(state.sites[side], action));
	const isIn = site.stage.type === 'connected';
	return {
		...state,
		sites: {...state.sites, [side]: site},
		// A token that has done its work is not kept where it might be shown.
		fields: isIn
			? {...state.fields, [`${side}-token`]: emptyField}
			: state.fields,
	};
}

/** A copy onto itself is refused before anything is asked. */
function refuseSame(
	{sites}: SessionState,
	side: Side,
	site: SiteState,
): SiteState {
	const {stage, attempt} = site;
	const source = connectedSite(sites.source);

	return side === 'destination' &&
		stage.type === 'connected' &&
		stage.site.url === source?.url
		? {
				attempt,
				stage: {
					type: 'refused',
					entry: stage.entry,
					explanation: {
						problem: `${stage.site.name} is the source already.`,
						nextStep: 'Choose another site as the destination.',
					},
				},
			}
		: site;
}
