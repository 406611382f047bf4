import {type FieldPair} from './planned-activity.ts';
import {type RequestPair} from './pair-requests.ts';

/** The requests of one service project that are on both sites. */
export type ProjectActivity = {
	/** Key of the destination project. */
	readonly project: string;
	readonly read: {readonly source: number; readonly destination: number};
	readonly pairs: readonly RequestPair[];
	/** Ids of the destination's organizations that are linked to it. */
	readonly linked: ReadonlySet<string>;
	/** Whether this login may edit its requests so that nobody is mailed. */
	readonly canEdit: boolean;
};

/** What both sites hold of the requests of the chosen projects. */
export type ActivitySnapshot = {
	readonly fields: readonly FieldPair[];
	readonly fieldsWithout: readonly string[];
	readonly projects: readonly ProjectActivity[];
};
