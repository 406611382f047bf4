import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {CommandError} from './command-error.ts';
import {type Shell} from './shell.ts';

type Environment = Shell['environment'];

/** The editor that the environment names: `$VISUAL`, else `$EDITOR`. It may have arguments, as in `code --wait`. */
export function editorOf({
	VISUAL: visual,
	EDITOR: editor,
}: Environment): string | undefined {
	return [visual, editor].find(
		(command) => command !== undefined && command.trim() !== '',
	);
}

/**
Opens a file in the editor, which has the terminal until it ends.

@throws CommandError where there is none, or it ends with an error.
*/
export async function openEditor(
	file: string,
	environment: Environment,
	signal: AbortSignal,
): Promise<void> {
	const editor = editorOf(environment);

	if (editor === undefined) {
		throw new CommandError(
			'Neither VISUAL nor EDITOR names an editor.',
			`Set one of them, or open ${file} in a spreadsheet.`,
		);
	}

	const problem = await problemOf(editor, file, environment, signal);

	if (problem !== undefined) {
		throw new CommandError(
			`The editor “${editor}” ended with an error (${problem}).`,
			`Nothing was taken over. Check VISUAL or EDITOR, or open ${file} in a spreadsheet.`,
		);
	}
}

async function problemOf(
	editor: string,
	file: string,
	environment: Environment,
	signal: AbortSignal,
): Promise<string | undefined> {
	const options = {env: environment, signal, stdio: 'inherit'} as const;
	// The command goes through a shell, as Git's does, since it may have arguments and quotes. The file's name is no part of the command.
	const child =
		process.platform === 'win32'
			? spawn(`${editor} "${file}"`, {...options, shell: true})
			: spawn('sh', ['-c', `${editor} "$@"`, editor, file], options);

	try {
		const [code, signalName] = (await once(child, 'close')) as [
			number | undefined,
			string | undefined,
		];
		return code === 0 ? undefined : `${code ?? signalName ?? 'unknown'}`;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code ?? 'unknown';
	}
}
