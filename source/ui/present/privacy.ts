import {firstGrapheme} from '../../text/graphemes.ts';

/** What the labels and column titles of the screens call a person or an address. */
const personalLabels: ReadonlySet<string> = new Set([
	'name',
	'email',
	'email before',
	'customer',
	'who',
	'who or what',
	'names now',
	'will name',
]);

/** Whether what stands under a label or a column title is masked as a whole. */
export function isPersonal(label: string): boolean {
	return personalLabels.has(label.toLowerCase());
}

/**
A text in which nobody can be recognized by an email. Words that were cut or are too long for a row may be the beginning of one, so no more than their first letter is left either.
*/
export function maskEmails(text: string): string {
	return text
		.replaceAll(/[^\s"\(\),:;<>“”]+/gv, (word) =>
			word.includes('@') ? maskEmail(word) : word,
		)
		.replaceAll(
			/(?<![\p{Letter}\p{Number}…])(?<first>[\p{Letter}\p{Number}])(?:[\p{Letter}\p{Number}+\-._]+…|[\p{Letter}\p{Number}+\-._]{29,})/gv,
			'$<first>…',
		);
}

/** Names and emails with commas between them, with as much left of each as tells it from its neighbours: `N… B…, n…@g….example`. */
export function maskPerson(text: string): string {
	return text
		.split(', ')
		.map((one) =>
			one.includes('@')
				? maskEmails(one)
				: one.replaceAll(/[^\s,]+/gv, (word) => `${firstGrapheme(word)}…`),
		)
		.join(', ');
}

/** The end of the domain stays, unless it was cut: it tells countries and kinds apart. */
function maskEmail(email: string): string {
	const at = email.indexOf('@');
	const domain = email.slice(at + 1);
	const end = /\.[\p{Letter}\p{Number}]+$/v.exec(domain)?.at(0) ?? '';
	return `${firstGrapheme(email)}…@${firstGrapheme(domain)}…${end}`;
}
