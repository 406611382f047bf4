import {chunks} from './chunks.ts';
import {type UndoJudge} from './judge-undo.ts';
import {type Plan} from './plan.ts';
import {plannedAccount} from './planned-account.ts';
import {accountsPerCall} from './run-phases.ts';
import {type Kept} from './undo-kept.ts';
import {type Made, type MadeEdits} from './undo-made.ts';
import {type UndoPlan} from './undo-plan.ts';
import {type UndoStep} from './undo-step.ts';

/** Plans to take back what is left of what a run made, as far as the judge allows. Pure: the same input gives the same plan. */
export function planUndo(
	{id, plan}: {readonly id: string; readonly plan: Plan},
	left: Made,
	judge: UndoJudge,
	invited: readonly string[] = [],
): UndoPlan {
	const judged = stepsFor(left).map((step) => judge.judge(step, 'planned'));
	return {
		run: id,
		source: plan.source,
		destination: plan.destination,
		steps: judged.flatMap(({step}) => (step === undefined ? [] : [step])),
		kept: [
			...judged.flatMap(({kept}) => kept),
			...left.revoked.map((subject): Kept => ({
				what: 'revocation',
				subject,
				reason: {code: 'revoked'},
			})),
			...invited.map((subject): Kept => ({
				what: 'invitation',
				subject,
				reason: {code: 'mailed'},
			})),
		],
		found: linksFound(plan),
	};
}

/** Every step there would be if nobody used anything, newest first. */
function stepsFor(left: Made): readonly UndoStep[] {
	return [
		...left.requests.toReversed().map((made) => restoringStep(made)),
		...left.groupMemberships
			.toReversed()
			.map((one): UndoStep => ({kind: 'leave-group', ...one})),
		...left.groups
			.toReversed()
			.map((group): UndoStep => ({kind: 'delete-group', group})),
		...accessSteps(left),
		...left.links
			.toReversed()
			.map((link): UndoStep => ({kind: 'unlink-organization', ...link})),
		...memberSteps(left),
		...left.customers
			.toReversed()
			.map((customer): UndoStep => ({kind: 'delete-customer', ...customer})),
		...left.organizations.toReversed().map((organization): UndoStep => ({
			kind: 'delete-organization',
			...organization,
		})),
	];
}

/** Former users can't be set again; where one stood, the field is left empty. */
function restoringStep({request, edits}: MadeEdits): UndoStep {
	return {
		kind: 'restore-request',
		request,
		edits: edits.map((edit) => ({
			...edit,
			before: edit.after,
			after: edit.before,
		})),
	};
}

function accessSteps({access}: Made): readonly UndoStep[] {
	const byProject = Map.groupBy(
		access.toReversed(),
		({project}) => project.key,
	);
	return byProject
		.values()
		.flatMap((items) =>
			[...chunks(items, accountsPerCall)].flatMap((batch): UndoStep[] => {
				const [first] = batch;
				return first === undefined
					? []
					: [
							{
								kind: 'remove-project-customers',
								project: first.project,
								customers: batch.map(({person}) => person),
							},
						];
			}),
		)
		.toArray();
}

function memberSteps({memberships}: Made): readonly UndoStep[] {
	const byOrganization = Map.groupBy(
		memberships.toReversed(),
		({organization}) => organization,
	);
	return byOrganization
		.values()
		.flatMap((items) =>
			[...chunks(items, accountsPerCall)].flatMap((batch): UndoStep[] => {
				const [first] = batch;

				if (first === undefined) {
					return [];
				}

				const {person: _person, ...place} = first;
				return [
					{
						kind: 'remove-members',
						...place,
						members: batch.map(({person}) => person),
					},
				];
			}),
		)
		.toArray();
}

/** What the run remembered because it was there, such as an organization it merged with. */
function linksFound(plan: Plan): UndoPlan['found'] {
	const linkOf = (id: string, destination: string | undefined) =>
		destination === undefined ? [] : [[id, destination] as const];
	return {
		customers: plan.customers
			.filter(({fate}) => fate === 'link')
			.flatMap((customer) => linkOf(customer.id, plannedAccount(customer))),
		organizations: plan.organizations
			.filter(({fate}) => fate === 'link')
			.flatMap(({id, destination}) => linkOf(id, destination?.id)),
	};
}
