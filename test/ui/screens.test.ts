import {expect, test, vi} from 'vitest';
import {startUiApp, usualSize} from '../helpers/ui-app.ts';
import {uiStations, walkUi} from '../helpers/ui-journey.ts';
import {screensAt} from '../helpers/ui-screens.ts';

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
		const screens = await screensAt(app, sizes);
		app.close();
		await expect(screens).toMatchFileSnapshot(
			`screens/${station.replace(' ', '-')}.txt`,
		);
	},
);
