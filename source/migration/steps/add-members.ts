import {type RecordedEvent} from '../events.ts';
import {readIds} from '../pages.ts';
import {type StepOf} from '../step.ts';
import {type LookUpSetting, type StepHandler} from '../step-handler.ts';
import {type Added, addPeople} from './add-people.ts';

type AddMembers = StepOf<'add-members'>;

/** Adds members to an organization, at most one batch. */
export const memberAddition: StepHandler<'add-members'> = {
	async send(step, setting) {
		const {destination, signal} = setting;
		const added = await addPeople(step.members, {
			add: async (ids) =>
				destination.addMembers(step.destinationId, ids, signal),
			read: async () => membersOf(step, setting),
		});
		return toEvents(step, added);
	},

	async lookUp(step, setting) {
		const members = await membersOf(step, setting);
		return step.members.every(({accountId}) => members.has(accountId))
			? toEvents(step, {added: step.members, refused: []})
			: undefined;
	},

	failed: (step, failure) =>
		toEvents(step, {
			added: [],
			refused: step.members.map((person) => ({person, failure})),
		}),
};

async function membersOf(
	{destinationId}: AddMembers,
	{destination, signal}: LookUpSetting,
): Promise<ReadonlySet<string>> {
	return readIds(destination.organizationMembers(destinationId, signal));
}

function toEvents(
	{organization, name}: AddMembers,
	{added, refused, requestId}: Added,
): readonly RecordedEvent[] {
	const customers = added.map(({customer}) => customer);
	return [
		...(added.length === 0
			? []
			: [
					{
						type: 'members-added',
						organization,
						name,
						customers,
						requestId,
					} as const,
				]),
		...refused.map(
			({person, failure}) =>
				({
					type: 'member-failed',
					organization,
					name,
					customer: person.customer,
					email: person.label,
					failure,
				}) as const,
		),
	];
}
