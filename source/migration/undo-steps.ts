import {isExactly} from './activity/request-links.ts';
import {type Failure} from './events.ts';
import {readAll, readIds} from './pages.ts';
import {type ActHandler} from './perform-act.ts';
import {type UndoSite} from './ports.ts';
import {SiteError} from './site-error.ts';
import {type Person} from './step.ts';
import {addPeople} from './steps/add-people.ts';
import {type UndoneEvent} from './undo-events.ts';
import {undoneKinds} from './undo-plan.ts';
import {type UndoStep, type UndoStepOf} from './undo-step.ts';

/** What was taken back, before it is put into an event. */
type Removal = {
	readonly people: readonly Person[];
	readonly requestId?: string;
};

/** How each step of an undo is sent, and how to tell whether it already happened. The accounts are those that will be deleted, whatever else becomes of them. */
export function undoHandler(
	site: UndoSite,
	leaving: ReadonlySet<string>,
	signal: AbortSignal,
): ActHandler<UndoStep, UndoneEvent> {
	return {
		async send(step) {
			switch (step.kind) {
				case 'restore-request': {
					const {request, edits} = step;
					const answer = await unlessGone(site.editRequest(request, edits));
					return [restored(step, answer.requestId)];
				}

				case 'leave-group': {
					const {group, person} = step;
					const answer = await unlessGone(
						site.removeFromGroup(group.id, person.accountId),
					);
					return [{type: 'group-left', group, person, ...answer}];
				}

				case 'delete-group': {
					const {group} = step;
					const answer = await unlessGone(site.deleteGroup(group.id));
					return [{type: 'group-deleted', group, ...answer}];
				}

				case 'remove-project-customers': {
					return removeAccess(step, site, leaving);
				}

				case 'unlink-organization': {
					const answer = await unlessGone(
						site.unlinkOrganization(step.project, step.destinationId),
					);
					return [unlinked(step, answer.requestId)];
				}

				case 'remove-members': {
					return removeMembers(step, site);
				}

				case 'delete-customer': {
					const answer = await unlessGone(site.deleteAccount(step.accountId));
					return [customerDeleted(step, answer.requestId)];
				}

				case 'delete-organization': {
					const answer = await unlessGone(
						site.deleteOrganization(step.destinationId),
					);
					return [organizationDeleted(step, answer.requestId)];
				}
			}
		},
		lookUp: async (step) => lookUp(step, site, signal),
		failed: (step, failure) => failed(step, failure),
	};
}

/** What is gone already need not be taken back. */
async function unlessGone<Answer extends {readonly requestId?: string}>(
	call: Promise<Answer>,
): Promise<{readonly requestId?: string}> {
	try {
		const {requestId} = await call;
		return {requestId};
	} catch (error) {
		if (error instanceof SiteError && error.facts.code === 'not-found') {
			return {};
		}

		throw error;
	}
}

/** Jira keeps the customers of an open project. Those whose accounts are deleted leave it with them, so there is nothing to say about these. */
async function removeAccess(
	step: UndoStepOf<'remove-project-customers'>,
	site: UndoSite,
	leaving: ReadonlySet<string>,
): Promise<readonly UndoneEvent[]> {
	const {project, customers} = step;

	try {
		const {requestId} = await site.removeProjectCustomers(
			project,
			customers.map(({accountId}) => accountId),
		);
		return [accessRemoved(step, {people: customers, requestId})];
	} catch (error) {
		if (!(error instanceof SiteError) || error.facts.code !== 'refused') {
			throw error;
		}

		const {detail} = error.facts;
		return customers
			.filter(({accountId}) => !leaving.has(accountId))
			.map((person) => ({
				type: 'item-kept',
				what: 'project-access',
				subject: person.label,
				place: project.key,
				reason: {code: 'open-project', detail},
			}));
	}
}

/** An account that is gone spoils its batch, so the others are sorted out by halves. */
async function removeMembers(
	step: UndoStepOf<'remove-members'>,
	site: UndoSite,
): Promise<readonly UndoneEvent[]> {
	try {
		const {added, refused, requestId} = await addPeople(step.members, {
			add: async (ids) => site.removeMembers(step.destinationId, ids),
			read: async () => noMembers(step, site),
		});
		return [
			...(added.length > 0
				? [membersRemoved(step, {people: added, requestId})]
				: []),
			...refused.map(({person, failure}): UndoneEvent => ({
				type: 'undo-failed',
				what: 'membership',
				subject: person.label,
				place: step.name,
				failure,
			})),
		];
	} catch (error) {
		if (error instanceof SiteError && error.facts.code === 'not-found') {
			return [membersRemoved(step, {people: step.members})];
		}

		throw error;
	}
}

/** Those of the step who are no members by now. */
async function noMembers(
	{destinationId, members}: UndoStepOf<'remove-members'>,
	site: UndoSite,
	signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
	const organization = await site.organizationById(destinationId, signal);
	const there =
		organization === undefined
			? new Set<string>()
			: await readIds(site.organizationMembers(destinationId, signal));
	return new Set(
		members
			.map(({accountId}) => accountId)
			.filter((accountId) => !there.has(accountId)),
	);
}

/** Asks whether a step happened; trouble with the answer is told as its failure. */
async function lookUp(
	step: UndoStep,
	site: UndoSite,
	signal: AbortSignal,
): Promise<readonly UndoneEvent[] | undefined> {
	switch (step.kind) {
		case 'restore-request': {
			const [request] = await site.requestsByKey([step.request], signal);
			return request === undefined ||
				step.edits.every(({field, after}) =>
					isExactly(request.values[field], after),
				)
				? [restored(step)]
				: undefined;
		}

		case 'leave-group': {
			const {group, person} = step;
			const members = await site.groupMembers(group.id, signal);
			return members.some(({id}) => id === person.accountId)
				? undefined
				: [{type: 'group-left', group, person}];
		}

		case 'delete-group': {
			const {group} = step;
			const isThere = await site.hasGroup(group.id, signal);
			return isThere ? undefined : [{type: 'group-deleted', group}];
		}

		case 'remove-project-customers': {
			const found = await site.individualCustomers(step.project, signal);
			const there = new Set(found);
			return found === undefined ||
				step.customers.some(({accountId}) => there.has(accountId))
				? undefined
				: [accessRemoved(step, {people: step.customers})];
		}

		case 'unlink-organization': {
			const linked = await readAll(
				site.projectOrganizations(step.project, signal),
			);
			return linked.some(({id}) => id === step.destinationId)
				? undefined
				: [unlinked(step)];
		}

		case 'remove-members': {
			const gone = await noMembers(step, site, signal);
			const people = step.members.filter(({accountId}) => gone.has(accountId));
			return people.length === 0 ? undefined : [membersRemoved(step, {people})];
		}

		case 'delete-customer': {
			const accounts = await site.accountsById([step.accountId], signal);
			return accounts.some(({status}) => status !== 'deleted')
				? undefined
				: [customerDeleted(step)];
		}

		case 'delete-organization': {
			const found = await site.organizationById(step.destinationId, signal);
			return found === undefined ? [organizationDeleted(step)] : undefined;
		}
	}
}

function failed(step: UndoStep, failure: Failure): readonly UndoneEvent[] {
	return subjectsOf(step).map(({subject, place}) => ({
		type: 'undo-failed',
		what: undoneKinds[step.kind],
		subject,
		...(place !== undefined && {place}),
		failure,
	}));
}

type Subject = {readonly subject: string; readonly place?: string};

/** Whom or what a step is about, in words. */
export function subjectsOf(step: UndoStep): readonly Subject[] {
	switch (step.kind) {
		case 'restore-request': {
			return step.edits.map(({kind}) => ({
				subject: step.request,
				place: kind,
			}));
		}

		case 'leave-group': {
			return [{subject: step.person.label, place: step.group.name}];
		}

		case 'delete-group': {
			return [{subject: step.group.name}];
		}

		case 'remove-project-customers': {
			const place = step.project.key;
			return step.customers.map(({label}) => ({subject: label, place}));
		}

		case 'unlink-organization': {
			return [{subject: step.name, place: step.project.key}];
		}

		case 'remove-members': {
			const place = step.name;
			return step.members.map(({label}) => ({subject: label, place}));
		}

		case 'delete-customer': {
			return [{subject: step.email}];
		}

		case 'delete-organization': {
			return [{subject: step.name}];
		}
	}
}

function restored(
	{request, edits}: UndoStepOf<'restore-request'>,
	requestId?: string,
): UndoneEvent {
	const fields = edits.map(({field}) => field);
	return {type: 'request-restored', request, fields, requestId};
}

function accessRemoved(
	{project}: UndoStepOf<'remove-project-customers'>,
	{people, requestId}: Removal,
): UndoneEvent {
	return {
		type: 'project-access-removed',
		project: project.key,
		customers: people.map(({customer}) => customer),
		requestId,
	};
}

function unlinked(
	{organization, name, project}: UndoStepOf<'unlink-organization'>,
	requestId?: string,
): UndoneEvent {
	return {
		type: 'organization-unlinked',
		organization,
		name,
		project: project.key,
		requestId,
	};
}

function membersRemoved(
	{organization, name}: UndoStepOf<'remove-members'>,
	{people, requestId}: Removal,
): UndoneEvent {
	return {
		type: 'members-removed',
		organization,
		name,
		customers: people.map(({customer}) => customer),
		requestId,
	};
}

function customerDeleted(
	{customers, email, accountId}: UndoStepOf<'delete-customer'>,
	requestId?: string,
): UndoneEvent {
	return {
		type: 'customer-deleted',
		customers,
		email,
		destinationId: accountId,
		requestId,
	};
}

function organizationDeleted(
	{organizations, name, destinationId}: UndoStepOf<'delete-organization'>,
	requestId?: string,
): UndoneEvent {
	return {
		type: 'organization-deleted',
		organizations,
		name,
		destinationId,
		requestId,
	};
}
