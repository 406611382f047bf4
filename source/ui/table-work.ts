import {type RunChange, compareRuns} from '../migration/compare-runs.ts';
import {adviceAfterRun} from './present/advice.ts';
import {callsTable} from './present/call-rows.ts';
import {stepsAtOnce} from './steady-work.ts';
import {type TableJob} from './table-jobs.ts';
import {type WorkSetting} from './work-setting.ts';

type JobOf<Type extends TableJob['type']> = Extract<
	TableJob,
	{readonly type: Type}
>;

/** Does the work of a table. Between two parts of it, keys are heard. */
export async function workOnTables(
	job: TableJob,
	setting: WorkSetting,
): Promise<void> {
	switch (job.type) {
		case 'look-at-rows': {
			await lookAtRows(job, setting);
			break;
		}

		case 'read-calls': {
			await readCalls(job, setting);
			break;
		}

		case 'compare': {
			await compare(job, setting);
			break;
		}

		case 'errand': {
			await runErrand(job, setting);
			break;
		}
	}
}

async function lookAtRows(
	{table, rows}: JobOf<'look-at-rows'>,
	{signal, settle, tell, giveWay}: WorkSetting,
): Promise<void> {
	const action = {type: 'rows-looked-at', table} as const;

	await giveWay();

	while (!rows.isDone && !signal.aborted) {
		rows.work(stepsAtOnce);
		tell(action);
		await giveWay();
	}

	settle(action);
}

async function readCalls(
	{run, subject}: JobOf<'read-calls'>,
	{services, signal, settle}: WorkSetting,
): Promise<void> {
	try {
		const calls = await services.calls(run, subject, signal);
		settle({type: 'calls-read', table: callsTable(calls)});
	} catch (error) {
		const {problem} = services.explain(error);
		settle({type: 'calls-not-read', notice: problem});
	}
}

async function compare(
	{earlier, later}: JobOf<'compare'>,
	{services, signal, settle, giveWay}: WorkSetting,
): Promise<void> {
	try {
		const before = await services.report(earlier, adviceAfterRun, signal);
		const after = await services.report(later, adviceAfterRun, signal);
		const changes: RunChange[] = [];

		if (before !== undefined && after !== undefined) {
			for (const change of compareRuns(before.report, after.report)) {
				changes.push(change);

				if (changes.length % stepsAtOnce !== 0) {
					continue;
				}

				await giveWay();
				signal.throwIfAborted();
			}
		}

		settle({type: 'comparison-read', changes});
	} catch (error) {
		const explanation = services.explain(error);
		settle({type: 'comparison-failed', explanation});
	}
}

async function runErrand(
	{errand}: JobOf<'errand'>,
	{services, settle}: WorkSetting,
): Promise<void> {
	try {
		const notice =
			errand.type === 'copy'
				? copiedWords(await services.copyText(errand.text))
				: openedWords(errand.page, await services.openPage(errand.page));
		settle({type: 'errand-done', notice});
	} catch (error) {
		settle({type: 'errand-done', notice: services.explain(error).problem});
	}
}

function copiedWords(file: string | undefined): string {
	return file === undefined
		? 'Copied to the clipboard.'
		: `This terminal has no clipboard; wrote ${file}`;
}

/** Without a browser, the address is there to copy. */
function openedWords(page: string, isOpened: boolean): string {
	return isOpened ? `Opened ${page}` : `No browser here: ${page}`;
}
