import {expect, test, vi} from 'vitest';
import {type UiApp, startUiApp, usualSize} from '../helpers/ui-app.ts';
import {uiStations, walkUi} from '../helpers/ui-journey.ts';

const sizes = [
	{columns: 40, rows: 12},
	{columns: 80, rows: 24},
	{columns: 120, rows: 30},
] as const;

test.each(uiStations)(
	'%s looks as it should, on narrow, usual and wide screens',
	async (station) => {
		const app = await startUiApp(usualSize);
		await walkUi(app, station);
		await vi.waitFor(() => {
			expect(app.lines().join('\n')).not.toContain('counting…');
		});
		const screens: string[] = [];

		for (const size of sizes) {
			screens.push(
				`${size.columns} x ${size.rows}`,
				await screenAt(app, size),
				'',
			);
		}

		app.close();
		await expect(screens.join('\n')).toMatchFileSnapshot(
			`screens/${station.replace(' ', '-')}.txt`,
		);
	},
);

async function screenAt(
	app: UiApp,
	size: (typeof sizes)[number],
): Promise<string> {
	app.resize(size);
	await vi.waitFor(() => {
		expect(app.lines()).toHaveLength(size.rows);
		expect(app.lines()[1]).toBe('─'.repeat(size.columns));
	});
	return app.lines().join('\n');
}
