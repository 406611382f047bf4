import {type RecordedEvent} from '../migration/events.ts';
import {type UndoneEvent} from '../migration/undo-events.ts';

/** A source id and the destination id that it became. */
export type Link = readonly [source: string, destination: string];

export type Links = {
	readonly customers?: Iterable<Link>;
	readonly organizations?: Iterable<Link>;
};

/** What events change in the memory of their pair. */
export type MemoryChanges = {
	readonly customers: readonly Link[];
	readonly organizations: readonly Link[];
	/** Source ids of customers whose access is still to be revoked. */
	readonly toRevoke: readonly string[];
	/** Source ids of customers for whom that is done. */
	readonly revoked: readonly string[];
};

export function memoryChanges(events: readonly RecordedEvent[]): MemoryChanges {
	return {
		customers: events.flatMap((event) =>
			event.type === 'customer-created' || event.type === 'customer-linked'
				? [[event.customer, event.destinationId] as const]
				: [],
		),
		organizations: events.flatMap((event) =>
			event.type === 'organization-created' ||
			event.type === 'organization-renamed'
				? [[event.organization, event.destinationId] as const]
				: [],
		),
		toRevoke: events.flatMap((event) =>
			event.type === 'customer-created' && event.isRevokedNext === true
				? [event.customer]
				: [],
		),
		revoked: events.flatMap((event) =>
			event.type === 'customer-revoked' ? [event.customer] : [],
		),
	};
}

/** Links of what the steps of an act took away; other acts take nothing away. */
export function linksGone(
	events: ReadonlyArray<{readonly type: string}>,
): Required<Links> {
	const gone = events as readonly UndoneEvent[];
	return {
		customers: gone.flatMap((event) =>
			event.type === 'customer-deleted'
				? event.customers.map((id) => [id, event.destinationId] as const)
				: [],
		),
		organizations: gone.flatMap((event) =>
			event.type === 'organization-deleted'
				? event.organizations.map((id) => [id, event.destinationId] as const)
				: [],
		),
	};
}
