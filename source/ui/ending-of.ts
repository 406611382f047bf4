import {explainBreakOff} from '../migration/explain-break-off.ts';
import {isRunning, runOf} from './copy-state.ts';
import {type Ending} from './ending.ts';
import {type SessionState} from './session-state.ts';

/** Stopped by the user while work was under way. */
const stoppedCode = 130;

/** How the app would end now: with the verdict of its run, or with why there is none. */
export function endingOf(state: SessionState): Ending {
	const {copy, scan} = state;
	const acted = endingOfAct(state);

	if (acted !== undefined) {
		return acted;
	}

	if (isRunning(copy)) {
		const lastWords = [
			'Ended at once, with calls in flight.',
			...resumeWords(state),
		];
		return {exitCode: stoppedCode, lastWords};
	}

	if (copy.stage.type === 'ended') {
		const {exitCode, verdict, ending} = copy.stage.summary;
		const why = explainBreakOff(copy.stage.summary);
		const lastWords = [
			verdict,
			...(why === undefined ? [] : [why.problem]),
			...(ending === 'finished' ? [] : resumeWords(state)),
			...reportWords(state),
		];
		return {exitCode, lastWords};
	}

	if (copy.stage.type === 'failed') {
		const {problem, nextStep, exitCode} = copy.stage.explanation;
		return {exitCode, lastWords: [problem, nextStep]};
	}

	return {
		exitCode: scan.stage.type === 'scanning' ? stoppedCode : 0,
		lastWords: ['Nothing was written.'],
	};
}

function resumeWords(state: SessionState): readonly string[] {
	const run = runOf(state.copy);
	const command = state.isPractice ? 'demo' : `resume ${run ?? ''}`.trim();
	return run === undefined
		? []
		: [
				`To go on: jsm-ferry ${command}; what had happened is asked first, and nothing is copied twice.`,
			];
}

/** Where the report is: in the files written, else behind a command. */
function reportWords({
	copy,
	report,
	isPractice,
}: SessionState): readonly string[] {
	if (report.written.length > 0) {
		return report.written.map((place) => `Report: ${place}`);
	}

	const run = runOf(copy);

	if (run === undefined) {
		return [];
	}

	return [
		isPractice
			? 'Report: jsm-ferry demo, then Reports.'
			: `Report: jsm-ferry report ${run}`,
	];
}

/** How an act ended, or would end now. It follows a run, so it has the last word. */
function endingOfAct({act, isPractice}: SessionState): Ending | undefined {
	const {stage} = act;

	if (stage.type === 'done') {
		const {exitCode, verdict} = stage.summary;
		return {exitCode, lastWords: [verdict]};
	}

	if (stage.type !== 'working') {
		return undefined;
	}

	const {kind, run} = stage.act;
	return {
		exitCode: stoppedCode,
		lastWords: [
			'Ended at once, with calls in flight.',
			`To go on: jsm-ferry ${isPractice ? 'demo' : `${kind} ${run}`}; what had happened is asked first.`,
		],
	};
}
