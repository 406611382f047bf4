import {type EngineEvent} from '../migration/events.ts';
import {type Reading} from '../migration/reading.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {adviceAfterRun} from './present/advice.ts';
import {type Dispatch} from './actions.ts';
import {workOnDecisionFile} from './decision-file-work.ts';
import {drain} from './drain.ts';
import {type Job} from './jobs.ts';
import {
	carryOut,
	changeSite,
	checkSite,
	keepToken,
	prepareAct,
	save,
} from './work-beside.ts';
import {workOnTables} from './table-work.ts';
import {type JobOf, type WorkSetting} from './work-setting.ts';

/** Does one job and tells what came of it; it throws nothing. Answers to work that was given up are dropped. */
export async function work(job: Job, setting: WorkSetting): Promise<void> {
	const {signal, settle, tell} = setting;

	if (job.type === 'copy') {
		await copy(job, setting);
		return;
	}

	if (job.type === 'act') {
		await carryOut(job, setting);
		return;
	}

	const ifWanted =
		(dispatch: Dispatch): Dispatch =>
		(action) => {
			if (!signal.aborted) {
				dispatch(action);
			}
		};

	await workOnce(job, {
		...setting,
		settle: ifWanted(settle),
		tell: ifWanted(tell),
	});
}

async function workOnce(
	job: Exclude<Job, {readonly type: 'copy' | 'act'}>,
	setting: WorkSetting,
): Promise<void> {
	switch (job.type) {
		case 'read-home': {
			readHome(setting);
			break;
		}

		case 'connect': {
			await connect(job, setting);
			break;
		}

		case 'scan': {
			await scan(job, setting);
			break;
		}

		case 'read-details': {
			await readDetails(job, setting);
			break;
		}

		case 'read-report': {
			await readReport(job, setting);
			break;
		}

		case 'export': {
			await exportReport(job, setting);
			break;
		}

		case 'look-at-rows':
		case 'read-calls':
		case 'compare':
		case 'errand': {
			await workOnTables(job, setting);
			break;
		}

		case 'decision-file': {
			await workOnDecisionFile(job, setting);
			break;
		}

		case 'count-shared': {
			await countShared(job, setting);
			break;
		}

		case 'prepare-act': {
			await prepareAct(job, setting);
			break;
		}

		case 'check-site': {
			await checkSite(job, setting);
			break;
		}

		case 'change-site': {
			await changeSite(job, setting);
			break;
		}

		case 'save': {
			await save(job, setting);
			break;
		}

		case 'keep-token': {
			await keepToken(job, setting);
			break;
		}
	}
}

function readHome({services, settle}: WorkSetting): void {
	try {
		const runs = [...services.pastRuns()].toSorted(
			(a, b) => b.startedAt.getTime() - a.startedAt.getTime(),
		);
		settle({
			type: 'home-read',
			home: {
				runs,
				sites: services.savedSites(),
				last: services.lastChoices(),
				notices: services.notices(),
			},
		});
	} catch (error) {
		const {problem, nextStep} = services.explain(error);
		const home = {
			runs: [],
			sites: [],
			last: {},
			notices: [`${problem} ${nextStep}`],
		};
		settle({type: 'home-read', home});
	}
}

async function connect(
	{side, entry, attempt}: JobOf<'connect'>,
	{services, signal, settle}: WorkSetting,
): Promise<void> {
	try {
		const site = await services.connect(side, entry, signal);
		settle({type: 'site-connected', side, attempt, site});
	} catch (error) {
		const explanation = services.explain(error);
		settle({type: 'site-refused', side, attempt, explanation});
	}
}

async function scan(
	{request, attempt}: JobOf<'scan'>,
	{services, signal, settle, tell}: WorkSetting,
): Promise<void> {
	try {
		const prepared = await drain(services.prepare(request, signal), (event) => {
			tell({type: 'scan-told', attempt, event});
		});
		settle({type: 'scan-done', attempt, prepared});
	} catch (error) {
		const explanation = services.explain(error);
		settle({type: 'scan-failed', attempt, explanation});
	}
}

async function readDetails(
	{organization, target}: JobOf<'read-details'>,
	{services, signal, settle}: WorkSetting,
): Promise<void> {
	try {
		const details = await services.details([target], signal);
		settle({type: 'details-read', details});
		settle({
			type: 'conflict-stage-entered',
			stage: {type: 'map-ready', organization, target},
		});
	} catch (error) {
		const explanation = services.explain(error);
		settle({
			type: 'conflict-stage-entered',
			stage: {type: 'mapping', organization, explanation},
		});
	}
}

async function copy(
	{task}: JobOf<'copy'>,
	{services, signal, settle, tell}: WorkSetting,
): Promise<void> {
	const begin = (): AsyncGenerator<EngineEvent, RunSummary, void> =>
		task.type === 'plan'
			? services.copy(task.plan, signal)
			: services.resume(task.run, signal);

	try {
		const summary = await drain(begin(), (event) => {
			tell({type: 'copy-told', event});
		});
		settle({type: 'copy-ended', summary});
	} catch (error) {
		settle({type: 'copy-failed', explanation: services.explain(error)});
	}
}

async function readReport(
	{run}: JobOf<'read-report'>,
	{services, signal, settle, tell}: WorkSetting,
): Promise<void> {
	const onReading = (reading: Reading) => {
		tell({type: 'report-reading', reading});
	};

	try {
		const finished = await services.report(
			run,
			adviceAfterRun,
			signal,
			onReading,
		);
		settle({type: 'report-read', finished});
	} catch (error) {
		settle({type: 'report-read', finished: undefined});
		settle({type: 'noticed', notice: services.explain(error).problem});
	}
}

async function exportReport(
	{run, format}: JobOf<'export'>,
	{services, settle}: WorkSetting,
): Promise<void> {
	try {
		const place = await services.exportReport(run, format);
		settle({type: 'export-written', place});
	} catch (error) {
		settle({type: 'export-failed', explanation: services.explain(error)});
	}
}

/** A count that can't be had is left out: nobody waits for it to decide. */
async function countShared(
	{organization, projects}: JobOf<'count-shared'>,
	{services, signal, settle}: WorkSetting,
): Promise<void> {
	try {
		const found = await services.countShared(organization, projects, signal);
		settle({type: 'shared-counted', organization, found: found ?? 'unknown'});
	} catch {
		settle({type: 'shared-counted', organization, found: 'unknown'});
	}
}
