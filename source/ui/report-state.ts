import {type Explanation} from '../migration/explain.ts';
import {type Reading} from '../migration/reading.ts';
import {type ExportFormat, type FinishedRun} from './services.ts';

/** Writing a report to files: what was asked for, and where it went. */
export type Exporting =
	| {readonly type: 'choosing'}
	| {readonly type: 'writing'; readonly format: ExportFormat}
	| {readonly type: 'written'; readonly place: string}
	| {readonly type: 'failed'; readonly explanation: Explanation};

/** The report on screen. */
export type ReportState = {
	/** Id of the run it is of. */
	readonly run?: string;
	/** Missing until it is read, and where the ledger does not have it. */
	readonly finished?: FinishedRun;
	readonly isRead: boolean;
	/** How far the reading has come, once it takes a while. */
	readonly reading?: Reading;
	readonly exporting?: Exporting;
	/** Files written so far, for the last words. */
	readonly written: readonly string[];
};

export type ReportAction =
	| {readonly type: 'report-asked'; readonly run: string}
	/** Before it was read: then nobody waits for it any more. */
	| {readonly type: 'report-left'}
	| {readonly type: 'report-reading'; readonly reading: Reading}
	| {readonly type: 'report-read'; readonly finished: FinishedRun | undefined}
	| {readonly type: 'export-opened'}
	| {readonly type: 'export-left'}
	| {readonly type: 'export-asked'; readonly format: ExportFormat}
	| {readonly type: 'export-written'; readonly place: string}
	| {readonly type: 'export-failed'; readonly explanation: Explanation};

export const noReport: ReportState = {isRead: false, written: []};

export function reduceReport(
	report: ReportState,
	action: ReportAction,
): ReportState {
	const {written} = report;

	switch (action.type) {
		case 'report-asked': {
			return {run: action.run, isRead: false, written};
		}

		case 'report-left': {
			return report.isRead ? report : {...noReport, written};
		}

		case 'report-reading': {
			return {...report, reading: action.reading};
		}

		case 'report-read': {
			const {reading: _, ...rest} = report;
			return {...rest, finished: action.finished, isRead: true};
		}

		case 'export-opened': {
			return {...report, exporting: {type: 'choosing'}};
		}

		case 'export-left': {
			return {...report, exporting: undefined};
		}

		case 'export-asked': {
			return {...report, exporting: {type: 'writing', format: action.format}};
		}

		case 'export-written': {
			const {place} = action;
			return {
				...report,
				exporting: {type: 'written', place},
				written: [...written.filter((one) => one !== place), place],
			};
		}

		case 'export-failed': {
			const {explanation} = action;
			return {...report, exporting: {type: 'failed', explanation}};
		}
	}
}
