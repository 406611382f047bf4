import {type Decisions} from '../migration/choices.ts';
import {type PlannedOrganization} from '../migration/plan.ts';
import {quantity} from '../migration/quantity.ts';
import {type Dispatch} from './actions.ts';
import {
	type DecisionFileStage,
	type DecisionFileStep,
} from './decision-file-state.ts';
import {type AppServices} from './services.ts';
import {type SessionState} from './session-state.ts';
import {preparedOf} from './scan-state.ts';
import {allConflicts} from './state-facts.ts';

type Setting = {
	readonly services: AppServices;
	readonly signal: AbortSignal;
	readonly settle: Dispatch;
};

/** What is to be done with the file of decisions. */
export type DecisionFileJob = {
	readonly type: 'decision-file';
	readonly stage: DecisionFileStage;
	readonly conflicts: readonly PlannedOrganization[];
	/** Decisions that stand. */
	readonly decisions: Decisions;
	/** Ids of the destination organizations whose members were read. */
	readonly known: ReadonlySet<string>;
};

/** The work the file asks for now, if any. */
export function decisionFileJob(
	state: SessionState,
	stage: DecisionFileStage,
): DecisionFileJob | undefined {
	const isAtRest =
		stage.type === 'file-wrong' ||
		stage.type === 'file-failed' ||
		(stage.type === 'file' && stage.file !== undefined);
	const details = preparedOf(state.scan)?.destination.details ?? [];
	return isAtRest
		? undefined
		: {
				type: 'decision-file',
				stage,
				conflicts: allConflicts(state),
				decisions: state.conflicts.decisions,
				known: new Set(details.map(({id}) => id)),
			};
}

export async function workOnDecisionFile(
	job: DecisionFileJob,
	setting: Setting,
): Promise<void> {
	const {services, settle} = setting;

	try {
		await carryOut(job, setting);
	} catch (error) {
		enter({type: 'file-failed', explanation: services.explain(error)}, settle);
	}
}

async function carryOut(job: DecisionFileJob, setting: Setting): Promise<void> {
	const {services, signal, settle} = setting;
	const {decisionFile} = services;
	const rest = (next?: DecisionFileStep) => {
		enter({type: 'file', file: decisionFile.find(), next}, settle);
	};

	switch (job.stage.type) {
		case 'file': {
			rest(job.stage.next);
			break;
		}

		case 'file-writing': {
			await decisionFile.write(job.conflicts);
			rest('edit');
			break;
		}

		case 'file-editing': {
			if (!job.stage.isWritten) {
				await decisionFile.write(job.conflicts);
			}

			await decisionFile.edit(signal);
			rest('read');
			break;
		}

		case 'file-reading': {
			await readBack(job, setting);
			break;
		}

		case 'file-wrong':
		case 'file-failed': {
			break;
		}
	}
}

/** Nothing is taken over while any line is wrong. Whom an organization is mapped onto has to be known first. */
async function readBack(
	{decisions: standing, known}: DecisionFileJob,
	{services, signal, settle}: Setting,
): Promise<void> {
	const {decisions, wrong} = services.decisionFile.read(standing);
	if (wrong.length > 0) {
		enter({type: 'file-wrong', wrong}, settle);
		return;
	}

	const count = Object.keys(decisions).length;

	if (count === 0) {
		// The notice first, since nothing more is heard of this work once the stage is another one.
		settle({
			type: 'noticed',
			notice: 'It says nothing new: all its answers stand already.',
		});
		enter({type: 'file', file: services.decisionFile.find()}, settle);
		return;
	}

	const targets = Object.values(decisions).flatMap((decision) =>
		decision.type === 'map' && !known.has(decision.destinationId)
			? decision.destinationId
			: [],
	);

	if (targets.length > 0) {
		const details = await services.details([...new Set(targets)], signal);
		settle({type: 'details-read', details});
	}

	settle({
		type: 'noticed',
		notice: `${quantity(count, 'answer')} taken over from the file.`,
	});
	settle({type: 'decided', decisions});
}

function enter(stage: DecisionFileStage, settle: Dispatch): void {
	settle({type: 'conflict-stage-entered', stage});
}
