import {
	type PracticeOptions,
	type PracticeSite,
	startPracticeSites,
} from '../practice/practice-sites.ts';
import {type ExitCode, exitCodes} from './command-error.ts';
import {type Shell} from './shell.ts';
import {type PrintOptions} from './with-sites.ts';

/** `jsm-ferry practice`: serves two practice sites until it is stopped. */
export async function practiceCommand(
	{json, ...options}: PracticeOptions & PrintOptions,
	shell: Shell,
): Promise<ExitCode> {
	const sites = await startPracticeSites(options);
	const {source, destination} = sites;

	if (json === true) {
		printJson(
			{
				type: 'practice-ready',
				source: loginOf(source),
				destination: loginOf(destination),
			},
			shell,
		);
	} else {
		shell.out(`${readyText(source, destination).join('\n')}\n`);
	}

	await new Promise<void>((resolve) => {
		shell.signal.addEventListener('abort', () => {
			resolve();
		});
	});
	const stopped = {
		type: 'practice-stopped',
		source: callsOf(source),
		destination: callsOf(destination),
	};
	await sites.stop();

	if (json === true) {
		printJson(stopped, shell);
	}

	return exitCodes.done;
}

function printJson(event: Record<string, unknown>, shell: Shell): void {
	const at = shell.clock.now().toISOString();
	shell.out(`${JSON.stringify({...event, at})}\n`);
}

function loginOf({url, email, token}: PracticeSite) {
	return {url, email, token};
}

/** What a test may want to know of a site that is gone. */
function callsOf(site: PracticeSite) {
	const {reads, writes, throttled} = site.calls();
	return {reads, writes, throttled, mails: site.outbox().length};
}

function readyText(
	source: PracticeSite,
	destination: PracticeSite,
): readonly string[] {
	return [
		'Two practice sites are ready; nothing real is touched. Ctrl-C stops them.',
		'',
		`  source       ${source.url}`,
		`  destination  ${destination.url}`,
		'',
		'To copy between them, in another terminal:',
		'',
		`  export JSM_FERRY_FROM_EMAIL=${source.email} JSM_FERRY_FROM_TOKEN=${source.token}`,
		`  export JSM_FERRY_TO_EMAIL=${destination.email} JSM_FERRY_TO_TOKEN=${destination.token}`,
		`  jsm-ferry copy --from ${source.url} --to ${destination.url} --projects all`,
		'',
		'What they were asked and what they would have mailed:',
		'',
		`  ${source.url}/_practice/calls       ${destination.url}/_practice/calls`,
		`  ${destination.url}/_practice/outbox`,
	];
}
