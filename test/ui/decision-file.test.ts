import {expect, test} from 'vitest';
import {type DecisionFileReading} from '../../source/ui/services.ts';
import {type UiApp, startUiApp, usualSize} from '../helpers/ui-app.ts';
import {walkUi} from '../helpers/ui-journey.ts';
import {createUiServices} from '../helpers/ui-services.ts';
import {createUiWorld} from '../helpers/ui-world.ts';

async function openFile(
	reading: (app: UiApp | undefined) => DecisionFileReading,
	size = usualSize,
) {
	const world = createUiWorld();
	const opened: {app?: UiApp} = {};
	const services = createUiServices(
		{
			decisionFile: {
				find: () => ({
					place: '/home/decisions/1.csv',
					changedAt: new Date(),
					editor: 'vi',
				}),
				write: async () => undefined,
				edit: async () => undefined,
				read: () => reading(opened.app),
			},
		},
		world,
	);
	const app = await startUiApp(size, services);
	opened.app = app;
	await walkUi(app, 'conflicts');
	await app.press('e');
	await app.waitFor('Read back');
	await app.press('end', 'enter');
	return {app, services, world};
}

function idOf(app: UiApp | undefined, name: string): string {
	return app!.session
		.getSnapshot()
		.plan!.organizations.find((one) => one.name === name)!.id;
}

test('wrong lines are all told by number, and nothing is taken over', async () => {
	const wrong = Array.from({length: 30}, (_, index) => ({
		line: index + 2,
		problem: `the decision "x${index}" is none of rename, merge, map, skip`,
	}));
	const {app, services} = await openFile(
		() => ({decisions: {1: {type: 'skip'}}, wrong}),
		{columns: 40, rows: 12},
	);
	await app.waitFor('30 lines are');
	expect(app.session.getSnapshot().conflicts.decisions).toEqual({});
	expect(services.kept).toEqual([]);
	await app.press('end');
	await app.waitFor('line 31');
	await app.press('enter');
	await app.waitFor('❯ Edit');
	app.close();
});

test('right lines become decisions, kept at once and taken back as one answer', async () => {
	const {app, services} = await openFile((one) => ({
		decisions: {
			[idOf(one, 'Acme')]: {type: 'skip'},
			[idOf(one, 'Bolt')]: {type: 'rename', name: 'Bolt two'},
		},
		wrong: [],
	}));
	await app.waitFor('2 answers taken over');
	await app.waitFor('2 of 3 settled');
	expect(services.kept.at(-1)).toMatch(/^decided .+, .+/v);
	await app.press('u');
	await app.waitFor('0 of 3 settled');
	app.close();
});

test('what an organization is mapped onto is read before it counts', async () => {
	const {app} = await openFile((one) => ({
		decisions: {
			[idOf(one, 'Acme')]: {
				type: 'map',
				destinationId: facilities(one!),
			},
		},
		wrong: [],
	}));
	await app.waitFor('1 of 3 settled');
	const {plan} = app.session.getSnapshot();
	expect(
		plan?.organizations.find(({name}) => name === 'Acme')?.destination?.name,
	).toBe('Facilities');
	app.close();
});

test('a file that says nothing new changes nothing', async () => {
	const {app, services} = await openFile(() => ({decisions: {}, wrong: []}));
	await app.waitFor('It says nothing new');
	expect(services.kept).toEqual([]);
	app.close();
});

function facilities({session}: UiApp): string {
	const {stage} = session.getSnapshot().scan;
	const organizations =
		stage.type === 'finished' ? stage.prepared.destination.organizations : [];
	return organizations.find(({name}) => name === 'Facilities')!.id;
}
