import {type RequestEdit} from './activity/request-links.ts';
import {type ServiceProject} from './model.ts';
import {type Group} from './ports.ts';
import {type Person} from './step.ts';

/** One write of an undo, with all it needs, so that the ledger can hold it. */
export type UndoStep =
	| {
			readonly kind: 'restore-request';
			/** Key on the destination. */
			readonly request: string;
			/** What the run set comes first here, and what stood there earlier is what is set. */
			readonly edits: readonly RequestEdit[];
	  }
	| {
			readonly kind: 'leave-group';
			readonly group: Group;
			readonly person: Person;
	  }
	| {
			readonly kind: 'delete-group';
			readonly group: Group;
	  }
	| {
			readonly kind: 'remove-project-customers';
			readonly project: ServiceProject;
			readonly customers: readonly Person[];
	  }
	| {
			readonly kind: 'unlink-organization';
			/** Source organization id, as in every step. */
			readonly organization: string;
			readonly name: string;
			readonly destinationId: string;
			readonly project: ServiceProject;
	  }
	| {
			readonly kind: 'remove-members';
			readonly organization: string;
			readonly name: string;
			readonly destinationId: string;
			readonly members: readonly Person[];
	  }
	| {
			readonly kind: 'delete-customer';
			/** Source account ids of everyone who became this account. */
			readonly customers: readonly string[];
			readonly email: string;
			readonly accountId: string;
	  }
	| {
			readonly kind: 'delete-organization';
			/** Source ids of every organization that became this one. */
			readonly organizations: readonly string[];
			readonly name: string;
			readonly destinationId: string;
	  };

export type UndoKind = UndoStep['kind'];

export type UndoStepOf<Kind extends UndoKind> = Extract<
	UndoStep,
	{readonly kind: Kind}
>;

/** The kinds in the order in which they are taken back: newest first, so the reverse of a run. */
export const undoOrder = [
	'restore-request',
	'leave-group',
	'delete-group',
	'remove-project-customers',
	'unlink-organization',
	'remove-members',
	'delete-customer',
	'delete-organization',
] as const satisfies readonly UndoKind[];
