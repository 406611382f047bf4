import {type Side} from '../migration/events.ts';
import {type CopyTask} from './copy-state.ts';
import {isDecisionFileStage} from './decision-file-state.ts';
import {type DecisionFileJob, decisionFileJob} from './decision-file-work.ts';
import {type SiteChange} from './managed-sites-state.ts';
import {type Saved} from './saving-state.ts';
import {
	type ActRequest,
	type CopyRequest,
	type ExportFormat,
	type PreparedAct,
	type SiteEntry,
} from './services.ts';
import {type SessionState} from './session-state.ts';
import {type TableJob, tableJobs} from './table-jobs.ts';
import {sharedSubject} from './shared-requests.ts';
import {sharedWith} from './shared-state.ts';

/** Work that the state asks for. It runs for as long as the state does; two jobs of one key are the same. */
export type Job = {readonly key: string} & (
	| DecisionFileJob
	| TableJob
	| {readonly type: 'read-home'}
	| {
			readonly type: 'connect';
			readonly side: Side;
			readonly entry: SiteEntry;
			readonly attempt: number;
	  }
	| {
			readonly type: 'scan';
			readonly request: CopyRequest;
			readonly attempt: number;
	  }
	| {
			readonly type: 'read-details';
			readonly organization: string;
			readonly target: string;
	  }
	| {
			readonly type: 'copy';
			readonly task: CopyTask;
			/** It is to finish what is in flight, and no more. */
			readonly isStopping: boolean;
	  }
	| {readonly type: 'read-report'; readonly run: string}
	| {
			readonly type: 'export';
			readonly run: string;
			readonly format: ExportFormat;
	  }
	| {
			readonly type: 'count-shared';
			/** A destination organization, and keys of the projects it is linked to. */
			readonly organization: string;
			readonly projects: readonly string[];
	  }
	| {
			readonly type: 'prepare-act';
			readonly request: ActRequest;
			readonly attempt: number;
	  }
	| {
			readonly type: 'act';
			readonly act: PreparedAct;
			readonly attempt: number;
			/** It is to finish what is in flight, and no more. */
			readonly isStopping: boolean;
	  }
	| {
			readonly type: 'check-site';
			readonly entry: SiteEntry;
			readonly attempt: number;
	  }
	| {
			readonly type: 'change-site';
			readonly change: SiteChange;
			readonly attempt: number;
	  }
	| {readonly type: 'save'; readonly saved: Saved}
	| {readonly type: 'keep-token'; readonly side: Side}
);

/** All work the state asks for. */
export function jobsOf(state: SessionState): readonly Job[] {
	return [
		...homeJobs(state),
		...connectJobs(state),
		...scanJobs(state),
		...detailJobs(state),
		...copyJobs(state),
		...reportJobs(state),
		...tableJobs(state),
		...decisionFileJobs(state),
		...sharedJobs(state),
		...actJobs(state),
		...managedSiteJobs(state),
		...savingJobs(state),
		...tokenJobs(state),
	];
}

function homeJobs({home}: SessionState): readonly Job[] {
	return home.isRead
		? []
		: [{key: `read-home ${home.visit}`, type: 'read-home'}];
}

function connectJobs({sites}: SessionState): readonly Job[] {
	return (['source', 'destination'] as const).flatMap(
		(side): readonly Job[] => {
			const {stage, attempt} = sites[side];
			const key = `connect ${side} ${attempt}`;
			return stage.type === 'connecting'
				? [{key, type: 'connect', side, entry: stage.entry, attempt}]
				: [];
		},
	);
}

function scanJobs({scan}: SessionState): readonly Job[] {
	const {stage, request, attempt} = scan;
	return stage.type === 'scanning' && request !== undefined
		? [{key: `scan ${attempt}`, type: 'scan', request, attempt}]
		: [];
}

function detailJobs({conflicts}: SessionState): readonly Job[] {
	const {stage} = conflicts;

	if (stage.type !== 'reading') {
		return [];
	}

	const {organization, target} = stage;
	const key = `read-details ${organization} ${target}`;
	return [{key, type: 'read-details', organization, target}];
}

function copyJobs({copy}: SessionState): readonly Job[] {
	const {stage, task, attempt} = copy;

	if (stage.type !== 'running' || task === undefined) {
		return [];
	}

	const {isStopping} = stage;
	return [{key: `copy ${attempt}`, type: 'copy', task, isStopping}];
}

function reportJobs({report}: SessionState): readonly Job[] {
	const {run, isRead, exporting} = report;

	if (run === undefined) {
		return [];
	}

	return [
		...(isRead
			? []
			: [{key: `read-report ${run}`, type: 'read-report', run} as const]),
		...(exporting?.type === 'writing'
			? [
					{
						key: `export ${run} ${exporting.format}`,
						type: 'export',
						run,
						format: exporting.format,
					} as const,
				]
			: []),
	];
}

function decisionFileJobs(state: SessionState): readonly Job[] {
	const {stage} = state.conflicts;
	const job = isDecisionFileStage(stage)
		? decisionFileJob(state, stage)
		: undefined;
	return job === undefined
		? []
		: [{key: `decision-file ${job.stage.type}`, ...job}];
}

function sharedJobs(state: SessionState): readonly Job[] {
	const subject = sharedSubject(state);
	return subject === undefined ||
		sharedWith(state, subject.organization) !== 'counting'
		? []
		: [
				{
					key: `count-shared ${subject.organization}`,
					type: 'count-shared',
					...subject,
				},
			];
}

function actJobs({act}: SessionState): readonly Job[] {
	const {stage, request, attempt} = act;

	if (stage.type === 'preparing' && request !== undefined) {
		const key = `prepare-act ${attempt}`;
		return [{key, type: 'prepare-act', request, attempt}];
	}

	if (stage.type !== 'working') {
		return [];
	}

	const {act: prepared, isStopping} = stage;
	const key = `act ${attempt}`;
	return [{key, type: 'act', act: prepared, attempt, isStopping}];
}

function managedSiteJobs({managedSites}: SessionState): readonly Job[] {
	const {stage, attempt} = managedSites;

	switch (stage.type) {
		case 'checking': {
			const {entry} = stage;
			return [
				{key: `check-site ${attempt}`, type: 'check-site', entry, attempt},
			];
		}

		case 'changing': {
			const {change} = stage;
			const key = `change-site ${attempt}`;
			return [{key, type: 'change-site', change, attempt}];
		}

		default: {
			return [];
		}
	}
}

function savingJobs({saving}: SessionState): readonly Job[] {
	return saving.type === 'writing'
		? [{key: `save ${saving.saved.what}`, type: 'save', saved: saving.saved}]
		: [];
}

function tokenJobs({keepingToken: side}: SessionState): readonly Job[] {
	return side === undefined
		? []
		: [{key: `keep-token ${side}`, type: 'keep-token', side}];
}
