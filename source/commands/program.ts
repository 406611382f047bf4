import {Command, InvalidArgumentError, Option} from 'commander';
import {defaultChoices} from '../migration/choices.ts';
import {usualMaxErrors} from '../migration/failure-streak.ts';
import {neutralise} from '../text/neutralise.ts';
import {type CopyOptions} from './choices.ts';
import {type CommandCopyOptions} from './copy.ts';
import {CommandError, type ExitCode} from './command-error.ts';
import {type FollowUpOptions} from './follow-up.ts';
import {type InviteOptions} from './invite.ts';
import {type ReportFormat} from './report-files.ts';
import {type ResumeOptions} from './resume.ts';
import {type Shell} from './shell.ts';
import {type AddOptions} from './add-site.ts';
import {type TestOptions} from './test-sites.ts';
import {type PrintOptions, type SiteOptions} from './with-sites.ts';

/** A command that was chosen. What it needs is loaded when it runs, so that `--help` stays quick. */
export type Run = (shell: Shell) => Promise<ExitCode>;

/** How the screens are to be shown. */
export type ScreenOptions = {
	readonly screenReader?: boolean;
	readonly privacy?: boolean;
};

/** What the commands with screens do; this room knows no screens. */
type RunScreens = (shell: Shell, options: ScreenOptions) => Promise<ExitCode>;

export type ProgramSetting = {
	readonly description: string;
	readonly version: string;
	readonly app: RunScreens;
	readonly demo: RunScreens;
	readonly choose: (run: Run) => void;
};

/** The commands, their options and their help. Parsing only chooses what to run. */
export function createProgram({
	description,
	version,
	app,
	demo,
	choose,
}: ProgramSetting): Command {
	const program = new Command('jsm-ferry')
		.description(description)
		.version(version)
		.exitOverride()
		.configureOutput({
			// What was typed is repeated in errors, and may come from a script that was fed by strangers.
			outputError(text, write) {
				const lines = text.split('\n').map((line) => neutralise(line));
				write(lines.join('\n'));
			},
		})
		.configureHelp({showGlobalOptions: true})
		.allowExcessArguments()
		// The options of the screens are no options of other commands.
		.enablePositionalOptions()
		.action((options: ScreenOptions, {args}: Command) => {
			const [unknown] = args;

			if (unknown !== undefined) {
				throw new CommandError(
					`There is no command ${JSON.stringify(unknown)}.`,
					'See jsm-ferry --help.',
				);
			}

			choose(async (shell) => app(shell, options));
		});
	addScreenOptions(program);
	addScreenOptions(
		program
			.command('demo')
			.description(
				'try everything on two practice sites; nothing real is touched',
			),
	).action((options: ScreenOptions) => {
		choose(async (shell) => demo(shell, options));
	});
	addCopyCommands(program, choose);
	addRunCommands(program, version, choose);
	addSites(program, choose);
	addPractice(program, choose);
	return program;
}

function addScreenOptions(command: Command): Command {
	return command
		.option(
			'--screen-reader',
			'screens to be read aloud: no bars, and nothing changes by itself',
		)
		.option(
			'--privacy',
			'mask emails and names of people on the screens; ctrl+p switches it',
		);
}

function addCopyCommands(
	program: Command,
	choose: ProgramSetting['choose'],
): void {
	type Options = CopyOptions & SiteOptions & PrintOptions;
	addCopyOptions(
		program
			.command('plan')
			.description('show what a copy would do; nothing is written')
			.option('--out <file.json>', 'save the plan, to copy by it later'),
	).action((options: Options & {readonly out?: string}) => {
		choose(async (shell) => {
			const {planCommand} = await import('./copy.ts');
			return planCommand(options, shell);
		});
	});
	addCopyOptions(
		program
			.command('copy')
			.description('copy customers and organizations')
			.addOption(
				new Option(
					'--plan <file.json>',
					'a saved plan, instead of projects and choices',
				).conflicts(plannedOptions),
			)
			.addOption(maxErrors())
			.option('--yes', 'copy without being asked'),
	).action((options: CommandCopyOptions) => {
		choose(async (shell) => {
			const {copyCommand} = await import('./copy.ts');
			return copyCommand(options, shell);
		});
	});
}

function addRunCommands(
	program: Command,
	version: string,
	choose: ProgramSetting['choose'],
): void {
	program
		.command('resume')
		.argument('[run]', 'id of the run; left out, the last one')
		.description('go on with a run that was stopped or broken off')
		.addOption(maxErrors())
		.option('--yes', 'go on without being asked')
		.option('--json', 'print one JSON object a line')
		.action((run: string | undefined, options: ResumeOptions) => {
			choose(async (shell) => {
				const {resumeCommand} = await import('./resume.ts');
				return resumeCommand(run, options, shell);
			});
		});
	program
		.command('verify')
		.argument('[run]', 'id of the run; left out, the last one')
		.description('see whether everything is still as a run left it')
		.option('--out <file>', 'write a line for each thing: =, -, + or !')
		.option('--json', 'print one JSON object a line')
		.action(
			(
				run: string | undefined,
				options: PrintOptions & {readonly out?: string},
			) => {
				choose(async (shell) => {
					const {verifyCommand} = await import('./verify.ts');
					return verifyCommand(run, options, shell);
				});
			},
		);
	addUndo(program, choose);
	addInvite(program, choose);
	addFollowUp(program, choose);
	program
		.command('report')
		.argument('[run]', 'id of the run; left out, the last one')
		.description('show what became of everything in a run')
		.addOption(
			new Option('--format <format>')
				.choices(['text', 'json', 'csv', 'md', 'html'])
				.default('text'),
		)
		.option('--out <folder>', 'write files there instead of printing')
		.action(
			(
				run: string | undefined,
				options: {readonly format: ReportFormat; readonly out?: string},
			) => {
				choose(async (shell) => {
					const {reportCommand} = await import('./runs.ts');
					return reportCommand(run, options, shell);
				});
			},
		);
	program
		.command('support')
		.argument('[run]', 'id of the run; left out, the last one')
		.description(
			'put what helps others to help into a folder: no names, no emails',
		)
		.option('--out <folder>', 'where to put it', '.')
		.action((run: string | undefined, options: {readonly out: string}) => {
			choose(async (shell) => {
				const {supportCommand} = await import('./support.ts');
				return supportCommand(run, {...options, version}, shell);
			});
		});
	program
		.command('runs')
		.description('list earlier runs, newest first')
		.option('--json', 'print one JSON object a line')
		.action((options: PrintOptions) => {
			choose(async (shell) => {
				const {runsCommand} = await import('./runs.ts');
				return runsCommand(options, shell);
			});
		});
}

function addSites(program: Command, choose: ProgramSetting['choose']): void {
	const sites = program
		.command('sites')
		.description('save, list, test and forget sites');
	sites
		.command('list', {isDefault: true})
		.description('list the saved sites, and where their tokens are')
		.option('--json', 'print one JSON object a line')
		.action((options: PrintOptions) => {
			choose(async (shell) => {
				const {listSitesCommand} = await import('./sites.ts');
				return listSitesCommand(options, shell);
			});
		});
	sites
		.command('add')
		.argument('[site]', 'such as acme, or acme.atlassian.net')
		.description('reach a site and save it')
		.option('--name <name>', 'what to call it; left out, its own title')
		.option('--email <email>', 'of your Atlassian account there')
		.option('--token-stdin', 'read the API token from standard input')
		.option('--no-keychain', 'do not keep the token')
		.option('--json', 'print one JSON object a line')
		.action((site: string | undefined, options: AddOptions) => {
			choose(async (shell) => {
				const {addSiteCommand} = await import('./add-site.ts');
				return addSiteCommand(site, options, shell);
			});
		});
	sites
		.command('remove')
		.argument('<site>', 'the name of a saved site, or its address')
		.description('forget a site and its token')
		.option('--json', 'print one JSON object a line')
		.action((site: string, options: PrintOptions) => {
			choose(async (shell) => {
				const {removeSiteCommand} = await import('./sites.ts');
				return removeSiteCommand(site, options, shell);
			});
		});
	sites
		.command('test')
		.argument('[site]', 'a saved site; left out, all of them')
		.description('tell what a copy would lack on a site')
		.addOption(
			new Option('--as <side>', 'what it is to be')
				.choices(['source', 'destination'])
				.default('source'),
		)
		.option('--json', 'print one JSON object a line')
		.action((site: string | undefined, options: TestOptions) => {
			choose(async (shell) => {
				const {testSitesCommand} = await import('./test-sites.ts');
				return testSitesCommand(site, options, shell);
			});
		});
}

function addUndo(program: Command, choose: ProgramSetting['choose']): void {
	program
		.command('undo')
		.argument('[run]', 'id of the run; left out, the last one')
		.description('take back what a run made and nobody uses since')
		.option('--yes', 'undo without being asked')
		.option('--json', 'print one JSON object a line')
		.action(
			(run: string | undefined, options: PrintOptions & {yes?: boolean}) => {
				choose(async (shell) => {
					const {undoCommand} = await import('./undo.ts');
					return undoCommand(run, options, shell);
				});
			},
		);
}

function addInvite(program: Command, choose: ProgramSetting['choose']): void {
	program
		.command('invite')
		.argument('[run]', 'id of the run; left out, the last one')
		.description('mail an invitation to customers that a run created')
		.option('--to-project <key>', 'destination project to invite everyone to')
		.option('--organization <name>', 'members of this organization only')
		.option('--domain <domain>', 'customers of this email domain only')
		.option('--yes', 'invite without being asked')
		.option('--json', 'print one JSON object a line')
		.action((run: string | undefined, options: InviteOptions) => {
			choose(async (shell) => {
				const {inviteCommand} = await import('./invite.ts');
				return inviteCommand(run, options, shell);
			});
		});
}

function addFollowUp(program: Command, choose: ProgramSetting['choose']): void {
	program
		.command('follow-up')
		.argument('[run]', 'id of the run; left out, the last one')
		.description('help those whose account type differs, and list what is left')
		.option('--tick <numbers>', 'tick off these numbers of the list', toNumbers)
		.option('--untick <numbers>', 'take ticks back', toNumbers)
		.option('--yes', 'follow up without being asked')
		.option('--json', 'print one JSON object a line')
		.action((run: string | undefined, options: FollowUpOptions) => {
			choose(async (shell) => {
				const {followUpCommand} = await import('./follow-up.ts');
				return followUpCommand(run, options, shell);
			});
		});
}

function addPractice(program: Command, choose: ProgramSetting['choose']): void {
	program
		.command('practice')
		.description('serve two practice sites until it is stopped')
		.option('--json', 'print one JSON object a line')
		.option('--seed <number>', 'decides all generated data', toCount)
		.option('--scenario <name>', 'which story the sites tell')
		.option('--customers <number>', 'customers of the source', toCount)
		.option('--organizations <number>', 'organizations of the source', toCount)
		.option('--requests <number>', 'requests of the source', toCount)
		.option('--latency <milliseconds>', 'added to every answer', toCount)
		.option('--burst <calls>', 'calls a second for each operation', toCount)
		.option('--faults <names>', 'faults that hit calls, with commas', toList)
		.option('--state <folder>', 'keep what changes there')
		.action(
			({
				latency,
				state,
				...options
			}: PrintOptions & {
				readonly latency?: number;
				readonly state?: string;
			}) => {
				choose(async (shell) => {
					const {practiceCommand} = await import('./practice.ts');
					return practiceCommand(
						{...options, latencyMs: latency, stateFolder: state},
						shell,
					);
				});
			},
		);
}

/** What a saved plan has settled already. */
const plannedOptions = [
	'projects',
	'customers',
	'duplicates',
	'renameAs',
	'decisions',
	'map',
	'missingAtlassian',
	'inactive',
	'activity',
	'proposed',
	'placeholder',
	'emails',
	'emailDomain',
	'limit',
];

/** The choices of a copy, the same for every command that plans one. */
function addCopyOptions(command: Command): Command {
	const choices = defaultChoices;
	return command
		.option('--from <site>', 'source: an address, or the name of a saved site')
		.option('--to <site>', 'destination, likewise')
		.option('--projects <keys>', 'service projects with commas, or all')
		.addOption(
			new Option('--customers <scope>', 'which customers')
				.choices(['related', 'all'])
				.default(choices.customers),
		)
		.addOption(
			new Option('--duplicates <answer>', 'for organizations that collide')
				.choices(['stop', 'rename', 'merge', 'skip'])
				.default(choices.duplicates),
		)
		.option('--rename-as <pattern>', 'for new names', choices.renameAs)
		.option('--decisions <file.csv>', 'decisions about organizations')
		.option('--map <source=destination>', 'project counterparts', collect, [])
		.addOption(
			new Option(
				'--missing-atlassian <answer>',
				'for Atlassian accounts the destination lacks',
			)
				.choices(['attention', 'create'])
				.default(choices.missingAtlassian),
		)
		.addOption(
			new Option('--inactive <answer>', 'for inactive customers')
				.choices(['copy', 'skip'])
				.default(choices.inactive),
		)
		.addOption(
			new Option('--activity <answer>', 'requests already on the destination')
				.choices(['leave', 'link'])
				.default(choices.activity),
		)
		.addOption(
			new Option(
				'--proposed <answer>',
				'pairs of requests and fields that are not certain',
			)
				.choices(['list', 'link'])
				.default(choices.proposed),
		)
		.option(
			'--placeholder <account>',
			'id or email of an account that an import put in requests',
			collect,
			[],
		)
		.option(
			'--emails <file.csv>',
			'emails by account_id, for hidden or changed ones',
		)
		.option('--email-domain <old=new>', 'a changed email domain', collect, [])
		.option('--max-rate <calls>', 'calls a second to each site', toPositive)
		.option('--limit <customers>', 'a pilot of at most so many', toPositive)
		.option('--json', 'print one JSON object a line');
}

function maxErrors(): Option {
	return new Option(
		'--max-errors <calls>',
		'break off when so many calls in a row fail alike',
	)
		.argParser(toPositive)
		.default(usualMaxErrors);
}

function collect(value: string, earlier: readonly string[]): readonly string[] {
	return [...earlier, value];
}

function toList(value: string): readonly string[] {
	return value.split(',').map((name) => name.trim());
}

function toNumbers(value: string): readonly number[] {
	return toList(value).map((number) => toPositive(number));
}

function toCount(value: string): number {
	if (!/^\d{1,9}$/v.test(value)) {
		throw new InvalidArgumentError('It has to be a whole number.');
	}

	return Number(value);
}

function toPositive(value: string): number {
	const count = toCount(value);

	if (count === 0) {
		throw new InvalidArgumentError('It has to be at least 1.');
	}

	return count;
}
