import {
	type Binding,
	type ScreenKeys,
	back,
	bind,
	bindUnless,
	help,
	refuse,
	scrollIn,
} from '../bindings.ts';
import {type CopyState, hasFailed, runOf} from '../copy-state.ts';
import {markedError} from '../errors-state.ts';
import {moveCursor} from '../list-cursor.ts';
import {failureDetails} from '../present/error-text.ts';

const home: Binding = {...back, label: 'home'};
const report = bind('choose', 'report', {type: 'went-on'});
const resume = bind('again', 'resume', {type: 'copy-resumed'});

/** Keys of the progress: of the error that is read, else of the copy as it is. */
export const progressKeys: ScreenKeys = (state, size) => {
	const {copy} = state;
	const {opened, marked} = copy.errors;

	if (opened !== undefined) {
		const lines = failureDetails(opened, state.now, size.columns).length;
		return [
			...scrollIn(state, 'details', {lines, rows: size.rows}),
			...retryKeys(copy),
			{...back, label: 'close'},
			help,
		];
	}

	switch (copy.stage.type) {
		case 'none': {
			return [home, help];
		}

		case 'running': {
			return [
				...runningKeys(copy, size.columns),
				...errorKeys(copy),
				hasFailed(copy)
					? openKey(copy)
					: refuse('choose', 'report', 'The copy is still under way.'),
				...retryKeys(copy),
				{...home, label: size.columns < 100 ? 'home' : 'home, it goes on'},
				help,
			];
		}

		case 'ended': {
			return [
				marked === undefined ? report : openKey(copy),
				...retryKeys(copy),
				...errorKeys(copy),
				marked === undefined ? home : {...back, label: 'leave the errors'},
				help,
			];
		}

		case 'failed': {
			return runOf(copy) === undefined
				? [{...resume, label: 'try again'}, home, help]
				: [{...resume, label: 'resume'}, report, home, help];
		}
	}
};

/** Pausing, slowing down and stopping. */
function runningKeys(
	{stage, pace}: CopyState,
	columns: number,
): readonly Binding[] {
	const isStopping = stage.type === 'running' && stage.isStopping;
	const stopping = isStopping ? 'The copy is being stopped.' : undefined;
	return [
		{key: 'stop', label: stopLabel(isStopping, columns)},
		bindUnless(stopping, 'pause', pace.isPaused ? 'resume' : 'pause', {
			type: 'pace-asked',
			change: pace.isPaused ? 'resume' : 'pause',
		}),
		bindUnless(
			stopping ??
				(pace.share <= 0.1 ? 'This is the slowest; p pauses.' : undefined),
			'slower',
			'slower',
			{type: 'pace-asked', change: 'slower'},
		),
		bindUnless(
			stopping ??
				(pace.share >= 1 ? 'It goes as fast as the site allows.' : undefined),
			'faster',
			'faster',
			{type: 'pace-asked', change: 'faster'},
		),
	];
}

function stopLabel(isStopping: boolean, columns: number): string {
	if (isStopping) {
		return 'end at once';
	}

	return columns < 100 ? 'stop' : 'stop after what is in flight';
}

/** Moving through the errors, while there are any. */
function errorKeys({errors, progress}: CopyState): readonly Binding[] {
	const {failures} = progress;
	return failures.length === 0
		? []
		: [
				{
					key: 'move',
					label: 'errors',
					act({name}, {rows}) {
						const to = moveCursor(markedError(errors, progress), name, {
							count: failures.length,
							page: Math.max(rows - 10, 1),
						});
						return to === undefined
							? undefined
							: {type: 'error-marked', failure: failures[to]};
					},
				},
			];
}

function openKey({errors, progress}: CopyState): Binding {
	const failure = progress.failures[markedError(errors, progress)];
	return failure === undefined
		? refuse('choose', 'open', 'There is no error to open.')
		: bind('choose', 'open', {type: 'error-opened', failure});
}

/** What failed is tried again with the run resumed: at once, or at the end of the copy under way. */
function retryKeys(copy: CopyState): readonly Binding[] {
	const {stage, errors} = copy;

	if (stage.type === 'ended') {
		return stage.summary.ending === 'finished'
			? hasFailed(copy)
				? [{...resume, label: 'try failed again'}]
				: []
			: [resume];
	}

	const isWanted = !errors.isRetryWanted;
	return stage.type === 'running' && hasFailed(copy)
		? [
				bind('again', isWanted ? 'retry at the end' : 'no retry', {
					type: 'retry-asked',
					isWanted,
				}),
			]
		: [];
}
