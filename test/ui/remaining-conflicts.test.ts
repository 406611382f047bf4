import {expect, test} from 'vitest';
import {type UiApp, startUiApp, usualSize} from '../helpers/ui-app.ts';
import {walkUi} from '../helpers/ui-journey.ts';
import {createUiServices} from '../helpers/ui-services.ts';
import {createAwkwardWorld, createRivalWorld} from '../helpers/ui-world.ts';

function decided(app: UiApp): readonly string[] {
	const {plan} = app.session.getSnapshot();
	return plan!.organizations.flatMap(({name, decision}) =>
		decision === undefined ? [] : `${decision.type} ${name}`,
	);
}

test('one answer is for those of the same name only, or for those only alike', async () => {
	const app = await startUiApp();
	await walkUi(app, 'conflicts');
	await app.press('a');
	await app.waitFor('[all 3]   same name 2   alike 1');
	await app.press('right');
	await app.waitFor('the 2 conflicts');
	await app.press('end', 'enter');
	await app.waitFor('2 of 3 settled');
	expect(decided(app)).toEqual(['skip Acme', 'skip Bolt']);

	await app.press('u', 'a', 'left');
	await app.waitFor('[alike 1]');
	await app.press('down', 'enter');
	await app.waitFor('Merge 1 organization?');
	await app.press('escape');
	await app.waitFor('[alike 1]');
	await app.press('down', 'enter', 'down', 'enter');
	await app.waitFor('1 of 3 settled');
	expect(decided(app)).toEqual(['merge Cask']);
	app.close();
});

test('the preview marks names that were shortened and names that were taken, however long they are', async () => {
	const services = createUiServices({}, createAwkwardWorld());
	const app = await startUiApp(usualSize, services);
	await walkUi(app, 'conflicts');
	await app.press('a', 'enter');
	await app.waitFor('1 shortened');
	await app.waitFor('shortened to 200');
	await app.press('ctrl+u', 'The same');
	await app.waitFor('numbered');
	await app.waitFor('The same (2)  name taken');
	app.close();
});

test('three hundred conflicts are settled by rule with three keys, and one is found again by three letters', async () => {
	const names = Array.from(
		{length: 300},
		(_, index) =>
			`${['Aspen', 'Birch', 'Cedar'][index % 3]!} ${String(index).padStart(3, '0')}`,
	);
	const services = createUiServices({}, createRivalWorld(names));
	const app = await startUiApp(usualSize, services);
	await walkUi(app, 'conflicts');
	await app.press('a', 'enter');
	await app.waitFor('1 to 16 of 300');
	await app.press('enter');
	await app.waitFor('300 of 300 settled');
	expect(decided(app)).toEqual(names.map((name) => `rename ${name}`));

	await app.press('/', '217');
	await app.waitFor('renamed to Birch 217 (Old)');
	await app.press('enter');
	await app.waitFor('u take back 300');
	await app.press('u');
	await app.waitFor('0 of 300 settled');
	app.close();
});
