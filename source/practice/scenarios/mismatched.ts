import {atlassian, portalOnly, staff} from './people-stories.ts';
import {type PersonStory, type Scenario} from './story.ts';

const hidden = {isEmailHidden: true};
const inactive = {state: 'inactive'} as const;
const deleted = {state: 'deleted'} as const;

/** One person for each way an account of the source can stand to the destination, named after it. */
const sourcePeople: readonly PersonStory[] = [
	...staff('northwind.example'),
	portalOnly('new', 'Nora New', 'nora.new@merged.example'),
	portalOnly('both', 'Bo Both', 'bo.both@merged.example'),
	portalOnly('upgraded', 'Uma Upgraded', 'uma.upgraded@merged.example'),
	portalOnly('revoked', 'Rob Revoked', 'rob.revoked@merged.example'),
	portalOnly('twin', 'Tim Twin', 'tim.twin@merged.example'),
	atlassian('twin-too', 'Tim Twin', 'Tim.Twin@merged.example'),
	atlassian('same-id', 'Sam Sameid', 'sam.sameid@merged.example'),
	atlassian('hidden-here', 'Hal Hidden', 'hal.hidden@merged.example', hidden),
	atlassian('hidden-gone', 'Hope Hidden', 'hope.hidden@merged.example', hidden),
	atlassian('downgraded', 'Dee Downgraded', 'dee.downgraded@merged.example'),
	atlassian('absent', 'Abe Absent', 'abe.absent@merged.example'),
	atlassian('off-there', 'Olaf Off', 'olaf.off@merged.example'),
	atlassian('off-here', 'Ola Off', 'ola.off@merged.example', inactive),
	portalOnly(
		'inactive',
		'Ida Inactive',
		'ida.inactive@merged.example',
		inactive,
	),
	portalOnly(
		'inactive-both',
		'Ian Inactive',
		'ian.inactive@merged.example',
		inactive,
	),
	portalOnly('joins', 'Jo Joins', 'jo.joins@autojoin.example'),
	portalOnly('moved', 'Mo Moved', 'mo.moved@old-name.example'),
	portalOnly('moved-too', 'Mona Moved', 'mona.moved@old-name.example'),
	portalOnly('capitals', 'Cap Capitals', 'cap.capitals@merged.example'),
	portalOnly('plus', 'Pia Plus', 'pia.plus+help@merged.example'),
	portalOnly('malformed', 'Mal Formed', 'mal.formed@merged..example'),
	portalOnly('formula', '=1+1', 'formula@merged.example'),
	portalOnly('escape', '\u{1B}[31mRed\u{1B}[0m', 'escape@merged.example'),
	portalOnly('reversed', '\u{202E}gnp.evil', 'reversed@merged.example'),
	portalOnly('long', 'L'.repeat(200), 'long@merged.example'),
	portalOnly('cjk', '佐藤 美咲', 'misaki.sato@merged.example'),
	portalOnly('rtl', 'فاطمة الحسن', 'fatima@merged.example'),
	portalOnly('emoji', '👩‍💻 Ada 🇸🇪', 'ada.emoji@merged.example'),
	portalOnly('former', 'Former One', 'former.one@merged.example', deleted),
	atlassian('former2', 'Former Two', 'former.two@merged.example', deleted),
];

const destinationPeople: readonly PersonStory[] = [
	...staff('contoso.example'),
	portalOnly('both', 'Bo Both', 'bo.both@merged.example'),
	atlassian('upgraded', 'Uma Upgraded', 'uma.upgraded@merged.example'),
	portalOnly('revoked', 'Rob Revoked', 'rob.revoked@merged.example', inactive),
	atlassian('same-id', 'Sam Sameid', 'sam.sameid@merged.example'),
	atlassian('hidden-here', 'Hal Hidden', 'hal.hidden@merged.example', hidden),
	portalOnly('downgraded', 'Dee Downgraded', 'dee.downgraded@merged.example'),
	atlassian('off-there', 'Olaf Off', 'olaf.off@merged.example', inactive),
	atlassian('off-here', 'Ola Off', 'ola.off@merged.example'),
	portalOnly(
		'inactive-both',
		'Ian Inactive',
		'ian.inactive@merged.example',
		inactive,
	),
	portalOnly('moved', 'Mo Moved', 'mo.moved@new-name.example'),
	portalOnly('capitals', 'Cap Capitals', 'Cap.Capitals@Merged.example'),
	// A search for Nora finds these first.
	portalOnly('nora', 'Nora New', 'nora.new@merged.example.org'),
	portalOnly('nora2', 'Nora Newman', 'nora.newman@merged.example'),
	portalOnly('jwilson', 'Joan Wilson', 'jwilson@contoso.example'),
	atlassian('placeholder', 'Imported User', 'imported@contoso.example'),
	portalOnly('former', 'Former Contoso', 'former@contoso.example', deleted),
];

const everybody = sourcePeople
	.filter(({kind}) => kind === 'portal-only' || kind === 'atlassian')
	.map(({key}) => key);

/** Every row of the fate table: account types that differ, hidden and changed emails, revoked and deleted accounts. */
export const mismatched: Scenario = {
	name: 'mismatched',
	about:
		'Account types that differ, hidden, changed and malformed emails, twins, revoked and deleted accounts; odd names.',
	source: {
		title: 'Northwind',
		people: sourcePeople,
		organizations: [
			{name: 'Merged Group', members: everybody, projects: ['IT', 'HR']},
			{name: 'Twins & Sons', members: ['twin', 'twin-too'], projects: ['IT']},
			{name: '=SUM(A1:A9)', members: ['formula'], projects: ['IT']},
			{name: 'N'.repeat(200), members: ['long'], projects: ['IT']},
			{name: 'Caf\u{E9} Union', members: ['cjk', 'rtl'], projects: ['HR']},
		],
		projects: [
			{
				key: 'IT',
				name: 'IT Help',
				access: 'restricted',
				customers: ['new', 'upgraded', 'downgraded', 'absent'],
			},
			{key: 'HR', name: 'People', access: 'open'},
		],
		requests: [
			{project: 'IT', summary: 'From before the merger', reporter: 'former'},
			{
				project: 'IT',
				summary: 'Comment of a deleted account',
				reporter: 'new',
				comments: [{author: 'former2', text: 'Long ago.'}],
			},
		],
		voices: ['new', 'both', 'upgraded', 'same-id', 'downgraded'],
		language: 'en',
	},
	destination: {
		title: 'Contoso',
		people: destinationPeople,
		organizations: [
			{name: 'Merged Group', members: ['both', 'jwilson'], projects: ['IT']},
			{
				name: 'Joiners',
				members: ['jwilson'],
				projects: ['HR'],
				domains: ['autojoin.example'],
			},
			// The same letters as on the source, in another Unicode form.
			{name: 'Cafe\u{301} Union', members: [], projects: ['HR']},
		],
		projects: [
			{key: 'IT', name: 'IT Help', access: 'restricted'},
			{key: 'HR', name: 'People', access: 'open'},
		],
		requests: [],
		voices: ['jwilson'],
		language: 'de',
		customersRole: 'Service Management Customers',
	},
	customers: 28,
	organizations: 5,
	requests: 40,
	mix: {
		atlassian: 500,
		hidden: 200,
		inactive: 150,
		mismatched: 400,
		deactivatedThere: 150,
	},
	faults: [],
};
