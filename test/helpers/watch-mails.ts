import {
	type Mail,
	type ObservedExchange,
	type PracticeSite,
} from '../../source/practice/practice-sites.ts';

/** The operations our client sends for the sake of the mail. */
const inviting: ReadonlySet<string> = new Set([
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer/invite',
]);

/**
Collects mails that calls of our client caused without being invitations (R7). Sites that were told that creating a
customer mails are left out.

@returns How to ask for them.
*/
export function watchMails(
	sites: Iterable<PracticeSite>,
): () => readonly Mail[] {
	const found: Mail[] = [];
	for (const site of sites) {
		let seen = site.outbox().length;
		site.onExchange((exchange) => {
			const mails = site.outbox().slice(seen);
			seen += mails.length;
			if (isOfTool(exchange) && !inviting.has(exchange.operation)) {
				found.push(...(site.habits().createMails ? [] : mails));
			}
		});
	}

	return () => found;
}

/** Whether our client sent it, and not a test itself. */
export function isOfTool({requestHeaders}: ObservedExchange): boolean {
	return requestHeaders['user-agent'] === 'jsm-ferry';
}
