import {type RunChange, compareRuns} from '../migration/compare-runs.ts';
import {type Report} from '../migration/report.ts';
import {adviceAfterRun} from './present/advice.ts';
import {callsTable} from './present/call-rows.ts';
import {type FinishedRun} from './services.ts';
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
	setting: WorkSetting,
): Promise<void> {
	const {services, settle} = setting;

	try {
		const before = await readRun('earlier', earlier, setting);
		const after = await readRun('later', later, setting);
		const changes =
			before === undefined || after === undefined
				? []
				: await compareReports(before.report, after.report, setting);
		settle({type: 'comparison-read', changes});
	} catch (error) {
		const explanation = services.explain(error);
		settle({type: 'comparison-failed', explanation});
	}
}

async function readRun(
	stage: 'earlier' | 'later',
	run: string,
	{services, signal, tell}: WorkSetting,
): Promise<FinishedRun | undefined> {
	tell({type: 'comparison-told', comparing: {stage}});
	return services.report(run, adviceAfterRun, signal, (reading) => {
		tell({type: 'comparison-told', comparing: {stage, reading}});
	});
}

async function compareReports(
	earlier: Report,
	later: Report,
	{signal, tell, giveWay}: WorkSetting,
): Promise<readonly RunChange[]> {
	const parts = compareRuns(earlier, later);

	for (;;) {
		const part = parts.next();

		if (part.done === true) {
			return part.value;
		}

		const comparing = {stage: 'rows', done: part.value} as const;
		tell({type: 'comparison-told', comparing});
		await giveWay();
		signal.throwIfAborted();
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
