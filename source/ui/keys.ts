import {type Route} from './wizard.ts';

/** Where a key works; *lists* and *text* are parts of screens. */
export type KeyPlace = Route | 'everywhere' | 'lists' | 'text' | 'tables';

export type KeyEntry = {
	/** Names of the keys that do it. */
	readonly names: readonly string[];
	/** How the footer writes it. */
	readonly sign: string;
	/** The same for a terminal without Unicode, where it differs. */
	readonly plainSign?: string;
	/** Its sign says enough where the footer has little room. */
	readonly isPlain?: boolean;
	readonly places: readonly KeyPlace[];
	/** What it does, for the help and the documentation. */
	readonly help: string;
};

/**
The one table of keys: footer, help overlay and documentation are made from it.
*/
export const keyTable = {
	choose: {
		names: ['enter'],
		sign: '⏎',
		plainSign: 'enter',
		places: ['everywhere'],
		help: 'Choose what is marked, or go on',
	},
	back: {
		names: ['escape'],
		sign: 'esc',
		places: ['everywhere'],
		help: 'Back; answers are kept',
	},
	help: {
		names: ['?'],
		sign: '?',
		places: ['everywhere'],
		help: 'Show the keys of this screen',
	},
	stop: {
		names: ['ctrl+c'],
		sign: '^C',
		places: ['everywhere'],
		help: 'Quit; during a copy, stop after what is in flight, and once more to end at once',
	},
	move: {
		names: ['up', 'down', 'k', 'j', 'pageup', 'pagedown', 'home', 'end'],
		sign: '↑↓',
		plainSign: 'up/down',
		isPlain: true,
		places: ['lists'],
		help: 'Move; also k and j, and in long lists Page up, Page down, Home and End',
	},
	filter: {
		names: ['/'],
		sign: '/',
		places: ['tables', 'projects', 'conflicts', 'runs'],
		help: 'Filter by any part of the text; esc clears the filter',
	},
	tabs: {
		names: ['right', 'left', 'tab', 'shift+tab', 'l', 'h'],
		sign: '←→',
		plainSign: 'left/right',
		isPlain: true,
		places: ['tables'],
		help: 'Next and previous tab; also Tab, l and h',
	},
	field: {
		names: ['tab', 'shift+tab', 'down', 'up'],
		sign: 'tab',
		places: ['text'],
		help: 'Next and previous field; also the arrows',
	},
	edit: {
		names: [],
		sign: '^U ^W',
		places: ['text'],
		help: 'Clear the field, or the word before the cursor',
	},
	tick: {
		names: [' '],
		sign: 'space',
		places: ['projects'],
		help: 'Take or leave the marked service project',
	},
	all: {
		names: ['a'],
		sign: 'a',
		places: ['projects'],
		help: 'Take all service projects that are shown',
	},
	none: {
		names: ['n'],
		sign: 'n',
		places: ['projects'],
		help: 'Take none of those that are shown',
	},
	counterpart: {
		names: ['c'],
		sign: 'c',
		places: ['projects'],
		help: 'Choose another counterpart on the destination',
	},
	inactive: {
		names: ['i'],
		sign: 'i',
		places: ['scope'],
		help: 'Copy inactive customers too, with their access revoked, or leave them out',
	},
	missing: {
		names: ['m'],
		sign: 'm',
		places: ['scope'],
		help: 'What becomes of Atlassian accounts the destination does not know',
	},
	again: {
		names: ['r'],
		sign: 'r',
		places: ['source', 'destination', 'scan', 'progress'],
		help: 'Check or scan once more; resume a copy that was broken off, or try again what failed',
	},
	login: {
		names: ['e'],
		sign: 'e',
		places: ['source', 'destination'],
		help: 'Change address, email or token',
	},
	conflicts: {
		names: ['c'],
		sign: 'c',
		places: ['plan'],
		help: 'Look at the conflicts, those settled too',
	},
	remaining: {
		names: ['a'],
		sign: 'a',
		places: ['conflicts'],
		help: 'One answer for all conflicts that remain',
	},
	takeBack: {
		names: ['u'],
		sign: 'u',
		places: ['conflicts'],
		help: 'Take back the last answer, those given to all at once too',
	},
	goOn: {
		names: ['g'],
		sign: 'g',
		places: ['plan', 'conflicts'],
		help: 'Go on: to the conflicts, or to the last question before the copy once all are settled',
	},
	export: {
		names: ['x'],
		sign: 'x',
		places: ['report'],
		help: 'Write the report to files',
	},
	next: {
		names: ['n'],
		sign: 'n',
		places: ['report'],
		help: 'What next: what is left to do and where to go from here',
	},
	quit: {
		names: ['q'],
		sign: 'q',
		places: ['home', 'report', 'next'],
		help: 'Quit',
	},
	pause: {
		names: ['p'],
		sign: 'p',
		places: ['progress'],
		help: 'Pause: nothing is sent until p is pressed again, and reading goes on',
	},
	slower: {
		names: ['-'],
		sign: '-',
		places: ['progress'],
		help: 'Go slower, down to a tenth of what the site allows',
	},
	faster: {
		names: ['+', '='],
		sign: '+',
		places: ['progress'],
		help: 'Go faster again, up to all that the site allows',
	},
	privacy: {
		names: ['ctrl+p'],
		sign: '^P',
		places: ['everywhere'],
		help: 'Mask emails and names of people, for whoever shares the screen, or show them again; files are not masked',
	},
	facets: {
		names: ['f'],
		sign: 'f',
		places: ['tables'],
		help: 'Show only one outcome, organization or email domain; esc shows all again',
	},
	sort: {
		names: ['s', 'S'],
		sign: 's',
		places: ['tables'],
		help: 'Sort by the next column; S the other way round',
	},
	calls: {
		names: ['w'],
		sign: 'w',
		places: ['report'],
		help: 'What was sent for the marked row: each call with its outcome and request id',
	},
	copyRow: {
		names: ['c', 'y'],
		sign: 'c',
		places: ['report', 'comparison'],
		help: 'Copy the marked row to the clipboard; also y',
	},
	copyPlanRow: {
		names: ['y'],
		sign: 'y',
		places: ['plan'],
		help: 'Copy the marked row to the clipboard',
	},
	open: {
		names: ['o'],
		sign: 'o',
		places: ['plan', 'report'],
		help: 'Open the page of the marked row on the destination in the browser',
	},
	retry: {
		names: ['r'],
		sign: 'r',
		places: ['report'],
		help: 'Try again what failed: the run is resumed, and nothing is done twice',
	},
	compare: {
		names: ['d'],
		sign: 'd',
		places: ['runs'],
		help: 'Compare two runs: press it on the one, then on the other',
	},
	decisionFile: {
		names: ['e'],
		sign: 'e',
		places: ['conflicts'],
		help: 'Edit all conflicts as a table (CSV) in an editor or a spreadsheet, and read it back',
	},
	among: {
		names: ['right', 'left', 'tab', 'shift+tab', 'l', 'h'],
		sign: '←→',
		plainSign: 'left/right',
		places: ['conflicts'],
		help: 'Of those that remain: all, those of the same name, or those only alike; also Tab, l and h',
	},
	changeEmail: {
		names: ['e'],
		sign: 'e',
		places: ['plan'],
		help: 'Give the marked customer another email, or the marked email domain a new one',
	},
	restoreEmail: {
		names: ['u'],
		sign: 'u',
		places: ['plan'],
		help: 'Take back the change of the marked email or domain',
	},
	carryOut: {
		names: ['g'],
		sign: 'g',
		places: ['act'],
		help: 'Go on to the question before anything is written',
	},
	tickItem: {
		names: [' '],
		sign: 'space',
		places: ['act'],
		help: 'Tick the marked thing off, or take that back',
	},
	inviteProject: {
		names: ['p'],
		sign: 'p',
		places: ['act'],
		help: 'Invite to the help center of one service project',
	},
	inviteOrganization: {
		names: ['o'],
		sign: 'o',
		places: ['act'],
		help: 'Invite the members of one organization',
	},
	inviteDomain: {
		names: ['d'],
		sign: 'd',
		places: ['act'],
		help: 'Invite those of one email domain',
	},
	actAgain: {
		names: ['r'],
		sign: 'r',
		places: ['act'],
		help: 'Look again, or go on with what is left',
	},
	saveRows: {
		names: ['x'],
		sign: 'x',
		places: ['act'],
		help: 'Write the rows of a verification to a file',
	},
	savePlan: {
		names: ['w'],
		sign: 'w',
		places: ['plan'],
		help: 'Save the plan to a file',
	},
	pilot: {
		names: ['p'],
		sign: 'p',
		places: ['scope'],
		help: 'A pilot: copy only so many customers, and what they need',
	},
	runNext: {
		names: ['n'],
		sign: 'n',
		places: ['runs'],
		help: 'What next after the marked run: resume, follow up, verify, invite, undo',
	},
	addSite: {
		names: ['a'],
		sign: 'a',
		places: ['sites'],
		help: 'Add a site',
	},
	checkSite: {
		names: ['c'],
		sign: 'c',
		places: ['sites'],
		help: 'Check address, login and permissions of the marked site',
	},
	renameSite: {
		names: ['n'],
		sign: 'n',
		places: ['sites'],
		help: 'Give the marked site another name',
	},
	removeSite: {
		names: ['d', 'delete'],
		sign: 'd',
		places: ['sites'],
		help: 'Forget the marked site and its token, after asking',
	},
	keepToken: {
		names: ['k'],
		sign: 'k',
		places: ['sites', 'source', 'destination'],
		help: 'Keep the token that was typed in the keychain',
	},
	changeLogin: {
		names: ['e'],
		sign: 'e',
		places: ['sites'],
		help: 'Change address, email or token of the marked site',
	},
	activity: {
		names: ['l'],
		sign: 'l',
		places: ['scope'],
		help: 'Link requests that are on the destination already to their customers, or leave them',
	},
	placeholders: {
		names: ['a'],
		sign: 'a',
		places: ['scope'],
		help: 'Name placeholder accounts: where one of them stands in a request, its customer is set',
	},
	proposed: {
		names: ['o'],
		sign: 'o',
		places: ['scope'],
		help: 'Link pairs of requests and fields that are only proposed, too, or only list them',
	},
} as const satisfies Readonly<Record<string, KeyEntry>>;

export type KeyId = keyof typeof keyTable;

export function keyEntry(id: KeyId): KeyEntry {
	return keyTable[id];
}
