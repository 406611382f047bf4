import {type Site} from '../site.ts';
import {type Person} from '../world/person.ts';
import {visibleEmail} from './user-shape.ts';

/** Whether the email one may see, the name or a word of it begins like this, without regard to case. */
export function isNamedLike(site: Site, person: Person, text: string): boolean {
	const sought = text.toLowerCase();
	const name = person.displayName.toLowerCase();
	const email = (visibleEmail(site, person) ?? '').toLowerCase();
	return [email, name, ...name.split(' ')].some((part) =>
		part.startsWith(sought),
	);
}
