import {
	connectDestination,
	type ConnectOptions,
	connectSource,
} from '../../source/jira/connect.ts';
import {
	type DestinationSite,
	type SourceSite,
} from '../../source/migration/ports.ts';
import {
	type PracticeOptions,
	type PracticeSite,
} from '../../source/practice/practice-sites.ts';
import {createEngineClock} from './engine-clock.ts';
import {withPractice} from './practice-client.ts';

/** Two practice sites, and our client connected to each as its administrator. */
export type ConnectedSites = {
	readonly source: PracticeSite;
	readonly destination: PracticeSite;
	readonly from: SourceSite;
	readonly to: DestinationSite;
};

/** How a client is connected: the login, which is the administrator's, and how to wait. */
export type Manner = Partial<Pick<ConnectOptions, 'clock' | 'email' | 'token'>>;

/** Runs a test with our client connected to both practice sites. Waits pass at once unless the test brings a clock. */
export async function withSites(
	options: PracticeOptions,
	scene: (sites: ConnectedSites) => Promise<void>,
	manner: Manner = {},
): Promise<void> {
	await withPractice(options, async ({source, destination}) => {
		const from = await connectSource(optionsFor(source, manner));
		const to = await connectDestination(optionsFor(destination, manner));

		try {
			await scene({source, destination, from: from.site, to: to.site});
		} finally {
			from.close();
			to.close();
		}
	});
}

function optionsFor(
	{url, email, token}: PracticeSite,
	manner: Manner,
): ConnectOptions {
	const clock = createEngineClock();
	return {url, email, token, clock, random: () => 0.5, ...manner};
}
