import {expect, test} from 'vitest';
import {currentKeys} from '../../source/ui/current-keys.ts';
import {keysDocument} from '../../source/ui/keys-document.ts';
import {keyEntry} from '../../source/ui/keys.ts';
import {bodySize} from '../../source/ui/size.ts';
import {routeOf} from '../../source/ui/state-facts.ts';
import {startUiApp, usualSize} from '../helpers/ui-app.ts';
import {uiStations, walkUi} from '../helpers/ui-journey.ts';

/** Places that are parts of screens. */
const parts = ['everywhere', 'lists', 'text', 'tables'] as const;

test('the documentation of the keys is up to date', async () => {
	await expect(keysDocument()).toMatchFileSnapshot('../../docs/keys.md');
});

test.each(uiStations)(
	'at %s every key is documented, means one thing, and one of them leads out',
	async (station) => {
		const app = await startUiApp();
		await walkUi(app, station);
		const state = app.session.getSnapshot();
		const keys = currentKeys(state, bodySize(usualSize)).map(({key}) => key);
		const names = keys.flatMap((key) => keyEntry(key).names);
		const places = [routeOf(state), ...parts];
		app.close();

		expect(
			keys.filter((key) =>
				places.every((one) => !keyEntry(key).places.includes(one)),
			),
		).toEqual([]);
		expect(names).toEqual([...new Set(names)]);
		expect(keys).toContain(station === 'home' ? 'quit' : 'back');
	},
);
