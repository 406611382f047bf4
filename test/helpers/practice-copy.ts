import {expect} from 'vitest';
import {type Plan} from '../../source/migration/plan.ts';
import {type AnyCopying, type Carried, copyAll} from './engine-copy.ts';
import {type ConnectedSites} from './jira-sites.ts';

/** What is asked for beyond the two sites. */
export type Asked = Omit<AnyCopying, 'source' | 'destination'>;

/** Scans, plans, runs and verifies between two practice sites. Whatever is copied, nobody is mailed (R7). */
export async function copySites(
	{source, destination, from, to}: ConnectedSites,
	asked: Asked = {},
): Promise<Carried & {readonly plan: Plan}> {
	const mails = () => [...source.outbox(), ...destination.outbox()];
	const before = mails();
	const copied = await copyAll({...asked, source: from, destination: to});
	expect(mails()).toEqual(before);
	return copied;
}
