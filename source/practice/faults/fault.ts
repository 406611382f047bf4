/** Every fault by name, with what it does. */
export const practiceFaults = {
	latency: 'One answer in three comes 20 to 200 ms later.',
	slow: 'One answer in a hundred comes a second and a half later.',
	burst:
		'One call in thirty is answered 429 as over the burst limit, with Retry-After.',
	quota:
		'One call in 300 is answered 429 as over the quota, and so is every call until two seconds later.',
	'html-429':
		'One call in sixty is answered 429 with an HTML body and without Retry-After.',
	'server-error':
		'One call in sixty is answered 500, 502, 503 or 504, and has no effect.',
	'drop-before':
		'One call in eighty loses its connection before it has an effect.',
	'drop-after':
		'One call in eighty has its effect, but the connection is lost before the answer.',
	'cut-body': 'One answer in eighty ends in the middle of its body.',
	'stale-page':
		'One list in twenty is answered as it was when it was last asked for.',
	'renamed-underfoot':
		'Before one organization call in forty, somebody else renames an organization: the one in the call, or another one to the name in the call.',
	'auth-lost':
		'After 400 calls the credentials no longer work, until they are restored.',
} as const;

export type FaultName = keyof typeof practiceFaults;

export const faultNames = Object.keys(practiceFaults) as FaultName[];

/** A fault for certain calls, so that a failure can be played again. */
export type ScriptedFault = {
	readonly fault: FaultName;
	/** The operation it waits for, such as `POST /rest/servicedeskapi/customer`; any operation if left out. */
	readonly operation?: string;
	/** Which of the operation's calls from now on; the first is 1, which is the default. */
	readonly call?: number;
	/** For how many calls in a row; 1 by default. */
	readonly times?: number;
	/** For `latency` and `slow`: how long the answer waits. */
	readonly milliseconds?: number;
	/** For `server-error`: the status. */
	readonly status?: 500 | 502 | 503 | 504;
	/** For `burst`, `quota`, and for `server-error` with status 503. */
	readonly retryAfterSeconds?: number;
	/** For `renamed-underfoot`: the new name, where the call names none. */
	readonly name?: string;
};
