import {chunks} from './chunks.ts';
import {streamEvents} from './event-stream.ts';
import {
	type FollowUpEvent,
	type FollowUpStep,
	type FollowUpSummary,
	type FollowedUpEvent,
} from './follow-up-events.ts';
import {type FollowUpBook, FollowUpState} from './follow-up-state.ts';
import {readAll} from './pages.ts';
import {type ActHandler, performAct} from './perform-act.ts';
import {type FollowUpPlan} from './plan-follow-up.ts';
import {type Clock, type FollowUpSite, type Group} from './ports.ts';
import {number, quantity} from './quantity.ts';
import {relayNotices} from './relay-notices.ts';
import {accountsPerCall} from './run-phases.ts';
import {type Ending} from './run-summary.ts';
import {SiteError, type SiteErrorFacts} from './site-error.ts';

export type FollowUpSetting = {
	readonly site: FollowUpSite;
	readonly book: FollowUpBook;
	readonly clock: Clock;
};

/**
Does what a follow-up plan says: makes the group, collects the customers in it, gives them the Customer role and the access that the source had. Stopped, broken off or killed, it goes on when it is planned and done again. The last event is `follow-up-finished`.
*/
export function followUpRun(
	plan: FollowUpPlan,
	setting: FollowUpSetting,
	signal: AbortSignal,
): AsyncGenerator<FollowUpEvent, FollowUpSummary, void> {
	return streamEvents(async (emit) => {
		const {site, book, clock} = setting;
		const startedAt = clock.now().getTime();
		const state = new FollowUpState(book.steps());
		let failed = 0;
		emit({type: 'follow-up-started', run: plan.run});
		book.begin();
		const tell = (event: FollowedUpEvent) => {
			state.fold(event);
			failed += Number(event.type === 'follow-up-failed');
			emit(event);
		};

		const silence = relayNotices(site, 'destination', emit);
		const act = {book, handler: followUpHandler(site, signal), tell};
		const end = await carryOut(
			stepsFor(plan, state),
			async (step) => performAct(step, act),
			signal,
		);
		silence();
		const counts = {
			collected: state.joined(true),
			givenRole: state.joined(false),
			givenAccess: state.givenAccess,
			failed,
		};
		const summary: FollowUpSummary = {
			run: plan.run,
			...end,
			verdict: verdictOf(plan, state.group, end.ending, counts),
			exitCode: exitCodeOf(end.ending, failed),
			...(state.group && {group: state.group}),
			...counts,
			calls: site.calls(),
			seconds: (clock.now().getTime() - startedAt) / 1000,
		};
		book.finish(summary);
		emit({type: 'follow-up-finished', ...summary});
		return summary;
	});
}

/** Each step is made when the one before it is done, since the id of the group comes from the first. */
function* stepsFor(
	{newGroup, toCollect, role, access}: FollowUpPlan,
	state: FollowUpState,
): Generator<FollowUpStep> {
	if (newGroup !== undefined && state.group === undefined) {
		yield {kind: 'create-group', name: newGroup};
	}

	for (const person of toCollect) {
		if (state.group !== undefined) {
			yield {kind: 'join-group', group: state.group, person};
		}
	}

	for (const person of role?.people ?? []) {
		if (role !== undefined) {
			yield {kind: 'join-group', group: role.group, person};
		}
	}

	for (const {project, people} of access) {
		for (const customers of chunks(people, accountsPerCall)) {
			yield {kind: 'give-project-access', project, customers};
		}
	}
}

async function carryOut(
	steps: Iterable<FollowUpStep>,
	perform: (step: FollowUpStep) => Promise<void>,
	signal: AbortSignal,
): Promise<{readonly ending: Ending; readonly error?: SiteErrorFacts}> {
	try {
		for (const step of steps) {
			if (signal.aborted) {
				return {ending: 'stopped'};
			}

			await perform(step);
		}

		return {ending: 'finished'};
	} catch (error) {
		if (!(error instanceof SiteError)) {
			throw error;
		}

		return signal.aborted
			? {ending: 'stopped'}
			: {ending: 'broken-off', error: error.facts};
	}
}

/** How each step of a follow-up is sent, and how to tell whether it already happened. */
export function followUpHandler(
	site: FollowUpSite,
	signal: AbortSignal,
): ActHandler<FollowUpStep, FollowedUpEvent> {
	return {
		async send(step) {
			switch (step.kind) {
				case 'create-group': {
					const {group, requestId} = await site.createGroup(step.name);
					return [{type: 'group-created', group, requestId}];
				}

				case 'join-group': {
					const {group, person} = step;
					const {requestId} = await site.addToGroup(group.id, person.accountId);
					return [{type: 'group-joined', group, person, requestId}];
				}

				case 'give-project-access': {
					const {project, customers} = step;
					const {requestId} = await site.addProjectCustomers(
						project,
						customers.map(({accountId}) => accountId),
					);
					return [
						{type: 'project-access-given', project, customers, requestId},
					];
				}
			}
		},
		lookUp: async (step) => lookUp(step, site, signal),
		failed: (step, failure) => [
			{
				type: 'follow-up-failed',
				what: step.kind,
				...subjectOf(step),
				failure,
			},
		],
	};
}

async function lookUp(
	step: FollowUpStep,
	site: FollowUpSite,
	signal: AbortSignal,
): Promise<readonly FollowedUpEvent[] | undefined> {
	switch (step.kind) {
		case 'create-group': {
			// The name was free when the call left, so a group of that name is the one it made.
			const found = await site.groupsLike(step.name, signal);
			const group = found.find(({name}) => name === step.name);
			return group && [{type: 'group-created', group}];
		}

		case 'join-group': {
			const {group, person} = step;
			const members = await readAll(site.groupMembers(group.id, signal));
			return members.some(({id}) => id === person.accountId)
				? [{type: 'group-joined', group, person}]
				: undefined;
		}

		case 'give-project-access': {
			const {project, customers} = step;
			const there = new Set(await site.individualCustomers(project, signal));
			return customers.every(({accountId}) => there.has(accountId))
				? [{type: 'project-access-given', project, customers}]
				: undefined;
		}
	}
}

function subjectOf(step: FollowUpStep) {
	switch (step.kind) {
		case 'create-group': {
			return {subject: step.name};
		}

		case 'join-group': {
			return {subject: step.person.label, place: step.group.name};
		}

		case 'give-project-access': {
			const labels = step.customers.map(({label}) => label);
			return {subject: labels.join(', '), place: step.project.key};
		}
	}
}

type Counts = Pick<
	FollowUpSummary,
	'collected' | 'givenRole' | 'givenAccess' | 'failed'
>;

function verdictOf(
	{destination}: FollowUpPlan,
	group: Group | undefined,
	ending: Ending,
	{collected, givenRole, givenAccess, failed}: Counts,
): string {
	const parts = [
		...(group
			? [
					`${quantity(collected, 'customer')} collected in the group ${group.name}`,
				]
			: []),
		`${number(givenRole)} given the Customer role`,
		`${number(givenAccess)} given project access`,
		...(failed > 0 ? [`${number(failed)} failed`] : []),
	];
	const verb = {
		finished: 'Followed up',
		stopped: 'Stopped',
		'broken-off': 'Broken off',
	}[ending];
	return `${verb} on ${destination.name}: ${parts.join(', ')}.`;
}

function exitCodeOf(
	ending: Ending,
	failed: number,
): FollowUpSummary['exitCode'] {
	if (ending !== 'finished') {
		return ending === 'stopped' ? 130 : 6;
	}

	return failed === 0 ? 0 : 4;
}
