import {quoteAsBytes} from '../http/byte-texts.ts';
import {type Site} from '../site.ts';
import {type Person} from '../world/person.ts';
import {userLink, userTimeZone, visibleEmail} from './user-shape.ts';

/**
A list of users as the parts of its JSON, the same as `userBody` gives, with a character for each byte. Pages of 1,000
users are what a site of a million is read by, so they are put together by hand, and nobody is kept once written.
*/
export function* usersText(
	site: Site,
	people: Iterable<Person>,
): Generator<string, void> {
	const ending = `,"avatarUrls":${JSON.stringify(site.avatarUrls)},"timeZone":"${userTimeZone}"}`;
	let separator = '[';
	for (const person of people) {
		yield separator + userText(site, person) + ending;
		separator = ',';
	}

	yield separator === '[' ? '[]' : ']';
}

function userText(site: Site, person: Person): string {
	const email = visibleEmail(site, person);
	return (
		`{"self":"${userLink(site, person)}","accountId":"${person.accountId}","accountType":"${person.accountType}"` +
		(email === undefined ? '' : `,"emailAddress":${quoteAsBytes(email)}`) +
		`,"displayName":${site.texts.quoted(person.displayName)},"active":${person.isActive}`
	);
}
