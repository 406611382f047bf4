import {type RecordedEvent} from '../events.ts';
import {readAll} from '../pages.ts';
import {type StepOf} from '../step.ts';
import {type StepHandler} from '../step-handler.ts';

/** Links an organization to a service project. */
export const organizationLinking: StepHandler<'link-organization'> = {
	async send(step, {destination, signal}) {
		const {requestId} = await destination.linkOrganization(
			step.project,
			step.destinationId,
			signal,
		);
		return [linked(step, requestId)];
	},

	async lookUp(step, {destination, signal}) {
		const organizations = await readAll(
			destination.projectOrganizations(step.project, signal),
		);
		return organizations.some(({id}) => id === step.destinationId)
			? [linked(step)]
			: undefined;
	},

	failed: ({organization, name, project}, failure) => [
		{
			type: 'project-link-failed',
			organization,
			name,
			project: project.key,
			failure,
		},
	],
};

function linked(
	{organization, name, project}: StepOf<'link-organization'>,
	requestId?: string,
): RecordedEvent {
	return {
		type: 'project-linked',
		organization,
		name,
		project: project.key,
		requestId,
	};
}
