import {type RequestEdit} from './activity/request-links.ts';
import {type ServiceProject} from './model.ts';

/** A customer on both sites. */
export type Person = {
	/** Source account id. */
	readonly customer: string;
	/** Destination account id. */
	readonly accountId: string;
	/** Email or, where it is hidden, the name. */
	readonly label: string;
};

/** One write on the destination, with all it needs, so that the ledger can hold it. */
export type Step =
	| {
			readonly kind: 'create-organization';
			readonly organization: string;
			readonly name: string;
			readonly newName: string;
	  }
	| {
			readonly kind: 'create-customer';
			readonly customer: string;
			readonly email: string;
			readonly name: string;
			/** Access is revoked right afterwards (R6). */
			readonly isRevokedNext?: true;
	  }
	| {
			readonly kind: 'revoke-access';
			readonly customer: string;
			/** The name where the email is hidden. */
			readonly email: string;
			readonly accountId: string;
	  }
	| {
			readonly kind: 'add-members';
			readonly organization: string;
			readonly name: string;
			readonly destinationId: string;
			readonly members: readonly Person[];
	  }
	| {
			readonly kind: 'link-organization';
			readonly organization: string;
			readonly name: string;
			readonly destinationId: string;
			readonly project: ServiceProject;
	  }
	| {
			readonly kind: 'add-project-customers';
			readonly project: ServiceProject;
			readonly customers: readonly Person[];
	  }
	| {
			readonly kind: 'edit-request';
			/** Key on the destination. */
			readonly request: string;
			/** Key on the source. */
			readonly from: string;
			/** With the earlier values, for an undo. Where it is empty, nothing is sent. */
			readonly edits: readonly RequestEdit[];
			/** How many fields someone set since the plan, so that they are left alone. */
			readonly changed: number;
	  };

export type StepKind = Step['kind'];
export type StepOf<Kind extends StepKind> = Extract<
	Step,
	{readonly kind: Kind}
>;
