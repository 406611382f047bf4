import {type MadeIndex} from './judge-undo.ts';
import {type UndoStep} from './undo-step.ts';
import {type Subjects} from './undo-usage.ts';

/** Whose use decides about these steps. */
export function subjectsOf(
	steps: readonly UndoStep[],
	ours: MadeIndex,
): Subjects {
	return {
		requests: steps.flatMap((step) =>
			step.kind === 'restore-request' ? [step.request] : [],
		),
		accounts: steps
			.flatMap((step) => accountsOf(step))
			.filter((id) => ours.accounts.has(id)),
		groups: steps.flatMap((step) =>
			step.kind === 'delete-group' ? [step.group.id] : [],
		),
		organizations: steps
			.map((step) => organizationOf(step, ours))
			.filter((id) => id !== undefined),
	};
}

/** A membership in an organization that was there before is decided by its customer alone. */
function organizationOf(step: UndoStep, ours: MadeIndex): string | undefined {
	switch (step.kind) {
		case 'restore-request':
		case 'leave-group':
		case 'delete-group':
		case 'remove-project-customers':
		case 'delete-customer': {
			return undefined;
		}

		case 'remove-members': {
			const {destinationId} = step;
			return ours.organizations.has(destinationId) ? destinationId : undefined;
		}

		case 'unlink-organization':
		case 'delete-organization': {
			return step.destinationId;
		}
	}
}

function accountsOf(step: UndoStep): readonly string[] {
	switch (step.kind) {
		case 'remove-project-customers': {
			return step.customers.map(({accountId}) => accountId);
		}

		case 'remove-members': {
			return step.members.map(({accountId}) => accountId);
		}

		case 'delete-customer': {
			return [step.accountId];
		}

		case 'restore-request':
		case 'leave-group':
		case 'delete-group':
		case 'unlink-organization':
		case 'delete-organization': {
			return [];
		}
	}
}
