import {countShared} from '../../source/commands/count-shared.ts';
import {copyPlan} from '../../source/migration/copy-plan.ts';
import {readAll} from '../../source/migration/pages.ts';
import {type Clock} from '../../source/migration/ports.ts';
import {type Prepared, prepareCopy} from '../../source/migration/prepare.ts';
import {recordedCalls} from '../../source/migration/recorded-calls.ts';
import {type Advise} from '../../source/migration/explain.ts';
import {Report} from '../../source/migration/report.ts';
import {RunState} from '../../source/migration/run-state.ts';
import {scanDetails} from '../../source/migration/scan-destination.ts';
import {
	type AppServices,
	type CopyPace,
	type FinishedRun,
	type SavedSite,
} from '../../source/ui/services.ts';
import {createEngineClock} from './engine-clock.ts';
import {destinationSite, sourceSite} from './engine-people.ts';
import {type MemoryLedger} from './memory-ledger.ts';
import {type MemorySite} from './memory-site.ts';
import {createUiActs} from './ui-acts.ts';
import {createUiWorld} from './ui-world.ts';

type World = {
	readonly source: MemorySite;
	readonly destination: MemorySite;
	readonly ledger: MemoryLedger;
};

export type UiServices = AppServices & {
	/** What the screens had kept, in words, oldest first. */
	readonly kept: readonly string[];
};

/**
Services for the screens over sites in memory: the real engine, without disk or network. What a test needs otherwise, it gives.
*/
export function createUiServices(
	overrides: Partial<AppServices> = {},
	world: World = createUiWorld(),
	clock: Clock = createEngineClock(),
): UiServices {
	const {source, destination, ledger} = world;
	const kept: string[] = [];
	let prepared: Prepared | undefined;
	const setting = {
		destination,
		ledger,
		clock,
		sourceCalls: () => ({reads: 0, writes: 0, throttled: 0, retried: 0}),
	};

	return {
		kept,
		isPractice: false,
		savedSites: () => [
			savedSite('Old', sourceSite.url),
			savedSite('New', destinationSite.url),
		],
		pastRuns: () => [],
		lastChoices: () => ({}),
		notices: () => [],
		async connect(side) {
			const {site} = side === 'source' ? source : destination;
			return {
				name: site.name,
				url: site.url,
				checks: [{label: 'login', state: 'ok', detail: 'ada', isNeeded: true}],
				projects: await readAll(
					(side === 'source' ? source : destination).serviceProjects(),
				),
			};
		},
		async keepToken(side) {
			kept.push(`token of the ${side}`);
			return true;
		},
		async removeSite(name) {
			kept.push(`removed ${name}`);
		},
		async *prepare(request, signal) {
			const memory = ledger.memory();
			prepared = yield* prepareCopy(
				{...request, source, destination, memory, decisions: {}},
				signal,
			);
			return prepared;
		},
		async details(ids, signal) {
			const {organizations, links} = prepared!.overview;
			const wanted = organizations.filter(({id}) => ids.includes(id));
			return scanDetails(destination, wanted, links, signal);
		},
		decide(decisions) {
			kept.push(`decided ${Object.keys(decisions).join(', ')}`);
			ledger.decide(decisions);
		},
		withdraw(organizations) {
			kept.push(`withdrew ${organizations.join(', ')}`);
		},
		copy: (plan, signal) => copyPlan(plan, setting, signal),
		resume: (run, signal) =>
			copyPlan(ledger.run(run).plan, {...setting, resume: run}, signal),
		report: async (run, advise) => finishedRun(ledger, run, advise),
		exportReport: async (run, format) => `/reports/${run}.${format}`,
		explain: (error) => ({
			problem: error instanceof Error ? error.message : String(error),
			nextStep: 'Try again.',
			exitCode: 6,
		}),
		pace: () => paceOf(destination),
		changePace(change) {
			destination.pace()[change]();
			return paceOf(destination);
		},
		decisionFile: {
			find: () => ({place: '/home/decisions/1.csv', editor: 'vi'}),
			async write(conflicts) {
				kept.push(`wrote ${conflicts.length} conflicts`);
			},
			async edit() {
				kept.push('opened the editor');
			},
			read: () => ({decisions: {}, wrong: []}),
		},
		countShared: async (organization, projects, signal) =>
			countShared(destination, prepared!.overview, {
				organization,
				projects,
				signal,
			}),
		keepChoices({choices}) {
			kept.push(`chose ${JSON.stringify(choices.emailDomains)}`);
		},
		calls: async (run, subject) => [
			...recordedCalls(ledger.run(run).records, subject),
		],
		async copyText(text) {
			kept.push(`copied ${text}`);
			return undefined;
		},
		async openPage(page) {
			kept.push(`opened ${page}`);
			return true;
		},
		...createUiActs(kept),
		...overrides,
	};
}

function paceOf(destination: MemorySite): CopyPace {
	const {share, isPaused, inFlight} = destination.pace();
	return {share, isPaused, inFlight};
}

function savedSite(name: string, url: string): SavedSite {
	return {name, url, email: 'ada@acme.example', token: 'practice'};
}

function finishedRun(
	ledger: MemoryLedger,
	run: string,
	advise: Advise,
): FinishedRun {
	const {plan, records, summary} = ledger.run(run);
	const state = new RunState(plan);

	for (const event of records.flatMap(({events = []}) => events)) {
		state.fold(event);
	}

	state.noteAutoJoined(summary?.autoJoined ?? []);
	const report = new Report(plan, state, advise(plan.destination));
	return {report, summary: summary!};
}
