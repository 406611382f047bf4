import {type Site} from './model.ts';
import {type Person} from './step.ts';
import {type Kept, type UndoneKind} from './undo-kept.ts';
import {type UndoKind, type UndoStep} from './undo-step.ts';

/** What an undo will take back and what stays: a plain JSON value, shown before anything is written. */
export type UndoPlan = {
	readonly run: string;
	readonly source: Site;
	readonly destination: Site;
	/** Newest first. */
	readonly steps: readonly UndoStep[];
	readonly kept: readonly Kept[];
	/** Links that the run found rather than made: source and destination ids. A later copy is to find them anew. */
	readonly found: {
		readonly customers: ReadonlyArray<readonly [string, string]>;
		readonly organizations: ReadonlyArray<readonly [string, string]>;
	};
};

/** How many things of each kind: people, organizations and so on, not calls. */
export type UndoCounts = Readonly<Record<UndoneKind, number>>;

export const undoneKinds: Readonly<Record<UndoKind, UndoneKind>> = {
	'restore-request': 'request-link',
	'leave-group': 'group-membership',
	'delete-group': 'group',
	'remove-project-customers': 'project-access',
	'unlink-organization': 'project-link',
	'remove-members': 'membership',
	'delete-customer': 'customer',
	'delete-organization': 'organization',
};

/** A customer on the customer list of a service project. */
export type ListedCustomer = {
	readonly project: string;
	readonly person: Person;
};

/** Those who may stay on customer lists: Jira keeps the customers of a project that is open to everyone, and nothing tells beforehand which ones are. Accounts that are deleted leave every list. */
export function customersWhoMayStay(
	steps: readonly UndoStep[],
): readonly ListedCustomer[] {
	const deleted = new Set(
		steps.flatMap((step) =>
			step.kind === 'delete-customer' ? [step.accountId] : [],
		),
	);
	return steps
		.flatMap((step) =>
			step.kind === 'remove-project-customers'
				? step.customers.map((person) => ({project: step.project.key, person}))
				: [],
		)
		.filter(({person}) => !deleted.has(person.accountId));
}

/** Counts what steps are to take back. */
export function countUndo(steps: readonly UndoStep[]): UndoCounts {
	const counts = {
		'request-link': 0,
		'project-access': 0,
		'project-link': 0,
		membership: 0,
		customer: 0,
		organization: 0,
		group: 0,
		'group-membership': 0,
	};

	for (const step of steps) {
		counts[undoneKinds[step.kind]] += sizeOf(step);
	}

	return counts;
}

function sizeOf(step: UndoStep): number {
	switch (step.kind) {
		case 'restore-request': {
			return step.edits.length;
		}

		case 'remove-project-customers': {
			return step.customers.length;
		}

		case 'remove-members': {
			return step.members.length;
		}

		case 'leave-group':
		case 'delete-group':
		case 'unlink-organization':
		case 'delete-customer':
		case 'delete-organization': {
			return 1;
		}
	}
}
