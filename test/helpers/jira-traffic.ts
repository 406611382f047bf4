import {type Throttle} from '../../source/jira/throttle.ts';
import {TokenBuckets} from '../../source/practice/http/limits.ts';

/** A site as its traffic sees it. Times are milliseconds from the beginning. */
export type Traffic = {
	readonly throttle: Throttle;
	readonly seconds: number;
	/** Calls a second that the site allows, at a time. */
	readonly limit: (time: number) => number;
	/** Whether the site tells its limit and what is left, or claims a limit that is not its own. */
	readonly tells: boolean | number;
	/** From sending to answer. */
	readonly latency?: number;
	/** Calls a second that somebody else sends to the same site. */
	readonly others?: number;
};

/** What became of the calls that left from one time to another. */
export type Passage = {
	readonly accepted: number;
	readonly refused: number;
	readonly othersRefused: number;
};

/** One call on its way: when it reached the site, and whether it was let in. */
type Visit = {
	readonly at: number;
	readonly isAllowed: boolean;
	readonly isOurs: boolean;
};

type Answer = {readonly at: number; readonly give: () => void};

const operation = 'POST /rest/servicedeskapi/customer';

/** A while after the clock began, so that nothing lies before it. */
const start = 10_000;

/**
Sends as many calls of one operation as a throttle lets leave, in time of its own, to a site with a token bucket.

@returns A function that counts what reached the site between two seconds.
*/
export function letFlow(
	traffic: Traffic,
): (from: number, to: number) => Passage {
	const {throttle, seconds} = traffic;
	const visits: Visit[] = [];
	const visit = siteOf(traffic, visits);
	const answers: Answer[] = [];
	const end = start + seconds * 1000;

	for (let now = start; now < end;) {
		const at = throttle.reserve(operation, now);

		while ((answers[0]?.at ?? Infinity) <= at) {
			answers.shift()?.give();
		}

		if (throttle.blockedUntil(operation) <= at) {
			answers.push(visit(at));
		}

		now = at;
	}

	return (from, to) =>
		passageOf(
			visits.filter(
				({at}) => at >= start + from * 1000 && at < start + to * 1000,
			),
		);
}

/** Takes a call in at a time; the answer is given half the latency later. */
function siteOf(
	{throttle, limit, tells, latency = 50, others = 0}: Traffic,
	visits: Visit[],
): (at: number) => Answer {
	let now = start;
	let othersAt = others === 0 ? Infinity : start;
	const buckets = new TokenBuckets(() => now);
	const take = (at: number, isOurs: boolean) => {
		now = at;
		const taken = buckets.take(operation, limit(at - start));
		visits.push({at, isAllowed: taken.isAllowed, isOurs});
		return taken;
	};

	return (leftAt) => {
		const arrival = leftAt + latency / 2;

		for (; othersAt <= arrival; othersAt += 1000 / others) {
			take(othersAt, false);
		}

		const {isAllowed, waitMs, ...bucket} = take(arrival, true);
		const at = leftAt + latency;
		const told = typeof tells === 'number' ? {limit: tells} : bucket;
		const retryAfter = Math.max(1, Math.ceil(waitMs / 1000)) * 1000;
		return {
			at,
			give() {
				if (tells !== false) {
					throttle.told(operation, told, at);
				}

				if (isAllowed) {
					throttle.accepted(operation, at);
				} else {
					throttle.slowDown(operation, 'burst', retryAfter, at);
				}
			},
		};
	};
}

function passageOf(visits: readonly Visit[]): Passage {
	const ours = visits.filter(({isOurs}) => isOurs);
	const accepted = ours.filter(({isAllowed}) => isAllowed).length;
	const othersRefused = visits.filter(
		({isOurs, isAllowed}) => !isOurs && !isAllowed,
	).length;
	return {accepted, refused: ours.length - accepted, othersRefused};
}
