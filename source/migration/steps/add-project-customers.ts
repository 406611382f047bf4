import {type RecordedEvent} from '../events.ts';
import {readProjectCustomers} from '../project-customers.ts';
import {type StepOf} from '../step.ts';
import {type StepHandler} from '../step-handler.ts';
import {type Added, addPeople} from './add-people.ts';

type AddProjectCustomers = StepOf<'add-project-customers'>;

/** Puts customers on the customer list of a service project, at most one batch (R12). */
export const projectCustomerAddition: StepHandler<'add-project-customers'> = {
	async send(step, {destination, signal}) {
		const added = await addPeople(step.customers, {
			add: async (ids) =>
				destination.addProjectCustomers(step.project, ids, signal),
			read: async () => readProjectCustomers(destination, step.project, signal),
		});
		return toEvents(step, added);
	},

	async lookUp(step, {destination, signal}) {
		const present = await readProjectCustomers(
			destination,
			step.project,
			signal,
		);
		return step.customers.every(({accountId}) => present.has(accountId))
			? toEvents(step, {added: step.customers, refused: []})
			: undefined;
	},

	failed: (step, failure) =>
		toEvents(step, {
			added: [],
			refused: step.customers.map((person) => ({person, failure})),
		}),
};

function toEvents(
	{project}: AddProjectCustomers,
	{added, refused, requestId}: Added,
): readonly RecordedEvent[] {
	const customers = added.map(({customer}) => customer);
	return [
		...(added.length === 0
			? []
			: [
					{
						type: 'project-access-added',
						project: project.key,
						customers,
						requestId,
					} as const,
				]),
		...refused.map(
			({person, failure}) =>
				({
					type: 'project-access-failed',
					project: project.key,
					customer: person.customer,
					email: person.label,
					failure,
				}) as const,
		),
	];
}
