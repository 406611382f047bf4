import {renameSync} from 'node:fs';
import path from 'node:path';
import {
	type PracticeSites,
	startPracticeSites,
} from '../practice/practice-sites.ts';
import {PracticeOptionsError} from '../practice/practice-options-error.ts';
import {defaultChoices} from '../migration/choices.ts';
import {reportText} from '../print/report-text.ts';
import {createTextPrinter} from '../print/text-printer.ts';
import {type ExitCode} from './command-error.ts';
import {carryOut} from './copy.ts';
import {makePlan} from './make-plan.ts';
import {bothPrinters, createLogPrinter} from './run-log.ts';
import {type Shell} from './shell.ts';
import {type PracticeLogin} from './site-desk.ts';
import {loadReport} from './stored-report.ts';
import {type Workplace, connectPair, openWorkplace} from './workplace.ts';

/** Enough to watch for some seconds, and little enough to overlook. */
const size = {customers: 240, organizations: 24, requests: 400, latencyMs: 40};

/** The two practice sites of the demo, with settings and ledger of their own. */
export type Demo = {
	readonly workplace: Workplace;
	readonly source: PracticeLogin;
	readonly destination: PracticeLogin;
	readonly stop: () => Promise<void>;
};

/** Starts the demo's practice sites. They remember what earlier demos did. */
export async function startDemo(shell: Shell): Promise<Demo> {
	const workplace = openWorkplace(shell, 'demo');
	const sites = await startSites(path.join(workplace.home, 'sites'), shell);
	return {
		workplace,
		source: {...loginOf(sites.source), name: 'Northwind'},
		destination: {...loginOf(sites.destination), name: 'Contoso'},
		async stop() {
			await sites.stop();
			workplace.close();
		},
	};
}

function loginOf({url, email, token}: PracticeSites['source']) {
	return {url, email, token};
}

async function startSites(
	stateFolder: string,
	shell: Shell,
): Promise<PracticeSites> {
	const options = {...size, stateFolder};

	try {
		return await startPracticeSites(options);
	} catch (error) {
		if (!(error instanceof PracticeOptionsError)) {
			throw error;
		}

		// An older version told another story; the demo begins anew rather than not at all.
		renameSync(stateFolder, `${stateFolder}-${shell.clock.now().getTime()}`);
		return startPracticeSites(options);
	}
}

/** `jsm-ferry demo` without a terminal: plays itself through in plain text. */
export async function playDemo(shell: Shell): Promise<ExitCode> {
	shell.out(
		'This is no terminal, so the demo plays itself: a copy between two practice sites, with default decisions. Nothing real is touched.\n\n',
	);
	const demo = await startDemo(shell);

	try {
		return await copyAndReport(demo, shell);
	} finally {
		await demo.stop();
	}
}

async function copyAndReport(demo: Demo, shell: Shell): Promise<ExitCode> {
	const {workplace} = demo;
	const {clock, out} = shell;
	const printer = bothPrinters(
		createLogPrinter(workplace.logs, clock),
		createTextPrinter(out, () => clock.now()),
	);
	const pair = await connectPair(demo, shell, workplace);

	try {
		const bench = {...pair, workplace, printer};
		const {signal} = shell;
		const plan = await makePlan({
			...bench,
			options: {
				...defaultChoices,
				projects: 'all',
				duplicates: 'rename',
				map: [],
				emailDomain: [],
				activity: defaultChoices.activity,
				proposed: defaultChoices.proposed,
				placeholder: [],
				emails: undefined,
			},
			signal,
		});
		printer.plan(plan);
		shell.out('\n');
		const sourceCalls = () => pair.source.site.calls();
		const summary = await carryOut(plan, {...bench, sourceCalls}, shell);
		const {report} = loadReport(workplace.ledger, summary.run);
		shell.out(`\n${reportText(report, summary).join('\n')}\n`);
		shell.out(
			'\nWhat next: run the demo again and see that nothing is copied twice; or start jsm-ferry in a terminal.\n',
		);
		return summary.exitCode;
	} finally {
		pair.close();
	}
}
