import {Refusal} from '../http/refusal.ts';
import {type Call} from '../http/route.ts';
import {type RequestRecord} from '../world/requests.ts';

/** The request named in the path, or a refusal. */
export function requestOf({site, path}: Call): RequestRecord {
	const request = site.world.requests.find(path['issueIdOrKey']!);
	if (!request) {
		throw new Refusal(
			404,
			'Issue does not exist or you do not have permission to see it.',
		);
	}

	return request;
}
