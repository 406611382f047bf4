import {atlassian, portalOnly, staff} from './people-stories.ts';
import {type PersonStory} from './story.ts';

const hidden = {isEmailHidden: true};
const inactive = {state: 'inactive'} as const;
const deleted = {state: 'deleted'} as const;

/** The people of Northwind: 60 customers, and some who are none. */
export const northwindPeople: readonly PersonStory[] = [
	...staff('northwind.example'),
	portalOnly('jsmith', 'Jane Smith', 'jsmith@acme.example'),
	atlassian('dmurphy', 'Dan Murphy', 'dmurphy@acme.example'),

	portalOnly('hank', 'Hank Scorpio', 'hank@globex.example'),
	portalOnly('dora', 'Dora Gray', 'dora@globex.example'),
	atlassian('mindy', 'Mindy Simmons', 'mindy@globex.example'),

	portalOnly('bill', 'Bill Lumbergh', 'bill@initech.example'),
	portalOnly('peter', 'Peter Gibbons', 'peter@initech.example'),
	portalOnly('milton', 'Milton Waddams', 'milton@initech.example'),
	portalOnly('samir', 'Samir Nagheenanajar', 'samir@initech.example'),

	portalOnly('alice', 'Alice Abernathy', 'alice@umbrella-health.example'),
	portalOnly(
		'albert',
		'Albert Wesker',
		'albert@umbrella-health.example',
		inactive,
	),
	portalOnly('rebecca', 'Rebecca Chambers', 'rebecca@umbrella-health.example'),

	portalOnly('tony', 'Tony Stark', 'tony@stark.example'),
	portalOnly('pepper', 'Pepper Potts', 'pepper@stark.example'),
	portalOnly('happy', 'Happy Hogan', 'happy@stark.example'),

	portalOnly('bruce', 'Bruce Wayne', 'bruce@wayne.example'),
	portalOnly('alfred', 'Alfred Pennyworth', 'alfred@wayne.example'),
	portalOnly('lucius', 'Lucius Fox', 'lucius@wayne.example'),

	portalOnly('gavin', 'Gavin Belson', 'gavin@hooli.example'),
	portalOnly('denpok', 'Denpok', 'denpok@hooli.example'),

	portalOnly('robert', 'Robert Thorn', 'robert@soylent.example'),
	portalOnly('sol', 'Sol Roth', 'sol@soylent.example'),

	portalOnly('art', 'Art Vandelay', 'art@vandelay.example'),
	portalOnly('george', 'George Costanza', 'george@vandelay.example'),

	portalOnly('willy', 'Willy Wonka', 'willy@wonka.example'),
	portalOnly('charlie', 'Charlie Bucket', 'charlie@wonka.example'),
	portalOnly('joe', 'Grandpa Joe', 'joe@wonka.example', inactive),

	// One is on the destination with a visible email, one with a hidden one; the other two are not there at all.
	atlassian('miles', 'Miles Dyson', 'miles@cyberdyne.example'),
	atlassian('sarah', 'Sarah Connor', 'sarah@cyberdyne.example', hidden),
	atlassian('kyle', 'Kyle Reese', 'kyle@cyberdyne.example', hidden),
	atlassian('john', 'John Connor', 'john@cyberdyne.example'),

	portalOnly('eldon', 'Eldon Tyrell', 'eldon@tyrell.example'),
	portalOnly('rachael', 'Rachael Rosen', 'rachael@tyrell.example'),

	// Dinesh and Jared have the other type of account on the destination.
	portalOnly('richard', 'Richard Hendricks', 'richard@piedpiper.example'),
	portalOnly('dinesh', 'Dinesh Chugtai', 'dinesh@piedpiper.example'),
	atlassian('jared', 'Jared Dunn', 'jared@piedpiper.example'),

	portalOnly('nina', 'Nina Sharp', 'nina@massive.example'),
	portalOnly('walter', 'Walter Bishop', 'walter@massive.example'),
	portalOnly('oscar', 'Oscar Osborn', 'oscar@oscorp.example'),
	portalOnly('deb', 'Deb Deactivated', 'deb@massive.example'),

	// Each of these is related to a project by one reason alone, which the name tells.
	portalOnly('list', 'Lisa Customerlist', 'lisa.customerlist@solo.example'),
	portalOnly('reporter', 'Rita Reporter', 'rita.reporter@solo.example'),
	portalOnly(
		'participant',
		'Paul Participant',
		'paul.participant@solo.example',
	),
	portalOnly('approver', 'Ann Approver', 'ann.approver@solo.example'),
	portalOnly('picked', 'Peter Picked', 'peter.picked@solo.example'),
	portalOnly('picked-too', 'Mona Multipicked', 'mona.multipicked@solo.example'),
	portalOnly('owner', 'Otis Owner', 'otis.owner@solo.example'),
	portalOnly('creator', 'Cora Creator', 'cora.creator@solo.example'),
	atlassian('assignee', 'Asa Assignee', 'asa.assignee@solo.example'),
	portalOnly('commenter', 'Connie Commenter', 'connie.commenter@solo.example'),
	portalOnly('mentioned', 'Mia Mentioned', 'mia.mentioned@solo.example'),
	portalOnly(
		'described',
		'Desmond Described',
		'desmond.described@solo.example',
	),
	portalOnly('noted', 'Nate Noted', 'nate.noted@solo.example'),
	atlassian('worklogger', 'Will Worklog', 'will.worklog@solo.example'),
	atlassian('ruled', 'Wanda Workflow', 'wanda.workflow@solo.example'),
	atlassian('granted', 'Perry Permission', 'perry.permission@solo.example'),
	atlassian('viewer', 'Rolf Role', 'rolf.role@solo.example'),

	// These are related to no project at all.
	portalOnly('una', 'Una Unrelated', 'una@nowhere.example'),
	portalOnly('ines', 'Ines Inactive', 'ines@nowhere.example', inactive),
	portalOnly('sana', '無関係 さな', 'sana@nowhere.example'),

	portalOnly('former', 'Former One', 'former.one@wonka.example', deleted),
	portalOnly('former2', 'Former Two', 'former.two@initech.example', deleted),
];

/** The people of Contoso. Who has an email of Northwind's list is the same human. */
export const contosoPeople: readonly PersonStory[] = [
	...staff('contoso.example'),
	atlassian('dmurphy', 'Dan Murphy', 'dmurphy@acme.example'),
	portalOnly('jwilson', 'Joan Wilson', 'jwilson@acme.example'),

	portalOnly('hank', 'Hank Scorpio', 'hank@globex.example'),
	portalOnly('dora', 'Dora Gray', 'Dora@Globex.example'),
	atlassian('mindy', 'Mindy Simmons', 'mindy@globex.example'),

	portalOnly('tony', 'Tony Stark', 'tony@stark.example'),
	portalOnly('pepper', 'Pepper Potts', 'pepper@stark.example'),

	portalOnly('bruce', 'Bruce Wayne', 'bruce@wayne.example'),
	portalOnly('alfred', 'Alfred Pennyworth', 'alfred@wayne.example'),
	portalOnly('lucius', 'Lucius Fox', 'Lucius@Wayne.example'),

	portalOnly('nelson', 'Nelson Bighetti', 'nelson@hooli.example'),
	portalOnly('keenan', 'Keenan Feldspar', 'keenan@hooli.example'),

	atlassian('miles', 'Miles Dyson', 'miles@cyberdyne.example'),
	atlassian('sarah', 'Sarah Connor', 'sarah@cyberdyne.example', hidden),
	portalOnly('eldon', 'Eldon Tyrell', 'eldon@tyrell.example'),
	atlassian('dinesh', 'Dinesh Chugtai', 'dinesh@piedpiper.example'),
	portalOnly('jared', 'Jared Dunn', 'jared@piedpiper.example'),
	portalOnly('deb', 'Deb Deactivated', 'deb@massive.example', inactive),
	portalOnly('reporter', 'Rita Reporter', 'rita.reporter@solo.example'),
	// A user search for Nina finds this one first.
	portalOnly('other-nina', 'Nina Sharp', 'nina@massive.example.org'),

	portalOnly('norman', 'Norman Osborn', 'norman@oscorp.example'),
	portalOnly('harry', 'Harry Osborn', 'harry@oscorp.example'),
	portalOnly('fay', 'Fay Facility', 'fay@facilities.example'),
	portalOnly('finn', 'Finn Facility', 'finn@facilities.example'),
	portalOnly('greta', 'Greta Green', 'greta@suppliers.example'),
	portalOnly('ole', 'Ole Olsen', 'ole@suppliers.example'),
	atlassian('placeholder', 'Imported User', 'imported@contoso.example'),
	portalOnly('former', 'Former Contoso', 'former@contoso.example', deleted),
];
