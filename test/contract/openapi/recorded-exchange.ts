/** What a program in a process of its own was asked and answered, as `test/helpers/record-exchanges.ts` writes it down. */
export type RecordedExchange = {
	readonly method: string;
	/** The path with its query. */
	readonly url: string;
	readonly requestHeaders: Readonly<
		Record<string, string | string[] | undefined>
	>;
	readonly requestBody: string;
	readonly answer: {
		readonly status: number;
		readonly contentType: string;
		readonly body: string;
	};
};
