import os from 'node:os';
import path from 'node:path';
import {type CopySetting, copyPlan} from '../migration/copy-plan.ts';
import {type EngineEvent} from '../migration/events.ts';
import {type Plan} from '../migration/plan.ts';
import {type Prepared, prepareCopy} from '../migration/prepare.ts';
import {type DestinationSite, type Ledger} from '../migration/ports.ts';
import {number, quantity} from '../migration/quantity.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {checksText} from '../print/checks-text.ts';
import {type Printer} from '../print/printer.ts';
import {scanDetails} from '../migration/scan-destination.ts';
import {takeLock} from '../store/lock.ts';
import {type RunOverview} from '../store/run-overview.ts';
import {withLastChoices} from '../store/settings-changes.ts';
import {
	type AppServices,
	type CopyPace,
	type CopyRequest,
	type LastChoices,
	type PastRun,
} from '../ui/services.ts';
import {makeFolder} from '../store/make-folder.ts';
import {copyText} from './clipboard.ts';
import {createDecisionFiles} from './decision-desk.ts';
import {explainError} from './explain-error.ts';
import {wasPageOpened} from './open-page.ts';
import {savePlan} from './plan-file.ts';
import {reportFiles, writeFiles} from './report-files.ts';
import {countShared} from './count-shared.ts';
import {createLogPrinter, overhear} from './run-log.ts';
import {type NamedLogin} from './logins.ts';
import {type Shell} from './shell.ts';
import {type PracticeLogin, SiteDesk} from './site-desk.ts';
import {readCalls} from './stored-calls.ts';
import {writePrivately} from './write-privately.ts';
import {inParts} from './in-parts.ts';
import {findRun, readReport, readReportToBrowse} from './stored-report.ts';
import {type Workplace} from './workplace.ts';

const noCalls = {reads: 0, writes: 0, throttled: 0, retried: 0};

/** What the screens need, over the real sites, ledger and settings. */
export function createAppServices(
	workplace: Workplace,
	shell: Shell,
	practice: readonly PracticeLogin[] = [],
): AppServices & {readonly close: () => void} {
	const desk = new SiteDesk(workplace, shell, practice);
	const log = createLogPrinter(workplace.logs, shell.clock);
	let prepared: Prepared | undefined;
	let writer: DestinationSite | undefined;
	let checkedLogin: NamedLogin | undefined;

	return {
		isPractice: practice.length > 0,
		savedSites: () => desk.savedSites(),
		pastRuns: () => workplace.ledger.runs().map((run) => toPastRun(run)),
		lastChoices: () => lastChoices(workplace),
		notices: () => workplace.notices,
		connect: async (side, entry, signal) => desk.connect(side, entry, signal),
		keepToken: async (side) => desk.keepToken(side),
		removeSite: async (name) => desk.removeSite(name),
		async *prepare(request, signal) {
			keepChoices(request, workplace, desk);
			prepared = yield* overhear(
				prepareBetween(desk, workplace, request, signal),
				log,
			);
			return prepared;
		},
		async details(ids, signal) {
			const organizations = prepared?.destination.organizations ?? [];
			return scanDetails(
				desk.destination(),
				organizations.filter(({id}) => ids.includes(id)),
				prepared?.overview.links ?? new Map(),
				signal,
			);
		},
		decide(decisions) {
			ledgerBetween(desk, workplace).decide(decisions);
		},
		withdraw(organizations) {
			ledgerBetween(desk, workplace).withdraw(organizations);
		},
		async *copy(plan, signal) {
			const source = desk.source();
			writer = unpaused(desk.destination());
			log.plan(plan);
			return yield* lockedCopy(plan, {
				log,
				workplace,
				shell,
				signal,
				destination: writer,
				sourceCalls: () => source.calls(),
			});
		},
		async *resume(id, signal) {
			const run = findRun(workplace.ledger, id);
			writer = unpaused(await desk.destinationOf(run.destination, signal));
			return yield* lockedCopy(run.plan, {
				log,
				workplace,
				shell,
				signal,
				destination: writer,
				sourceCalls: () => noCalls,
				resume: run.id,
			});
		},
		report: async (run, advise, signal, onReading) =>
			inParts(
				readReportToBrowse(workplace.ledger, run, advise),
				signal,
				(reading) => {
					if (reading !== undefined) {
						onReading?.(reading);
					}
				},
			),
		async exportReport(run, format) {
			const folder = path.join(workplace.home, 'reports', run);
			const stored = await inParts(readReport(workplace.ledger, run));
			await writeFiles(reportFiles(stored, format), folder, shell.scrubber);
			return folder;
		},
		explain: (error) =>
			explainError(error) ?? {
				exitCode: 1,
				problem: `This should not have happened: ${String(error)}`,
				nextStep: 'Please report it.',
			},
		calls: async (run, subject, signal) =>
			inParts(readCalls(workplace.ledger, run, subject), signal),
		copyText: async (text) => copyText(text, workplace.home, shell),
		openPage: async (page) => wasPageOpened(page, shell, os.platform()),
		async *prepareAct(request, signal) {
			const {prepareAct} = await import('./act-services.ts');
			return yield* prepareAct(request, {workplace, shell, desk}, signal);
		},
		async *carryOutAct(act, signal) {
			const {carryOutAct} = await import('./act-services.ts');
			return yield* carryOutAct(act, {workplace, shell, desk}, signal);
		},
		tickItem(run, item, isDone) {
			workplace.ledger.tick({run, item, isDone});
		},
		async saveChecks(run, checks) {
			const folder = path.join(workplace.home, 'reports', run);
			const file = path.join(folder, 'verification.txt');
			makeFolder(folder);
			await writePrivately(checksText(checks), file, 'rows');
			return file;
		},
		async checkSite(entry, signal) {
			const {checkSite} = await import('./site-services.ts');
			const {site, login} = await checkSite(entry, desk, shell, signal);
			checkedLogin = login;
			return site;
		},
		keepCheckedToken: async () => desk.keepTokenOf(checkedLogin),
		async renameSite(name, newName) {
			const {withNewName} = await import('./site-services.ts');
			workplace.settings.update((before) => ({
				...before,
				sites: withNewName(before.sites, name, newName),
			}));
		},
		async savePlan(plan) {
			const folder = path.join(workplace.home, 'plans');
			const time = shell.clock.now().toISOString().replaceAll(':', '-');
			const file = path.join(folder, `plan-${time.slice(0, 19)}.json`);
			makeFolder(folder);
			await savePlan(plan, file);
			return file;
		},
		close() {
			desk.close();
		},
		pace: () => paceOf(writer),
		changePace(change) {
			writer?.pace()[change]();
			return paceOf(writer);
		},
		decisionFile: createDecisionFiles(workplace.home, shell, () => prepared),
		async countShared(organization, projects, signal) {
			const {overview} = prepared ?? {};
			return (
				overview &&
				countShared(desk.destination(), overview, {
					organization,
					projects,
					signal,
				})
			);
		},
		keepChoices(request) {
			keepChoices(request, workplace, desk);
		},
	};
}

/** A pause ends with its copy; the next one begins without. */
function unpaused(destination: DestinationSite): DestinationSite {
	destination.pace().resume();
	return destination;
}

function paceOf(destination: DestinationSite | undefined): CopyPace {
	if (destination === undefined) {
		return {share: 1, isPaused: false, inFlight: 0};
	}

	const {share, isPaused, inFlight} = destination.pace();
	return {share, isPaused, inFlight};
}

function toPastRun({
	id,
	source,
	destination,
	startedAt,
	verdict,
	ending,
	openSteps,
	undo,
	undoVerdict,
	undoLeft,
	customers,
	organizations,
}: RunOverview): PastRun {
	return {
		id,
		source: source.name,
		destination: destination.name,
		startedAt: new Date(startedAt),
		...(verdict !== undefined && {verdict}),
		...(undo !== undefined && {undo}),
		...(undoVerdict !== undefined && {undoVerdict}),
		...(undoLeft !== undefined && {undoLeft}),
		// A run may finish although nobody could tell what one of its calls did.
		isUnfinished:
			undo === undefined && (ending !== 'finished' || openSteps > 0),
		...(customers !== undefined &&
			organizations !== undefined && {
				counts: countsText(customers, organizations),
			}),
	};
}

/** `3,160 customers, 2 failed; 150 organizations`. */
function countsText(
	customers: RunSummary['customers'],
	organizations: RunSummary['organizations'],
): string {
	return [
		withFailed(quantity(customers.chosen, 'customer'), customers.failed),
		withFailed(
			quantity(organizations.chosen, 'organization'),
			organizations.failed,
		),
	].join('; ');
}

function withFailed(text: string, failed: number): string {
	return failed === 0 ? text : `${text}, ${number(failed)} failed`;
}

/** What was chosen for the pair used last, with its sites by the names they are saved under; practice sites are not saved, but their runs know them. */
function lastChoices({settings, ledger}: Workplace): LastChoices {
	const {pairs, sites} = settings.read();
	const [last] = pairs;

	if (last === undefined) {
		return {};
	}

	const known = [
		...sites,
		...ledger.runs().flatMap(({source, destination}) => [source, destination]),
	];
	const nameOf = (id: string) => known.find((site) => site.id === id)?.name;
	const {projects, map, choices} = last;
	return {
		source: nameOf(last.source),
		destination: nameOf(last.destination),
		...(projects !== 'all' && {projects}),
		map,
		choices,
	};
}

function keepChoices(
	{projects, map, choices}: CopyRequest,
	{settings}: Workplace,
	desk: SiteDesk,
): void {
	settings.update((before) =>
		withLastChoices(before, {
			source: desk.source().site.id,
			destination: desk.destination().site.id,
			projects: [...projects],
			map: {...map},
			choices,
		}),
	);
}

function ledgerBetween(desk: SiteDesk, {ledger}: Workplace): Ledger {
	return ledger.forPair(desk.source().site, desk.destination().site);
}

function prepareBetween(
	desk: SiteDesk,
	workplace: Workplace,
	request: CopyRequest,
	signal: AbortSignal,
): AsyncGenerator<EngineEvent, Prepared, void> {
	return prepareCopy(
		{
			...request,
			source: desk.source(),
			destination: desk.destination(),
			memory: ledgerBetween(desk, workplace).memory(),
			decisions: {},
		},
		signal,
	);
}

type Copying = Pick<CopySetting, 'destination' | 'sourceCalls' | 'resume'> & {
	readonly workplace: Workplace;
	readonly shell: Shell;
	readonly signal: AbortSignal;
	/** Writes the short log. */
	readonly log: Printer;
};

/** One run of a pair at a time, whichever terminal it is started from. */
async function* lockedCopy(
	plan: Plan,
	{workplace, shell, signal, log, ...setting}: Copying,
): AsyncGenerator<EngineEvent, RunSummary, void> {
	const {clock} = shell;
	const lock = takeLock(workplace.home, plan, {
		...shell,
		now: () => clock.now(),
	});

	try {
		const ledger = workplace.ledger.forPair(plan.source, plan.destination);
		return yield* overhear(
			copyPlan(plan, {...setting, ledger, clock}, signal),
			log,
		);
	} finally {
		lock.release();
	}
}
