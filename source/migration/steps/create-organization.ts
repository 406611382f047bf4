import {type Failure, type RecordedEvent} from '../events.ts';
import {readAll} from '../pages.ts';
import {type StepOf} from '../step.ts';
import {type LookUpSetting, type StepHandler} from '../step-handler.ts';
import {lookAfterWrite} from './look-after-write.ts';

type CreateOrganization = StepOf<'create-organization'>;

/**
Creates an organization and proves that it is new. `POST /organization` gets or creates and answers 201 either way, so an answer alone proves nothing (R11).
*/
export const organizationCreation: StepHandler<'create-organization'> = {
	async send(step, setting) {
		const {destination, signal, knownNames, knownOrganizations} = setting;

		if (knownNames.has(step.newName)) {
			return [nameTaken(step)];
		}

		const {organization, requestId} = await destination.createOrganization(
			step.newName,
			signal,
		);
		const isNew =
			!knownOrganizations.has(organization.id) &&
			(await lookAfterWrite(async () => isEmpty(organization.id, setting)));
		return [
			isNew ? created(step, organization.id, requestId) : nameTaken(step),
		];
	},

	/** The name was free when the call left, so an empty organization of that name is the one it made. */
	async lookUp(step, setting) {
		const {destination, signal} = setting;

		for await (const page of destination.organizations(signal)) {
			const found = page.find(({name}) => name === step.newName);

			if (found !== undefined) {
				const isOurs = await isEmpty(found.id, setting);
				return [isOurs ? created(step, found.id) : nameTaken(step)];
			}
		}

		return undefined;
	},

	failed: (step, failure) => [failed(step, failure)],
};

/** Someone may have made it between the look at the names and the call; then it may have members. */
async function isEmpty(
	organizationId: string,
	{destination}: LookUpSetting,
): Promise<boolean> {
	// A look that belongs to a write is finished, whoever wants to stop.
	const members = await readAll(
		destination.organizationMembers(organizationId),
	);
	return members.length === 0;
}

function created(
	{organization, name, newName}: CreateOrganization,
	destinationId: string,
	requestId?: string,
): RecordedEvent {
	return {
		type: name === newName ? 'organization-created' : 'organization-renamed',
		organization,
		name,
		newName,
		destinationId,
		requestId,
	};
}

function nameTaken(step: CreateOrganization): RecordedEvent {
	return failed(step, {code: 'name-taken-meanwhile'});
}

function failed(
	{organization, name}: CreateOrganization,
	failure: Failure,
): RecordedEvent {
	return {type: 'organization-failed', organization, name, failure};
}
