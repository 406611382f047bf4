import {type LimitReason, type Throttle} from '../../source/jira/throttle.ts';

/** One thing a worker does: think, call, and perhaps be refused and try again. */
export type Task = {
	readonly operation: string;
	/** Milliseconds before it calls. */
	readonly thinking: number;
	readonly refusal?: {
		readonly reason: LimitReason;
		readonly retryAfter: number;
	};
};

export type Departure = {
	readonly at: number;
	readonly operation: string;
	/** Until when the site wanted no such call, as far as it had said. */
	readonly blockedUntil: number;
};

type Worker = {
	readonly tasks: Task[];
	/** When it acts again. */
	at: number;
	/** Whether it waits for its turn, rather than thinking. */
	isQueued: boolean;
};

/**
Lets workers call a site through one throttle, the way the client does, in time of their own. A refused call is sent a second time.

@returns Every call that left, in order.
*/
export function letWork(
	throttle: Throttle,
	work: ReadonlyArray<readonly Task[]>,
	start = 10_000,
): readonly Departure[] {
	const workers = work.map((tasks): Worker => ({
		tasks: [...tasks],
		at: start + (tasks[0]?.thinking ?? 0),
		isQueued: false,
	}));
	const departures: Departure[] = [];

	for (;;) {
		const [worker] = workers
			.filter(({tasks}) => tasks.length > 0)
			.toSorted((one, other) => one.at - other.at);

		if (worker === undefined) {
			return departures;
		}

		departures.push(...act(worker, throttle));
	}
}

/** A worker queues, or leaves if its turn has come and the site has not blocked it meanwhile. */
function act(worker: Worker, throttle: Throttle): readonly Departure[] {
	const {tasks, at} = worker;
	const [task] = tasks as [Task];
	const blockedUntil = throttle.blockedUntil(task.operation);

	if (!worker.isQueued || blockedUntil > at) {
		worker.at = throttle.reserve(task.operation, at);
		worker.isQueued = true;
		return [];
	}

	worker.isQueued = false;

	if (task.refusal === undefined) {
		tasks.shift();
		worker.at = at + (tasks[0]?.thinking ?? 0);
	} else {
		const {reason, retryAfter} = task.refusal;
		throttle.slowDown(task.operation, reason, retryAfter, at);
		tasks[0] = {...task, refusal: undefined};
		worker.at = at + retryAfter;
	}

	return [{at, operation: task.operation, blockedUntil}];
}
