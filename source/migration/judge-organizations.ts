import {type Choices, type Decision, type Decisions} from './choices.ts';
import {
	type Comparison,
	describeAlike,
	describeConflict,
	isEarlierCopy,
	isSameOrganization,
} from './conflict.ts';
import {indexById} from './index-by-id.ts';
import {type Memory} from './memory.ts';
import {
	type DestinationSnapshot,
	type Organization,
	type OrganizationDetails,
	type SourceSnapshot,
} from './model.ts';
import {TakenNames, comparableName, nameProblem, newNames} from './names.ts';
import {type Conflict, type PlannedOrganization} from './plan.ts';
import {type ReadonlyTextMap} from './text-map.ts';

export type JudgeSetting = {
	readonly source: SourceSnapshot;
	readonly destination: DestinationSnapshot;
	readonly memory: Memory;
	readonly choices: Choices;
	readonly decisions: Decisions;
	readonly comparison: Comparison;
};

/** What becomes of an organization, before members and links are worked out. */
export type OrganizationVerdict = Pick<
	PlannedOrganization,
	'fate' | 'conflict' | 'decision' | 'newName' | 'sameAs' | 'problem'
> & {readonly there?: OrganizationDetails};

/** The organization it collides with and what differs; `there` is missing where that one is on the source too. */
type Collision = {
	readonly conflict: Conflict;
	readonly there?: OrganizationDetails;
};

/**
Judges organizations one after the other (R8 to R10, R13). It remembers which names it has given away, since what one gets the next can't have.
*/
export class OrganizationJudge {
	readonly #setting: JudgeSetting;
	readonly #taken: TakenNames;
	/** Names that the admin has given to organizations which may come later in the plan. */
	readonly #decided: TakenNames;
	readonly #details: ReadonlyTextMap<OrganizationDetails>;
	readonly #byExactName: ReadonlyMap<string, Organization>;
	readonly #byComparableName: ReadonlyMap<string, Organization>;
	/** Destination organizations taken for earlier copies; no two are one. */
	readonly #joined = new Set<string>();
	/** Organizations that will be created under their own names. */
	readonly #coming = new Map<string, OrganizationDetails>();

	constructor(setting: JudgeSetting) {
		const {source, destination, decisions} = setting;
		this.#setting = setting;
		this.#details = indexById(destination.details);
		this.#byExactName = firstBy(destination.organizations, ({name}) => name);
		this.#byComparableName = firstBy(destination.organizations, ({name}) =>
			comparableName(name),
		);
		this.#taken = new TakenNames([
			...source.organizationNames,
			...destination.organizations.map(({name}) => name),
		]);
		this.#decided = new TakenNames(
			Object.values(decisions).flatMap((decision) =>
				decision.type === 'rename' ? decision.name : [],
			),
		);
	}

	judge(organization: OrganizationDetails): OrganizationVerdict {
		const remembered = this.#setting.memory.organizations.get(organization.id);

		if (remembered === undefined) {
			return this.#judgeByName(organization);
		}

		const there = this.#details.get(remembered);

		if (there === undefined) {
			return {problem: 'gone-there', ...this.#judgeByName(organization)};
		}

		return {
			fate: 'unchanged',
			there,
			...(there.managed && {problem: 'managed-there'}),
		};
	}

	#judgeByName(organization: OrganizationDetails): OrganizationVerdict {
		const collision = this.#findCollision(organization);
		const {decisions} = this.#setting;

		if (Object.hasOwn(decisions, organization.id)) {
			return this.#decide(organization, decisions[organization.id]!, collision);
		}

		if (collision === undefined) {
			return this.#create(organization);
		}

		if (isSame(collision)) {
			return {fate: 'link', there: collision.there};
		}

		const decision = this.#decisionByRule(organization, collision);
		return decision === undefined
			? undecided(collision)
			: this.#decide(organization, decision, collision);
	}

	#findCollision(organization: OrganizationDetails): Collision | undefined {
		const {comparison} = this.#setting;
		const key = comparableName(organization.name);
		const exact = this.#byExactName.get(organization.name);
		const found = exact ?? this.#byComparableName.get(key);

		if (found !== undefined) {
			const there = this.#detailsOf(found);
			const certainty = exact === undefined ? 'possible' : 'certain';
			return {
				there,
				conflict: describeConflict(organization, there, certainty, comparison),
			};
		}

		const alike = this.#coming.get(key);
		return alike && {conflict: describeAlike(organization, alike, comparison)};
	}

	#create(organization: OrganizationDetails): OrganizationVerdict {
		this.#coming.set(comparableName(organization.name), organization);
		return {fate: 'create', newName: organization.name};
	}

	#decisionByRule(
		organization: OrganizationDetails,
		collision: Collision,
	): Decision | undefined {
		const {choices} = this.#setting;

		switch (choices.duplicates) {
			case 'stop': {
				return undefined;
			}

			case 'rename': {
				return {
					type: 'rename',
					name: this.#newNameFor(organization, collision),
				};
			}

			case 'merge': {
				// Nobody can be added to what an identity provider keeps.
				return collision.there?.managed ? undefined : {type: 'merge'};
			}

			case 'skip': {
				return {type: 'skip'};
			}
		}
	}

	/** The first that is free or, where the ledger was lost, that an earlier copy has got. */
	#newNameFor(organization: OrganizationDetails, collision: Collision): string {
		const {choices, source} = this.#setting;
		const values = {name: organization.name, site: source.site.name};
		return newNames(choices.renameAs, values).find(
			(name) =>
				this.#earlierCopy(organization, name, collision) !== undefined ||
				!(this.#taken.has(name) || this.#decided.has(name)),
		)!;
	}

	/** Only where the scan has read who is in it. */
	#earlierCopy(
		organization: OrganizationDetails,
		name: string,
		collision: Collision | undefined,
	): OrganizationDetails | undefined {
		const found = this.#byExactName.get(name);
		const there = found && this.#details.get(found.id);
		return there !== undefined &&
			there !== collision?.there &&
			!there.managed &&
			!this.#joined.has(there.id) &&
			isEarlierCopy(organization, there, this.#setting.comparison)
			? there
			: undefined;
	}

	/** A decision that can't be carried out any more leaves the conflict open, to be asked again. */
	#decide(
		organization: OrganizationDetails,
		decision: Decision,
		collision: Collision | undefined,
	): OrganizationVerdict {
		const conflict = collision?.conflict;

		switch (decision.type) {
			case 'rename': {
				return this.#rename(organization, decision, collision);
			}

			case 'merge': {
				if (collision === undefined) {
					return this.#create(organization);
				}

				return collision.there === undefined
					? {fate: 'link', decision, conflict, sameAs: conflict?.other.id}
					: join(collision.there, decision, conflict);
			}

			case 'map': {
				const target = this.#details.get(decision.destinationId);
				return target === undefined
					? {...undecided(collision), problem: 'map-target-gone'}
					: join(target, decision, conflict);
			}

			case 'skip': {
				return {fate: 'skip', decision, conflict, there: collision?.there};
			}
		}
	}

	#rename(
		organization: OrganizationDetails,
		decision: Decision & {readonly type: 'rename'},
		collision: Collision | undefined,
	): OrganizationVerdict {
		const earlier = this.#earlierCopy(organization, decision.name, collision);

		if (earlier !== undefined) {
			this.#joined.add(earlier.id);
			// Nobody joins what was there before unless the admin says so (R11).
			const {comparison} = this.#setting;
			return isSameOrganization(
				describeConflict(organization, earlier, 'certain', comparison),
			)
				? join(earlier, decision, collision?.conflict)
				: {...undecided(collision), problem: 'earlier-copy-there'};
		}

		if (nameProblem(decision.name, this.#taken) !== undefined) {
			return {...undecided(collision), problem: 'new-name-taken'};
		}

		this.#taken.add(decision.name);
		return {
			fate: 'create',
			decision,
			newName: decision.name,
			...collision,
		};
	}

	#detailsOf({id, name}: Organization): OrganizationDetails {
		const details = this.#details.get(id);

		if (details === undefined) {
			// Comparing with nothing would merge two companies, so this must never pass silently.
			throw new Error(`The scan did not read the members of “${name}” (${id})`);
		}

		return details;
	}
}

/** Equal but for case and blanks is never taken for the same without asking (R8). */
function isSame({there, conflict}: Collision): boolean {
	return (
		there !== undefined &&
		conflict.certainty === 'certain' &&
		isSameOrganization(conflict)
	);
}

function undecided(collision: Collision | undefined): OrganizationVerdict {
	return collision?.there?.managed
		? {fate: 'attention', there: collision.there, problem: 'managed-there'}
		: {fate: 'conflict', ...collision};
}

function join(
	there: OrganizationDetails,
	decision: Decision,
	conflict: Conflict | undefined,
): OrganizationVerdict {
	return there.managed
		? {fate: 'attention', there, problem: 'managed-there'}
		: {fate: 'link', there, decision, conflict};
}

function firstBy(
	organizations: readonly Organization[],
	key: (organization: Organization) => string,
): ReadonlyMap<string, Organization> {
	const first = new Map<string, Organization>();

	for (const organization of organizations) {
		if (!first.has(key(organization))) {
			first.set(key(organization), organization);
		}
	}

	return first;
}
