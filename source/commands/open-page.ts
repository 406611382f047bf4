import {type Shell} from './shell.ts';

/**
Shows a page in the browser of whoever sits here.

@returns False where there is none, such as over SSH.
*/
export async function wasPageOpened(
	page: string,
	{environment}: Pick<Shell, 'environment'>,
	system: NodeJS.Platform,
): Promise<boolean> {
	if (!/^https?:\/\//v.test(page) || !hasBrowser(environment, system)) {
		return false;
	}

	try {
		const {default: open} = await import('open');
		await open(page);
		return true;
	} catch {
		return false;
	}
}

/** Elsewhere than on Linux there always is a desktop; over SSH it would be that of another. */
export function hasBrowser(
	{
		SSH_CONNECTION: ssh = '',
		DISPLAY: display = '',
		WAYLAND_DISPLAY: wayland = '',
		WSL_DISTRO_NAME: windows = '',
	}: Shell['environment'],
	system: NodeJS.Platform,
): boolean {
	return (
		ssh === '' &&
		(system !== 'linux' || display !== '' || wayland !== '' || windows !== '')
	);
}
