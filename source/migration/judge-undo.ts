import {type RequestEdit, isExactly} from './activity/request-links.ts';
import {type Account} from './model.ts';
import {type Person} from './step.ts';
import {type Kept, type KeptReason} from './undo-kept.ts';
import {type Made} from './undo-made.ts';
import {type UndoStep, type UndoStepOf} from './undo-step.ts';
import {type OrganizationUse, type Usage} from './undo-usage.ts';

/** What a step of an undo comes to: what is left of it, and what stays. */
export type Judgement = {
	readonly step?: UndoStep;
	readonly kept: readonly Kept[];
};

/** What a run made, whether or not it is undone by now, to be found by ids of the destination. */
export type MadeIndex = {
	readonly accounts: ReadonlySet<string>;
	readonly organizations: ReadonlySet<string>;
	/** Such as `12 qm:…`. */
	readonly memberships: ReadonlySet<string>;
	/** Such as `12 IT`. */
	readonly links: ReadonlySet<string>;
	/** Accounts that a follow-up collected in its group. */
	readonly collected: ReadonlySet<string>;
};

export function indexMade(made: Made): MadeIndex {
	return {
		accounts: new Set(made.customers.map(({accountId}) => accountId)),
		organizations: new Set(
			made.organizations.map(({destinationId}) => destinationId),
		),
		memberships: new Set(
			made.memberships.map(
				({destinationId, person}) => `${destinationId} ${person.accountId}`,
			),
		),
		collected: new Set(made.collected),
		links: new Set(
			made.links.map(
				({destinationId, project}) => `${destinationId} ${project.key}`,
			),
		),
	};
}

/**
Judges whether what a run made may be taken back, or whether others use it by now (R17). The same rules hold for the plan and right before each step.
*/
export class UndoJudge {
	readonly #usage: Usage;
	readonly #canDeleteAccounts: boolean;
	readonly #ours: MadeIndex;

	constructor(ours: MadeIndex, usage: Usage, canDeleteAccounts: boolean) {
		this.#ours = ours;
		this.#usage = usage;
		this.#canDeleteAccounts = canDeleteAccounts;
	}

	/** What to do about a step. Right before deleting an organization, nobody may be left in it. */
	judge(step: UndoStep, moment: 'planned' | 'right-before'): Judgement {
		switch (step.kind) {
			case 'restore-request': {
				return this.#judgeRequest(step);
			}

			case 'leave-group': {
				return {step, kept: []};
			}

			case 'delete-group': {
				const {group} = step;
				const reason = this.#whyGroupStays(group.id);
				return one(
					step,
					reason && {what: 'group', subject: group.name, reason},
				);
			}

			case 'remove-project-customers': {
				return this.#judgeAccess(step);
			}

			case 'unlink-organization': {
				return this.#judgeLink(step);
			}

			case 'remove-members': {
				return this.#judgeMembers(step);
			}

			case 'delete-customer': {
				const {email: subject, accountId} = step;
				const reason = this.#canDeleteAccounts
					? this.#whyAccountStays(accountId)
					: ({code: 'no-right'} as const);
				return one(step, reason && {what: 'customer', subject, reason});
			}

			case 'delete-organization': {
				const {name: subject, destinationId} = step;
				const reason =
					this.#whyOrganizationStays(destinationId) ??
					(moment === 'right-before'
						? this.#whoIsLeft(destinationId)
						: undefined);
				return one(step, reason && {what: 'organization', subject, reason});
			}
		}
	}

	/** Whether someone is in an organization to be deleted who has no reason to stay there. He has been taken out by then, so the list may be from before that. */
	findsLeftovers(steps: readonly UndoStep[]): boolean {
		return steps.some(
			(step) =>
				step.kind === 'delete-organization' &&
				this.#whyOrganizationStays(step.destinationId) === undefined &&
				this.#whoIsLeft(step.destinationId) !== undefined,
		);
	}

	/** What someone has set since the run stays; a request that is gone needs nothing. */
	#judgeRequest(step: UndoStepOf<'restore-request'>): Judgement {
		const request = this.#usage.fields.get(step.request);
		if (request === undefined) {
			return {kept: []};
		}

		const {values} = request;
		const isOurs = ({field, before, after}: RequestEdit) =>
			isExactly(values[field], before) || isExactly(values[field], after);
		const edits = step.edits.filter((edit) => isOurs(edit));
		return {
			...(edits.length > 0 && {step: {...step, edits}}),
			kept: step.edits
				.filter((edit) => !isOurs(edit))
				.map(({kind}) => ({
					what: 'request-link',
					subject: step.request,
					place: kind,
					reason: {code: 'changed-since'},
				})),
		};
	}

	/** A customer who stays keeps the access he was given, or he could not see his own requests. */
	#judgeAccess(step: UndoStepOf<'remove-project-customers'>): Judgement {
		const {going, kept} = sort(step.customers, ({accountId}) =>
			this.#whyAccountStays(accountId),
		);
		return {
			...(going.length > 0 && {step: {...step, customers: going}}),
			kept: kept.map(({person, reason}) => ({
				what: 'project-access',
				subject: person.label,
				place: step.project.key,
				reason,
			})),
		};
	}

	#judgeMembers(step: UndoStepOf<'remove-members'>): Judgement {
		const {going, kept} = sort(step.members, ({accountId}) =>
			this.#whyMembershipStays(step.destinationId, accountId),
		);
		return {
			...(going.length > 0 && {step: {...step, members: going}}),
			kept: kept.map(({person, reason}) => ({
				what: 'membership',
				subject: person.label,
				place: step.name,
				reason,
			})),
		};
	}

	/** Others reach an organization that stays through its projects; one that was there before may have requests of the project by now. */
	#judgeLink(step: UndoStepOf<'unlink-organization'>): Judgement {
		const {name: subject, destinationId, project} = step;
		const shared = this.#usage.organizations
			.get(destinationId)
			?.shared.find(({key}) => key.startsWith(`${project.key}-`));
		const isStays =
			this.#ours.organizations.has(destinationId) &&
			this.#whyOrganizationStays(destinationId) !== undefined;
		const reason: KeptReason | undefined =
			shared === undefined
				? isStays
					? {code: 'organization-stays'}
					: undefined
				: {code: 'shared-request', example: shared.key};
		return one(
			step,
			reason && {what: 'project-link', subject, place: project.key, reason},
		);
	}

	#whyGroupStays(group: string): KeptReason | undefined {
		const [joined, ...others] = (this.#usage.groups.get(group) ?? []).filter(
			({id}) => !this.#ours.collected.has(id),
		);
		return (
			joined && {
				code: 'joined',
				count: others.length + 1,
				example: labelOf(joined),
			}
		);
	}

	/** Only accounts that the run made are asked about; the others were there before. */
	#whyAccountStays(accountId: string): KeptReason | undefined {
		const account = this.#usage.accounts.get(accountId);

		if (!this.#ours.accounts.has(accountId) || account === undefined) {
			return undefined;
		}

		if (account.type === 'atlassian') {
			return {code: 'account-upgraded'};
		}

		const example = this.#usage.requests.get(accountId);
		return example === undefined ? undefined : {code: 'on-request', example};
	}

	#whyMembershipStays(
		organization: string,
		accountId: string,
	): KeptReason | undefined {
		const reason = this.#whyAccountStays(accountId);

		if (reason !== undefined || !this.#ours.organizations.has(organization)) {
			return reason;
		}

		const shared = this.#usage.organizations
			.get(organization)
			?.shared.find(({people}) =>
				people.some(({account}) => account === accountId),
			);
		return shared && {code: 'on-request', example: shared.key};
	}

	#whyOrganizationStays(organization: string): KeptReason | undefined {
		const use = this.#usage.organizations.get(organization);
		return use && this.#whyUsed(organization, use);
	}

	#whyUsed(
		organization: string,
		{members, projects, shared}: OrganizationUse,
	): KeptReason | undefined {
		const isOurs = (id: string) =>
			this.#ours.memberships.has(`${organization} ${id}`);
		const [joined, ...others] = members.filter(({id}) => !isOurs(id));

		if (joined !== undefined) {
			const count = others.length + 1;
			return {code: 'joined', count, example: labelOf(joined)};
		}

		const linked = projects.find(
			(key) => !this.#ours.links.has(`${organization} ${key}`),
		);

		if (linked !== undefined) {
			return {code: 'linked', example: linked};
		}

		const [request] = shared;

		if (request !== undefined) {
			return {code: 'shared-request', example: request.key};
		}

		const staying = members.find(
			({id}) => this.#whyMembershipStays(organization, id) !== undefined,
		);
		return staying && {code: 'member-stays', example: labelOf(staying)};
	}

	#whoIsLeft(organization: string): KeptReason | undefined {
		const member = this.#usage.organizations.get(organization)?.members[0];
		return member && {code: 'member-stays', example: labelOf(member)};
	}
}

function one(step: UndoStep, kept: Kept | undefined): Judgement {
	return kept === undefined ? {step, kept: []} : {kept: [kept]};
}

function sort(
	people: readonly Person[],
	why: (person: Person) => KeptReason | undefined,
): {
	readonly going: readonly Person[];
	readonly kept: ReadonlyArray<{
		readonly person: Person;
		readonly reason: KeptReason;
	}>;
} {
	const judged = people.map((person) => ({person, reason: why(person)}));
	return {
		going: judged
			.filter(({reason}) => reason === undefined)
			.map(({person}) => person),
		kept: judged.flatMap(({person, reason}) =>
			reason === undefined ? [] : [{person, reason}],
		),
	};
}

function labelOf({email, name}: Account): string {
	return email ?? name;
}
