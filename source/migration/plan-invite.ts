import {type InviteStep, type NotInvitedReason} from './invite-events.ts';
import {type InviteOutcome} from './invite-book.ts';
import {comparableEmail} from './match.ts';
import {type ServiceProject} from './model.ts';
import {comparableName} from './names.ts';
import {type Plan} from './plan.ts';
import {type StepRecord} from './ports.ts';
import {RunState} from './run-state.ts';
import {type Made, collectMade} from './undo-made.ts';

/** Which of the customers that a run created are to be invited; what is left out chooses all. */
export type InviteChoice = {
	/** Key of the destination project that everyone is invited to; left out, each to one of his own. */
	readonly toProject?: string;
	/** Name of an organization of the source: its members only. */
	readonly organization?: string;
	/** Such as `northwind.example`. */
	readonly domain?: string;
};

/** Who will be mailed: a plain JSON value, shown before anything is sent. */
export type InvitePlan = {
	readonly run: string;
	readonly destination: {readonly name: string; readonly url: string};
	readonly steps: readonly InviteStep[];
	readonly skipped: ReadonlyArray<{
		readonly customer: string;
		readonly email: string;
		readonly reason: NotInvitedReason;
	}>;
	/** How many of the chosen were dealt with earlier; nobody is mailed twice. */
	readonly earlier: Readonly<Record<InviteOutcome, number>>;
	/** How many customers had an account before, so that they need the address of the help center and no invitation. */
	readonly knownBefore: number;
	readonly helpCenter?: string;
};

/** A run as inviting looks at it. */
export type InvitedRun = {
	readonly id: string;
	readonly plan: Plan;
	readonly steps: Iterable<StepRecord>;
};

/**
Plans whom to invite: only customers that the run created and that are to have access, each person once. Pure. The outcomes are those of invitations sent earlier, by source account id.
*/
export function planInvite(
	{id, plan, steps}: InvitedRun,
	choice: InviteChoice,
	outcomes: ReadonlyMap<string, InviteOutcome>,
	helpCenter?: string,
): InvitePlan {
	const records = [...steps];
	const made = collectMade(plan, records);
	const state = stateOf(plan, records);
	const places = projectsOf(plan, state, made);
	const isChosen = chooser(plan, choice);
	const earlier = {invited: 0, known: 0, unknown: 0};
	const result: InviteStep[] = [];
	const skipped: Array<InvitePlan['skipped'][number]> = [];
	const names = new Map(plan.customers.map((one) => [one.id, one.name]));
	const seen = new Set<string>();

	for (const {customers, email, accountId} of made.customers) {
		const [customer = ''] = customers;
		const person = comparableEmail(email);

		// Who was inactive has no access and gets no mail (R6).
		if (
			seen.has(person) ||
			state.isRevoked(customer) ||
			!isChosen(customer, email)
		) {
			continue;
		}

		seen.add(person);
		const outcome = outcomes.get(customer);

		if (outcome !== undefined) {
			earlier[outcome]++;
			continue;
		}

		const project = projectFor(places.get(accountId), plan, choice);

		if (project === undefined) {
			skipped.push({customer, email, reason: 'no-project'});
			continue;
		}

		const name = names.get(customer) ?? email;
		result.push({
			kind: 'invite-customer',
			customer,
			email,
			name,
			accountId,
			project,
		});
	}

	const {name, url} = plan.destination;
	return {
		run: id,
		destination: {name, url},
		steps: result,
		skipped,
		earlier,
		knownBefore: plan.customers.filter(
			(one) =>
				state.customerId(one.id) !== undefined && !state.isCreated(one.id),
		).length,
		...(helpCenter !== undefined && {helpCenter}),
	};
}

function stateOf(plan: Plan, records: readonly StepRecord[]): RunState {
	const state = new RunState(plan);

	for (const {events = []} of records) {
		for (const event of events) {
			state.fold(event);
		}
	}

	return state;
}

/** Destination projects that each account can use, the nearest first: his own access, then what his organizations are linked to, then what he is related to. */
function projectsOf(
	plan: Plan,
	state: RunState,
	made: Made,
): ReadonlyMap<string, readonly ServiceProject[]> {
	const places = new Map<string, ServiceProject[]>();
	const add = (accountId: string | undefined, project: ServiceProject) => {
		if (accountId !== undefined) {
			places.set(accountId, [...(places.get(accountId) ?? []), project]);
		}
	};

	for (const {project, person} of made.access) {
		add(person.accountId, project);
	}

	for (const {id, members, links} of plan.organizations) {
		const linked = [
			...links.present,
			...links.add.filter(({key}) => state.isLinked(id, key)),
		];

		for (const customer of members.add) {
			for (const project of linked) {
				if (state.isMember(id, customer)) {
					add(state.customerId(customer), project);
				}
			}
		}
	}

	const counterparts = new Map(
		plan.projects.map(({from, to}) => [from.key, to]),
	);

	for (const {id, reasons} of plan.customers) {
		for (const {example} of reasons) {
			// An example is a request such as `IT-204`, or a project's key.
			const to = counterparts.get(example.replace(/-\d+$/v, ''));

			if (to !== undefined) {
				add(state.customerId(id), to);
			}
		}
	}

	return places;
}

/** Whoever has no project of his own is invited only where there is just one, or where the admin names one. */
function projectFor(
	own: readonly ServiceProject[] | undefined,
	{projects}: Plan,
	{toProject}: InviteChoice,
): ServiceProject | undefined {
	const counterparts = projects.flatMap(({to}) =>
		to === undefined ? [] : [to],
	);

	return toProject === undefined
		? (own?.[0] ?? (counterparts.length === 1 ? counterparts[0] : undefined))
		: counterparts.find(({key}) => key === toProject);
}

function chooser(
	{organizations}: Plan,
	{organization, domain}: InviteChoice,
): (customer: string, email: string) => boolean {
	const members =
		organization === undefined
			? undefined
			: new Set(
					organizations
						.filter(
							({name}) => comparableName(name) === comparableName(organization),
						)
						.flatMap(({members: {add, present}}) => [...add, ...present]),
				);
	const ending = domain === undefined ? '' : `@${domain.toLowerCase()}`;
	return (customer, email) =>
		(members?.has(customer) ?? true) && email.toLowerCase().endsWith(ending);
}
