import {type LoginRights} from '../jira/rights.ts';
import {type Side} from '../migration/events.ts';
import {type Site} from '../migration/model.ts';
import {type SiteCheck} from '../ui/services.ts';

/** What a copy needs of a site, held against what was found there. */
export function siteChecks(
	side: Side,
	site: Site,
	login: string,
	rights: LoginRights,
): readonly SiteCheck[] {
	const common = [
		found('address', `${site.name}, Jira Cloud`),
		found('login', login),
		needed(
			'Jira administrator',
			rights.isAdministrator,
			side === 'source'
				? 'needed to tell agents from customers'
				: 'needed to create customers',
		),
		needed(
			'browse users',
			rights.canBrowseUsers,
			'needed to see who has an account (global permission “Browse users and groups”)',
		),
	];
	return side === 'source' ? common : [...common, revoking(rights), mailAdvice];
}

/** Nothing the tool sends mails anyone; whether a site does so by itself on creation is not documented. */
const mailAdvice: SiteCheck = {
	label: 'mail',
	state: 'advice',
	detail:
		'to be on the safe side, switch off “Customer invited” in the projects’ customer notifications',
	isNeeded: false,
};

function found(label: string, detail: string): SiteCheck {
	return {label, state: 'ok', detail, isNeeded: true};
}

function needed(label: string, isOk: boolean, why: string): SiteCheck {
	return {
		label,
		state: isOk ? 'ok' : 'missing',
		detail: isOk ? '' : why,
		isNeeded: true,
	};
}

function revoking({isSiteAdministrator}: LoginRights): SiteCheck {
	return {
		label: 'site administrator',
		state: isSiteAdministrator ? 'ok' : 'advice',
		detail: isSiteAdministrator
			? ''
			: 'missing: inactive customers can’t be copied as inactive and stay behind; everything else works',
		isNeeded: false,
	};
}
