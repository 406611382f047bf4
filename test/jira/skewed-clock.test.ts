import {expect, test} from 'vitest';
import {type SiteNotice} from '../../source/migration/events.ts';
import {handClock} from '../helpers/practice-client.ts';
import {withSites} from '../helpers/jira-sites.ts';

test.each([
	['behind', -3],
	['ahead', 3],
])(
	'A date to wait for is read by the site’s clock, even where ours is days %s.',
	async (_, days) => {
		const clock = handClock(Date.UTC(2026, 10, 22 - days));
		await withSites(
			{now: clock.now, habits: {retryAfterAsDate: true}},
			async ({source, from}) => {
				const notices: SiteNotice[] = [];
				from.observe((notice) => {
					notices.push(notice);
				});
				source.scriptFault({fault: 'burst', retryAfterSeconds: 7});
				await from.accountsById([source.world.people.at(1).accountId]);
				expect(notices).toMatchObject([
					{type: 'throttled', milliseconds: 7000, reason: 'burst'},
				]);
			},
		);
	},
);
