import {type Explanation} from '../migration/explain.ts';
import {type LoginPart} from './fields.ts';
import {type CheckedSite, type SiteEntry} from './services.ts';

/** A change to the saved sites that is being made. */
export type SiteChange =
	| {
			readonly type: 'rename';
			readonly name: string;
			readonly newName: string;
	  }
	| {readonly type: 'remove'; readonly name: string}
	| {readonly type: 'keep-token'; readonly name: string};

/** What is done with the saved sites, apart from any copy. */
export type ManagedSitesState = {
	readonly stage:
		| {readonly type: 'list'}
		| {readonly type: 'typing'; readonly part: LoginPart}
		| {readonly type: 'checking'; readonly entry: SiteEntry}
		| {
				readonly type: 'refused';
				readonly entry: SiteEntry;
				readonly explanation: Explanation;
		  }
		| {
				readonly type: 'checked';
				readonly entry: SiteEntry;
				readonly site: CheckedSite;
		  }
		| {readonly type: 'renaming'; readonly name: string}
		| {readonly type: 'removing'; readonly name: string}
		| {
				readonly type: 'changing';
				readonly change: SiteChange;
				/** Shown while it is made and, if the token is kept, afterwards. */
				readonly checked?: {
					readonly entry: SiteEntry;
					readonly site: CheckedSite;
				};
		  };
	/** Counts what was begun, so that a late answer to something earlier is known as such. */
	readonly attempt: number;
};

export type ManagedSitesAction =
	| {readonly type: 'sites-listed'}
	| {readonly type: 'site-typing'; readonly part: LoginPart}
	| {readonly type: 'site-check-asked'; readonly entry: SiteEntry}
	| {
			readonly type: 'site-checked';
			readonly attempt: number;
			readonly site: CheckedSite;
	  }
	| {
			readonly type: 'site-check-failed';
			readonly attempt: number;
			readonly explanation: Explanation;
	  }
	| {readonly type: 'site-renaming'; readonly name: string}
	| {readonly type: 'site-removing'; readonly name: string}
	| {readonly type: 'site-change-asked'; readonly change: SiteChange}
	/** Done or not, in words. */
	| {
			readonly type: 'site-changed';
			readonly attempt: number;
			readonly words: string;
			readonly isTokenKept?: boolean;
	  };

export const noManagedSites: ManagedSitesState = {
	stage: {type: 'list'},
	attempt: 0,
};

export function reduceManagedSites(
	state: ManagedSitesState,
	action: ManagedSitesAction,
): ManagedSitesState {
	const {stage, attempt} = state;

	switch (action.type) {
		case 'sites-listed': {
			return {stage: {type: 'list'}, attempt};
		}

		case 'site-typing': {
			return {stage: {type: 'typing', part: action.part}, attempt};
		}

		case 'site-check-asked': {
			const {entry} = action;
			return {stage: {type: 'checking', entry}, attempt: attempt + 1};
		}

		case 'site-checked': {
			return stage.type === 'checking' && action.attempt === attempt
				? {
						stage: {type: 'checked', entry: stage.entry, site: action.site},
						attempt,
					}
				: state;
		}

		case 'site-check-failed': {
			const {explanation} = action;
			return stage.type === 'checking' && action.attempt === attempt
				? {stage: {type: 'refused', entry: stage.entry, explanation}, attempt}
				: state;
		}

		case 'site-renaming': {
			return {stage: {type: 'renaming', name: action.name}, attempt};
		}

		case 'site-removing': {
			return {stage: {type: 'removing', name: action.name}, attempt};
		}

		case 'site-change-asked': {
			const {change} = action;
			const checked = stage.type === 'checked' ? stage : undefined;
			return {
				stage: {type: 'changing', change, ...(checked && {checked})},
				attempt: attempt + 1,
			};
		}

		case 'site-changed': {
			return stage.type === 'changing' && action.attempt === attempt
				? {
						stage: afterChange(stage.checked, action.isTokenKept === true),
						attempt,
					}
				: state;
		}
	}
}

function afterChange(
	checked: {readonly entry: SiteEntry; readonly site: CheckedSite} | undefined,
	isTokenKept: boolean,
): ManagedSitesState['stage'] {
	if (checked === undefined) {
		return {type: 'list'};
	}

	const {entry, site} = checked;
	return {
		type: 'checked',
		entry,
		site: isTokenKept ? {...site, token: 'keychain'} : site,
	};
}
