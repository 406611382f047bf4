import {type RecordedEvent} from '../../source/migration/events.ts';
import {type Account} from '../../source/migration/model.ts';
import {type Plan} from '../../source/migration/plan.ts';
import {RunState} from '../../source/migration/run-state.ts';

/** What a run of the plan has done once it has told these events. */
export function stateAfter(
	plan: Plan,
	...events: readonly RecordedEvent[]
): RunState {
	const state = new RunState(plan);

	for (const event of events) {
		state.fold(event);
	}

	return state;
}

export function created({id, email = ''}: Account): RecordedEvent {
	return {
		type: 'customer-created',
		customer: id,
		email,
		destinationId: `made for ${id}`,
	};
}

export function linked({id, email = ''}: Account): RecordedEvent {
	return {
		type: 'customer-linked',
		customer: id,
		email,
		destinationId: `found for ${id}`,
	};
}

export function notCreated({id, email = ''}: Account): RecordedEvent {
	return {
		type: 'customer-failed',
		customer: id,
		email,
		failure: {code: 'refused'},
	};
}

type Named = {readonly id: string; readonly name: string};

export function organizationCreated(
	{id, name}: Named,
	newName = name,
): RecordedEvent {
	return {
		type: name === newName ? 'organization-created' : 'organization-renamed',
		organization: id,
		name,
		newName,
		destinationId: `made for ${id}`,
	};
}

export function organizationFailed({id, name}: Named): RecordedEvent {
	return {
		type: 'organization-failed',
		organization: id,
		name,
		failure: {code: 'name-taken-meanwhile'},
	};
}

export function membersAdded(
	{id, name}: Named,
	...members: readonly Account[]
): RecordedEvent {
	return {
		type: 'members-added',
		organization: id,
		name,
		customers: members.map((member) => member.id),
	};
}

export function memberFailed(
	{id, name}: Named,
	{id: customer, email = ''}: Account,
): RecordedEvent {
	return {
		type: 'member-failed',
		organization: id,
		name,
		customer,
		email,
		failure: {code: 'refused', detail: 'No such user.'},
	};
}
