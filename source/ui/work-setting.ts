import {type Dispatch} from './actions.ts';
import {type Job} from './jobs.ts';
import {type AppServices} from './services.ts';

/** What work needs to be done and to tell what comes of it. */
export type WorkSetting = {
	readonly services: AppServices;
	/** Ends it; a copy only stops what is not in flight. */
	readonly signal: AbortSignal;
	/** For what it comes to. */
	readonly settle: Dispatch;
	/** For what it tells on the way, often and in a row. */
	readonly tell: Dispatch;
	/** Between two parts of long work: lets keys be heard and, after one, lets the screen follow it. */
	readonly giveWay: () => Promise<void>;
};

export type JobOf<Type extends Job['type']> = Extract<
	Job,
	{readonly type: Type}
>;
