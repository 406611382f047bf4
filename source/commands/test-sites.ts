import {type Side} from '../migration/events.ts';
import {neutralise} from '../text/neutralise.ts';
import {type SiteCheck} from '../ui/services.ts';
import {type ExitCode, exitCodes} from './command-error.ts';
import {explainError} from './explain-error.ts';
import {findLogin} from './logins.ts';
import {printObject} from './print-object.ts';
import {reachSite} from './reach-site.ts';
import {type Shell} from './shell.ts';
import {siteChecks} from './site-checks.ts';
import {type PrintOptions, withWorkplace} from './with-sites.ts';
import {type Workplace} from './workplace.ts';

export type TestOptions = PrintOptions & {
	/** What the site is to be. */
	readonly as: Side;
};

/** `jsm-ferry sites test`: reaches one saved site, or all, and tells what a copy would lack there. */
export async function testSitesCommand(
	name: string | undefined,
	options: TestOptions,
	shell: Shell,
): Promise<ExitCode> {
	return withWorkplace(shell, async (workplace) => {
		const {sites} = workplace.settings.read();
		const chosen = name === undefined ? sites.map((site) => site.name) : [name];
		let worst: ExitCode = exitCodes.done;

		for (const one of chosen) {
			const code = await testSite(one, options, workplace, shell);
			worst = worst === exitCodes.done ? code : worst;
		}

		if (chosen.length === 0) {
			shell.err('No sites yet. Save one with jsm-ferry sites add.\n');
		}

		return worst;
	});
}

async function testSite(
	name: string,
	{as, json}: TestOptions,
	{settings}: Workplace,
	shell: Shell,
): Promise<ExitCode> {
	try {
		const login = await findLogin(as, name, settings.read().sites, shell);
		const {site, login: person, rights} = await reachSite(login, as, shell);
		const checks = siteChecks(as, site, person, rights);
		const isOk = checks.every(({state}) => state !== 'missing');

		if (json === true) {
			const {url} = site;
			printObject({type: 'site-tested', name, url, as, isOk, checks}, shell);
		} else {
			const lines = checks.map((check) => checkLine(check));
			shell.out([`${neutralise(name)}, as ${as}`, ...lines, ''].join('\n'));
		}

		return isOk ? exitCodes.done : refusalCode(as);
	} catch (error) {
		const explained = explainError(error);

		if (explained === undefined || explained.exitCode === exitCodes.stopped) {
			throw error;
		}

		const {problem, nextStep, exitCode} = explained;
		shell.err(`${neutralise(problem)}\n${neutralise(nextStep)}\n`);
		return exitCode;
	}
}

function refusalCode(side: Side): ExitCode {
	return side === 'source'
		? exitCodes.sourceRefused
		: exitCodes.destinationRefused;
}

function checkLine({label, state, detail}: SiteCheck): string {
	const sign = {ok: '✓', missing: '✗', advice: '!'}[state];
	const words = detail === '' ? '' : `: ${neutralise(detail)}`;
	return `  ${sign} ${label}${words}`;
}
