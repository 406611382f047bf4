import {Buffer} from 'node:buffer';
import {type Login} from './transport.ts';

/** What stands where a secret was. */
const hidden = '•••';

/**
Makes a function that takes a login's secrets out of a text: the token, alone and with the email as it travels, in each encoding that a site might repeat it in.
*/
export function secretHider({email, token}: Login): (text: string) => string {
	const secrets = [`${email}:${token}`, token]
		.flatMap((secret) => encodingsOf(secret))
		.filter((secret) => secret !== '')
		// The longest first, since one may be a part of another.
		.toSorted((one, other) => other.length - one.length);

	return (text) => {
		let rest = text;

		for (const secret of secrets) {
			rest = rest.split(secret).join(hidden);
		}

		return rest;
	};
}

function encodingsOf(secret: string): readonly string[] {
	const bytes = Buffer.from(secret);
	return [
		secret,
		encodeURIComponent(secret),
		new URLSearchParams({'': secret}).toString().slice(1),
		bytes.toString('base64'),
		bytes.toString('base64url'),
		bytes.toString('hex'),
	];
}
