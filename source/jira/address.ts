/** Why something typed is no address of a site. */
export type AddressProblem = 'malformed' | 'not-https' | 'has-credentials';

/**
Reads what an admin types for a site: `acme`, `acme.atlassian.net`, or any URL of it.

@returns The origin, such as `https://acme.atlassian.net`, or what is wrong.
*/
export function readAddress(
	text: string,
): {readonly url: string} | {readonly problem: AddressProblem} {
	const trimmed = text.trim();
	const isName = /^[0-9a-z][\-0-9a-z]*$/iv.test(trimmed);
	const full = isName ? `${trimmed}.atlassian.net` : trimmed;
	const candidate = full.includes('://') ? full : `https://${full}`;

	if (trimmed === '' || !URL.canParse(candidate)) {
		return {problem: 'malformed'};
	}

	const {protocol, hostname, origin, username, password} = new URL(candidate);

	if (username !== '' || password !== '') {
		return {problem: 'has-credentials'};
	}

	// Tokens travel encrypted, except on this machine itself, where the practice sites are.
	if (
		protocol !== 'https:' &&
		!(protocol === 'http:' && isLoopback(hostname))
	) {
		return {problem: 'not-https'};
	}

	return hostname.includes('.') || isLoopback(hostname)
		? {url: origin}
		: {problem: 'malformed'};
}

export function isLoopback(hostname: string): boolean {
	return (
		hostname === 'localhost' ||
		hostname === '[::1]' ||
		/^127(?:\.\d{1,3}){3}$/v.test(hostname)
	);
}
