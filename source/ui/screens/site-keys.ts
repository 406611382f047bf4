import {type Side} from '../../migration/events.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type Action} from '../actions.ts';
import {
	type Binding,
	type ScreenKeys,
	back,
	bind,
	bindUnless,
	help,
	menuKeys,
	scrollIn,
} from '../bindings.ts';
import {typedEntry} from '../choosing-sites.ts';
import {type LoginPart} from '../fields.ts';
import {type Menu} from '../menu.ts';
import {findingLines} from '../present/site-checks.ts';
import {
	type ConnectedSite,
	type SavedSite,
	type SiteEntry,
} from '../services.ts';
import {type SessionState} from '../session-state.ts';
import {savedSitesFor} from '../state-facts.ts';

const parts: readonly LoginPart[] = ['address', 'email', 'token'];

/** The keys of source and destination, which are chosen alike. */
export function siteKeys(side: Side): ScreenKeys {
	return (state, size) => {
		const {stage} = state.sites[side];

		switch (stage.type) {
			case 'choosing': {
				return [...menuKeys(state, savedSitesMenu(state, side)), back, help];
			}

			case 'typing': {
				return loginKeys(typedEntry(state, side), stage.part, {
					open: (part) => ({type: 'login-opened', side, part}),
					connect: (entry) => ({type: 'site-entered', side, entry}),
				});
			}

			case 'connecting': {
				return [{...back, label: 'stop'}, help];
			}

			case 'refused': {
				return [
					bind('choose', 'change the login', editing(side)),
					checkAgain(side),
					back,
					help,
				];
			}

			case 'connected': {
				const {site} = stage;
				const lines = findingLines(site.checks, size.columns).length;
				return [
					bindUnless(obstacle(side, site), 'choose', 'go on', {
						type: 'went-on',
					}),
					checkAgain(side),
					bind('login', 'change the login', editing(side)),
					...(site.canKeepToken === true
						? [
								bind('keepToken', 'keep the token', {
									type: 'token-keeping',
									side,
								}),
							]
						: []),
					...scrollIn(state, 'findings', {lines, rows: size.rows - 2}),
					back,
					help,
				];
			}
		}
	};
}

/** Sites that are saved, and a way to another one. Details are for those who hear them; others see a table. */
export function savedSitesMenu(state: SessionState, side: Side): Menu {
	return {
		list: side,
		choices: [
			...savedSitesFor(state, side).map((saved) => ({
				label: neutralise(saved.name),
				detail: detailOf(saved),
				action: {type: 'site-picked', side, saved} as const,
			})),
			{label: 'Another site…', action: {type: 'site-picked', side}},
		],
	};
}

function detailOf({url, email, token}: SavedSite): string {
	const from = {
		keychain: 'token from the keychain',
		environment: 'token from the environment',
		practice: 'practice site',
		asked: 'token to be typed',
	}[token];
	const address = url.replace(/^https?:\/\//v, '');
	return `${neutralise(address)}, ${neutralise(email)}, ${from}`;
}

/** The keys of a login that is being typed: address, email and token, then on to the site. */
export function loginKeys(
	entry: SiteEntry,
	part: LoginPart,
	actions: {
		readonly open: (part: LoginPart) => Action;
		readonly connect: (entry: SiteEntry) => Action;
	},
): readonly Binding[] {
	const missing = missingPart(entry, part);
	const goOn =
		part === 'token'
			? bindUnless(missing, 'choose', 'connect', actions.connect(entry))
			: bindUnless(missing, 'choose', 'next', actions.open(next(part, 1)));
	return [
		goOn,
		{
			key: 'field',
			label: 'next field',
			act: ({name}) =>
				actions.open(next(part, name === 'tab' || name === 'down' ? 1 : -1)),
		},
		back,
	];
}

function missingPart(
	{address, email}: {readonly address: string; readonly email: string},
	part: LoginPart,
): string | undefined {
	if (address === '') {
		return 'Type the address of the site first.';
	}

	return email === '' && part !== 'address'
		? 'Type the email of the Atlassian account first.'
		: undefined;
}

function next(part: LoginPart, by: number): LoginPart {
	const index = parts.indexOf(part) + by + parts.length;
	return parts[index % parts.length]!;
}

function editing(side: Side) {
	return {type: 'login-edited', side} as const;
}

function checkAgain(side: Side): Binding {
	return bind('again', 'check again', {type: 'site-asked-again', side});
}

/** What keeps a copy from going on with this site. */
function obstacle(side: Side, site: ConnectedSite): string | undefined {
	const missing = site.checks.find(
		({state, isNeeded}) => state === 'missing' && isNeeded,
	);

	if (missing !== undefined) {
		return `Not without this: ${missing.label}.`;
	}

	return side === 'source' && site.projects.length === 0
		? 'This login sees no service project to copy from.'
		: undefined;
}
