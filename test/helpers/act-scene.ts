import {connectUndo, type Connection} from '../../source/jira/connect.ts';
import {type Choices, defaultChoices} from '../../source/migration/choices.ts';
import {copyPlan} from '../../source/migration/copy-plan.ts';
import {type Plan} from '../../source/migration/plan.ts';
import {planCopy} from '../../source/migration/plan-copy.ts';
import {prepareCopy} from '../../source/migration/prepare.ts';
import {
	type UndoSetting,
	prepareUndo,
} from '../../source/migration/prepare-undo.ts';
import {type RunSummary} from '../../source/migration/run-summary.ts';
import {type UndoEvent} from '../../source/migration/undo-events.ts';
import {type UndoPlan} from '../../source/migration/undo-plan.ts';
import {type UndoSummary} from '../../source/migration/undo-summary.ts';
import {undoRun} from '../../source/migration/undo.ts';
import {type PracticeOptions} from '../../source/practice/practice-sites.ts';
import {ledgerFile} from '../../source/store/home.ts';
import {type LedgerFile, openLedger} from '../../source/store/ledger.ts';
import {type StoredRun} from '../../source/store/run-overview.ts';
import {temporaryHome} from '../store/temporary-home.ts';
import {createEngineClock} from './engine-clock.ts';
import {createListener, follow} from './engine-copy.ts';
import {type ConnectedSites, withSites} from './jira-sites.ts';
import {takePicture, type Picture} from './jira-picture.ts';

const noSignal = new AbortController().signal;

/** Practice sites, a ledger on disk, and what is done with them: copy first, then what follows. */
export type ActScene = ConnectedSites & {
	readonly ledger: LedgerFile;
	/** The destination before anything was copied. */
	readonly before: Picture;
	/** The second sees the plan before it is carried out. */
	copy(
		choices?: Partial<Choices>,
		onPlan?: (plan: Plan) => void,
		signal?: AbortSignal,
	): Promise<RunSummary>;
	/** Goes on with the last run. */
	resume(): Promise<RunSummary>;
	lastRun(): StoredRun;
	/** Works on the destination as an undo may. */
	readonly undoSite: Connection<UndoSetting['site']>['site'];
	prepareUndo(changes?: Partial<UndoSetting>): Promise<UndoPlan>;
	undo(
		changes?: Partial<UndoSetting>,
		onEvent?: (event: UndoEvent) => void,
	): Promise<{
		readonly plan: UndoPlan;
		readonly events: readonly UndoEvent[];
		readonly summary: UndoSummary;
	}>;
};

/** Runs a test on practice sites with a ledger, before anything is copied. */
export async function withActs(
	options: PracticeOptions,
	scene: (scene: ActScene) => Promise<void>,
): Promise<void> {
	await withSites(options, async (sites) => {
		const clock = createEngineClock();
		const {destination} = sites;
		const before = await takePicture(destination);
		const ledger = openLedger(ledgerFile(temporaryHome()), clock);
		const {url, email, token} = destination;
		const undo = await connectUndo({
			url,
			email,
			token,
			clock,
			random: () => 0.5,
		});

		try {
			await scene(createScene(sites, ledger, before, undo.site));
		} finally {
			undo.close();
			ledger.close();
		}
	});
}

function createScene(
	sites: ConnectedSites,
	ledger: LedgerFile,
	before: Picture,
	undoSite: UndoSetting['site'],
): ActScene {
	const {from, to} = sites;
	const clock = createEngineClock();
	const lastRun = () => {
		const id = ledger.lastRun()?.id ?? '';
		const run = ledger.run(id);

		if (run === undefined) {
			throw new Error('Nothing was copied yet');
		}

		return run;
	};

	const settingOf = (changes: Partial<UndoSetting> = {}): UndoSetting => {
		const run = lastRun();
		return {
			run,
			site: undoSite,
			ledger: ledger.forPair(run.source, run.destination),
			book: ledger.act(run, 'undo'),
			followUp: ledger.act(run, 'follow-up'),
			clock,
			...changes,
		};
	};

	return {
		...sites,
		ledger,
		before,
		undoSite,
		lastRun,
		async copy(
			choices = {},
			onPlan?: (plan: Plan) => void,
			signal: AbortSignal = noSignal,
		) {
			const pair = ledger.forPair(from.site, to.site);
			const prepared = await follow(
				prepareCopy({
					source: from,
					destination: to,
					projects: 'all',
					map: {},
					choices: {...defaultChoices, ...choices},
					memory: pair.memory(),
					decisions: {},
				}),
			);
			const plan = planCopy(prepared);
			onPlan?.(plan);
			return follow(
				copyPlan(
					plan,
					{
						destination: to,
						ledger: pair,
						clock,
						sourceCalls: () => from.calls(),
					},
					signal,
				),
			);
		},
		resume: async () =>
			follow(
				copyPlan(
					lastRun().plan,
					{
						destination: to,
						ledger: ledger.forPair(from.site, to.site),
						clock,
						resume: lastRun().id,
						sourceCalls: () => from.calls(),
					},
					noSignal,
				),
			),
		prepareUndo: async (changes) =>
			follow(prepareUndo(settingOf(changes), noSignal)),
		async undo(changes, onEvent) {
			const setting = settingOf(changes);
			const {heard, listen: hear} = createListener<UndoEvent>();
			const listen = (event: UndoEvent) => {
				hear(event);
				onEvent?.(event);
			};

			const plan = await follow(prepareUndo(setting, noSignal), listen);
			const summary = await follow(undoRun(plan, setting, noSignal), listen);
			return {plan, events: heard, summary};
		},
	};
}
