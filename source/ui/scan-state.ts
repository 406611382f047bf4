import {type EngineEvent} from '../migration/events.ts';
import {type Explanation} from '../migration/explain.ts';
import {type OrganizationDetails} from '../migration/model.ts';
import {type Prepared} from '../migration/prepare.ts';
import {
	type Progress,
	foldProgress,
	initialProgress,
} from '../migration/progress.ts';
import {type CopyRequest} from './services.ts';

/** How far scanning both sites is. */
export type ScanState = {
	readonly stage:
		| {readonly type: 'none'}
		| {readonly type: 'scanning'}
		| {
				readonly type: 'finished';
				readonly prepared: Prepared;
				readonly seconds: number;
		  }
		| {readonly type: 'failed'; readonly explanation: Explanation};
	readonly request?: CopyRequest;
	/** Of the sites and choices it was begun for; others need another scan. */
	readonly key?: string;
	readonly progress: Progress;
	/** Milliseconds since 1970. */
	readonly startedAt: number;
	readonly attempt: number;
};

export type ScanAction =
	| {
			readonly type: 'scan-begun';
			readonly request: CopyRequest;
			readonly key: string;
	  }
	| {
			readonly type: 'scan-told';
			readonly attempt: number;
			readonly event: EngineEvent;
	  }
	| {
			readonly type: 'scan-done';
			readonly attempt: number;
			readonly prepared: Prepared;
	  }
	| {
			readonly type: 'scan-failed';
			readonly attempt: number;
			readonly explanation: Explanation;
	  }
	| {readonly type: 'scan-left'}
	/** The destination has changed since, so what was read is worth nothing. */
	| {readonly type: 'scan-outdated'}
	/** Members of an organization were read after the scan, to map onto it. */
	| {
			readonly type: 'details-read';
			readonly details: readonly OrganizationDetails[];
	  };

export const noScan: ScanState = {
	stage: {type: 'none'},
	progress: initialProgress,
	startedAt: 0,
	attempt: 0,
};

export function reduceScan(
	scan: ScanState,
	action: ScanAction,
	now: number,
): ScanState {
	switch (action.type) {
		case 'scan-begun': {
			return {
				stage: {type: 'scanning'},
				request: action.request,
				key: action.key,
				progress: initialProgress,
				startedAt: now,
				attempt: scan.attempt + 1,
			};
		}

		case 'scan-left': {
			return scan.stage.type === 'scanning'
				? {...noScan, attempt: scan.attempt}
				: scan;
		}

		case 'scan-outdated': {
			return {...noScan, attempt: scan.attempt};
		}

		case 'details-read': {
			return scan.stage.type === 'finished'
				? {
						...scan,
						stage: {
							...scan.stage,
							prepared: withDetails(scan.stage.prepared, action.details),
						},
					}
				: scan;
		}

		case 'scan-told':
		case 'scan-done':
		case 'scan-failed': {
			return scan.stage.type === 'scanning' && action.attempt === scan.attempt
				? goOn(scan, action, now)
				: scan;
		}
	}
}

/** Everything both sites hold, once it is read. */
export function preparedOf({stage}: ScanState): Prepared | undefined {
	return stage.type === 'finished' ? stage.prepared : undefined;
}

function goOn(
	scan: ScanState,
	action: Extract<ScanAction, {readonly attempt: number}>,
	now: number,
): ScanState {
	switch (action.type) {
		case 'scan-told': {
			const progress = foldProgress(scan.progress, action.event, now);
			return {...scan, progress};
		}

		case 'scan-done': {
			const seconds = (now - scan.startedAt) / 1000;
			const {prepared} = action;
			return {...scan, stage: {type: 'finished', prepared, seconds}};
		}

		case 'scan-failed': {
			const {explanation} = action;
			return {...scan, stage: {type: 'failed', explanation}};
		}
	}
}

function withDetails(
	prepared: Prepared,
	read: readonly OrganizationDetails[],
): Prepared {
	const {destination} = prepared;
	const ids = new Set(read.map(({id}) => id));
	const others = destination.details.filter(({id}) => !ids.has(id));
	return {
		...prepared,
		destination: {...destination, details: [...others, ...read]},
	};
}
