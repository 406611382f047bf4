import {type RecordedEvent} from '../events.ts';
import {type StepOf} from '../step.ts';
import {type StepHandler} from '../step-handler.ts';
import {type Added, addPeople} from './add-people.ts';

type AddProjectCustomers = StepOf<'add-project-customers'>;

/** Puts customers on the customer list of a service project, at most one batch (R12). */
export const projectCustomerAddition: StepHandler<'add-project-customers'> = {
	async send(step, {destination, signal}) {
		const {project, customers} = step;
		const added = await addPeople(customers, {
			add: async (ids) => destination.addProjectCustomers(project, ids, signal),
			read: async () => new Set(await destination.individualCustomers(project)),
		});
		return toEvents(step, added);
	},

	/** Where the customer role can't be read, it is taken for not done: the list may show those of organizations too, and adding again is harmless. */
	async lookUp(step, {destination, signal}) {
		const {project, customers} = step;
		const present = new Set(
			await destination.individualCustomers(project, signal),
		);
		return customers.every(({accountId}) => present.has(accountId))
			? toEvents(step, {added: customers, refused: []})
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
