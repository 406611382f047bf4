/** One attempt of a call, just before it leaves and once it is known what came of it. */
export type CallMoment = {
	/** Counts the attempts of one client. */
	readonly number: number;
	readonly site: string;
} & (
	| {
			readonly type: 'sent';
			readonly method: string;
			/** With its query; it holds no credentials. */
			readonly address: string;
	  }
	| {
			readonly type: 'answered';
			readonly status: number;
			/** What Atlassian's support asks for. */
			readonly requestId?: string;
			readonly milliseconds: number;
	  }
	| {
			readonly type: 'lost';
			/** Such as `ECONNRESET`. */
			readonly reason: string;
			readonly milliseconds: number;
	  }
);

export type CallWatch = (moment: CallMoment) => void;
