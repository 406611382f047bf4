import {type Explanation} from '../migration/explain.ts';
import {type Side} from '../migration/events.ts';
import {type LoginPart} from './fields.ts';
import {
	type ConnectedSite,
	type SavedSite,
	type SiteEntry,
} from './services.ts';

/** How far choosing one of the two sites is. */
export type SiteState = {
	readonly stage:
		| {readonly type: 'choosing'}
		| {readonly type: 'typing'; readonly part: LoginPart}
		| {readonly type: 'connecting'; readonly entry: SiteEntry}
		| {
				readonly type: 'refused';
				readonly entry: SiteEntry;
				readonly explanation: Explanation;
		  }
		| {
				readonly type: 'connected';
				readonly entry: SiteEntry;
				readonly site: ConnectedSite;
		  };
	/** Counts connections tried, so that a late answer to an earlier one is known as such. */
	readonly attempt: number;
};

export type SiteAction =
	| {readonly type: 'site-choosing-begun'; readonly side: Side}
	| {
			readonly type: 'login-opened';
			readonly side: Side;
			readonly part: LoginPart;
	  }
	| {
			readonly type: 'site-entered';
			readonly side: Side;
			readonly entry: SiteEntry;
	  }
	| {readonly type: 'site-asked-again'; readonly side: Side}
	| {
			readonly type: 'site-connected';
			readonly side: Side;
			readonly attempt: number;
			readonly site: ConnectedSite;
	  }
	| {
			readonly type: 'site-refused';
			readonly side: Side;
			readonly attempt: number;
			readonly explanation: Explanation;
	  };

export const noSite: SiteState = {stage: {type: 'choosing'}, attempt: 0};

export function reduceSite(site: SiteState, action: SiteAction): SiteState {
	const {stage, attempt} = site;

	switch (action.type) {
		case 'site-choosing-begun': {
			return {stage: {type: 'choosing'}, attempt};
		}

		case 'login-opened': {
			return {stage: {type: 'typing', part: action.part}, attempt};
		}

		case 'site-entered': {
			return connecting(action.entry, attempt);
		}

		case 'site-asked-again': {
			return 'entry' in stage ? connecting(stage.entry, attempt) : site;
		}

		case 'site-connected': {
			return stage.type === 'connecting' && action.attempt === attempt
				? {
						stage: {type: 'connected', entry: stage.entry, site: action.site},
						attempt,
					}
				: site;
		}

		case 'site-refused': {
			const {explanation} = action;
			return stage.type === 'connecting' && action.attempt === attempt
				? {stage: {type: 'refused', entry: stage.entry, explanation}, attempt}
				: site;
		}
	}
}

/** The site, once it let us in. */
export function connectedSite({stage}: SiteState): ConnectedSite | undefined {
	return stage.type === 'connected' ? stage.site : undefined;
}

/** A saved site can be connected to at once, unless its token has to be typed. */
export function entryFor({name, url, email}: SavedSite): SiteEntry {
	return {name, address: url, email};
}

function connecting(entry: SiteEntry, attempt: number): SiteState {
	return {stage: {type: 'connecting', entry}, attempt: attempt + 1};
}
