import {expect, vi} from 'vitest';
import {type Size} from '../../source/ui/size.ts';
import {type UiApp} from './ui-app.ts';

/** The screens of one place at several sizes, each below its size. */
export async function screensAt(
	app: UiApp,
	sizes: readonly Size[],
): Promise<string> {
	const screens: string[] = [];

	for (const size of sizes) {
		screens.push(
			`${size.columns} x ${size.rows}`,
			await screenAt(app, size),
			'',
		);
	}

	return screens.join('\n');
}

async function screenAt(app: UiApp, size: Size): Promise<string> {
	app.resize(size);
	await vi.waitFor(() => {
		expect(app.lines()).toHaveLength(size.rows);
		expect(app.lines()[1]).toBe('─'.repeat(size.columns));
	});
	return app.lines().join('\n');
}
