import {type ZodType} from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One operation of Jira's API, as its documentation lists it. */
export type Operation = {
	readonly method: Method;
	/** Path with placeholders, such as `/rest/servicedeskapi/organization/{organizationId}/user`. */
	readonly path: string;
	/** Answers 412 without the header `X-ExperimentalApi: opt-in`. */
	readonly isExperimental?: boolean;
	/** Some reads are sent as POST, because their queries are long. */
	readonly isRead?: boolean;
	/** Whether sending it twice does what sending it once does. Reads always do. */
	readonly isRepeatable?: boolean;
};

/** An operation with everything it needs to be sent. */
export type Call<Body> = {
	readonly operation: Operation;
	/** Values of the placeholders. */
	readonly path?: Readonly<Record<string, string>>;
	readonly query?: Readonly<
		Record<string, string | number | boolean | readonly string[]>
	>;
	readonly body?: unknown;
	/** What the answer has to look like. */
	readonly answer: ZodType<Body>;
	/** Statuses that are an answer rather than an error, besides 200 to 299. They say all there is to say, so no body comes with them. */
	readonly expected?: readonly number[];
	/** The first call to an address, which finds out whether a site is there. A wrong address does not get better by waiting, so it is told at once. */
	readonly isIntroduction?: boolean;
};

export type Answer<Body> = {
	readonly status: number;
	readonly body: Body;
	/** What Atlassian's support asks for. */
	readonly requestId?: string;
};

/** How an operation is named in limits, notices and errors. Ids are left out. */
export function operationName({method, path}: Operation): string {
	return `${method} ${path}`;
}

export function isRead(operation: Operation): boolean {
	return operation.method === 'GET' || operation.isRead === true;
}

/**
The path with its placeholders filled; ids of portal-only accounts hold colons and are encoded.

@throws Error where a value is missing, or would change the path around it: no encoding keeps `..` in its place.
*/
export function pathOf({operation, path = {}}: Call<unknown>): string {
	return operation.path.replaceAll(/\{(?<name>\w+)\}/gv, (_, name: string) => {
		const value = path[name];

		if (value === undefined) {
			throw new Error(`${operationName(operation)} lacks its ${name}`);
		}

		if (/^\.{0,2}$/v.test(value)) {
			throw new Error(
				`${operationName(operation)} can't have "${value}" as its ${name}`,
			);
		}

		return encodeURIComponent(value);
	});
}

export function queryOf({query = {}}: Call<unknown>): URLSearchParams {
	const parameters = new URLSearchParams();

	for (const [name, value] of Object.entries(query)) {
		for (const item of Array.isArray(value) ? value : [value]) {
			parameters.append(name, String(item));
		}
	}

	return parameters;
}
