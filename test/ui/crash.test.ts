// eslint-disable-next-line n/prefer-global/console
import nodeConsole from 'node:console';
import {PassThrough} from 'node:stream';
import {type WriteStream} from 'node:tty';
import {expect, onTestFinished, test, vi} from 'vitest';
import {type AppServices, type SavedSite} from '../../source/ui/services.ts';
import {runApp} from '../../source/ui/run-app.tsx';
import {createUiClock} from '../helpers/ui-clock.ts';
import {createUiServices} from '../helpers/ui-services.ts';

/** A terminal of 80 columns that keeps what is written, and notes whether keys come one by one. */
function createTerminal() {
	const stdout = Object.assign(new PassThrough({encoding: 'utf8'}), {
		columns: 80,
		rows: 24,
	});
	Object.defineProperty(stdout, 'isTTY', {value: true});
	let isRaw = false;
	const stdin = Object.assign(new PassThrough(), {
		setRawMode(isWanted: boolean) {
			isRaw = isWanted;
		},
	});
	return {
		stdin,
		stdout: stdout as unknown as WriteStream,
		isRaw: () => isRaw,
		written: () => String(stdout.read()),
	};
}

async function run(
	overrides: Partial<AppServices>,
	terminal: ReturnType<typeof createTerminal>,
	keys: string,
) {
	// Ink patches the console of Node, which Vitest has put another one before.
	vi.stubGlobal('console', nodeConsole);
	onTestFinished(() => {
		vi.unstubAllGlobals();
	});
	terminal.stdin.write(keys);
	return runApp({
		services: createUiServices(overrides),
		clock: createUiClock(),
		stdin: terminal.stdin,
		stdout: terminal.stdout,
		stderr: terminal.stdout,
		terminal: {hasColor: false, hasUnicode: true},
		window: {hasTitle: true, hasProgress: false},
	});
}

test('a screen that throws leaves the terminal as it was, and the crash to be reported', async () => {
	const terminal = createTerminal();
	const broken = {
		get name(): string {
			throw new Error('No such name.');
		},
	} as unknown as SavedSite;
	const {exitCode, lastWords, crash} = await run(
		{savedSites: () => [broken]},
		terminal,
		'\r',
	);
	expect(exitCode).toBe(1);
	expect(crash).toMatchObject({message: 'No such name.'});
	expect(lastWords).toEqual(['Nothing was written.']);
	const written = terminal.written();
	expect(written.lastIndexOf('\u{1B}[?1049l')).toBeGreaterThan(
		written.lastIndexOf('\u{1B}[?1049h'),
	);
	expect(written.lastIndexOf('\u{1B}[?25h')).toBeGreaterThan(
		written.lastIndexOf('\u{1B}[?25l'),
	);
	expect(written).toContain('\u{1B}]2;\u{7}');
	expect(terminal.isRaw()).toBe(false);
});
