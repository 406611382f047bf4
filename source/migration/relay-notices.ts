import {type Side, type SiteNotice} from './events.ts';
import {type SiteReader} from './ports.ts';

/** Lets a stream tell the waits and retries of a site. Returns how to end that. */
export function relayNotices(
	site: Pick<SiteReader, 'observe'>,
	side: Side,
	emit: (event: SiteNotice & {readonly side: Side}) => void,
): () => void {
	return site.observe((notice) => {
		emit({...notice, side});
	});
}
