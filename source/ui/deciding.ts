import {
	type Choices,
	type Decision,
	type DecisionType,
	type Decisions,
} from '../migration/choices.ts';
import {
	TakenNames,
	freeName,
	longestName,
	nameProblem,
	newNames,
} from '../migration/names.ts';
import {planCopy} from '../migration/plan-copy.ts';
import {type Plan, type PlannedOrganization} from '../migration/plan.ts';
import {type Prepared} from '../migration/prepare.ts';

/** Plans anew with these decisions and choices and no others; nothing is read again. */
export function planWith(
	prepared: Prepared,
	decisions: Decisions,
	choices: Choices,
): Plan {
	return planCopy({
		...prepared,
		choices,
		// Remembered decisions are among those given, unless they were taken back.
		memory: {...prepared.memory, decisions: {}},
		decisions,
	});
}

/** Every name a new name of this organization must differ from. */
export function takenNames(
	{source, destination}: Prepared,
	{organizations}: Plan,
	organization?: string,
): TakenNames {
	const given = organizations.flatMap(({id, decision}) =>
		decision?.type === 'rename' && id !== organization ? decision.name : [],
	);
	return new TakenNames([
		...source.organizationNames,
		...destination.organizations.map(({name}) => name),
		...given,
	]);
}

/** The answers that make sense for a conflict, the one that does the least first. */
export function answersTo({
	conflict,
}: PlannedOrganization): readonly DecisionType[] {
	return conflict === undefined
		? ['rename', 'map', 'skip']
		: ['rename', 'merge', 'map', 'skip'];
}

/** The name decided on before or, without one, a free one made by a pattern such as `{name} ({site})`. */
export function proposeName(
	prepared: Prepared,
	plan: Plan,
	{id, name, decision}: PlannedOrganization,
	pattern: string,
): string {
	if (decision?.type === 'rename') {
		return decision.name;
	}

	const taken = takenNames(prepared, plan, id);
	return freeName(pattern, {name, site: prepared.source.site.name}, taken);
}

export function problemOfName(
	prepared: Prepared,
	plan: Plan,
	organization: string,
	name: string,
): ReturnType<typeof nameProblem> {
	return nameProblem(name.trim(), takenNames(prepared, plan, organization));
}

/** What a pattern makes of one organization, and why that is not just what it says. */
export type PatternedName = {
	readonly organization: PlannedOrganization;
	readonly name: string;
	/** The pattern gave more characters than Jira takes. */
	readonly isShortened: boolean;
	/** What the pattern gave is taken. */
	readonly isNumbered: boolean;
};

/** Names for all that remain; no two of them collide. */
export function nameAll(
	prepared: Prepared,
	plan: Plan,
	open: readonly PlannedOrganization[],
	pattern: string,
): readonly PatternedName[] {
	const taken = takenNames(prepared, plan);
	return open.map((organization) => {
		const values = {name: organization.name, site: prepared.source.site.name};
		const [first = ''] = newNames(pattern, values).take(1);
		const name = freeName(pattern, values, taken);
		const plain = pattern
			.replaceAll('{name}', () => values.name)
			.replaceAll('{site}', () => values.site);
		taken.add(name);
		return {
			organization,
			name,
			isShortened: plain.length > longestName,
			isNumbered: name !== first,
		};
	});
}

/** The same decision for many organizations. */
export function decideAll(
	open: readonly PlannedOrganization[],
	decision: Decision,
): Decisions {
	return Object.fromEntries(open.map(({id}) => [id, decision]));
}

/** The decisions that give many organizations their new names. */
export function renameAll(names: readonly PatternedName[]): Decisions {
	return Object.fromEntries(
		names.map(({organization: {id}, name}) => [id, {type: 'rename', name}]),
	);
}
