/** A mail the site would have sent. */
export type Mail = {
	readonly at: string;
	readonly to: string;
	readonly subject: string;
	/** The operation that caused it, such as `POST /rest/servicedeskapi/customer`. */
	readonly cause: string;
};
