import {expect, test} from 'vitest';
import {sharedText} from '../../source/ui/present/shared-requests.ts';
import {startUiApp, usualSize} from '../helpers/ui-app.ts';
import {walkUi} from '../helpers/ui-journey.ts';
import {createUiServices} from '../helpers/ui-services.ts';

test('what is seen is said with its numbers, as far as they are known', () => {
	const one = {project: 'SUP', requests: 41};
	const text = (shared: Parameters<typeof sharedText>[2]) =>
		sharedText('Acme Inc.', ['SUP', 'IT'], shared);
	expect(text([one, {project: 'IT', requests: 0}])).toBe(
		'the 41 requests shared with Acme Inc. in SUP',
	);
	expect(text([{project: 'IT', requests: 3}, one])).toBe(
		'the 44 requests shared with Acme Inc. (41 in SUP, 3 in IT)',
	);
	expect(text([])).toBe(
		'what is shared with Acme Inc. in SUP and IT (no request yet)',
	);
	expect(text('counting')).toBe(
		'the requests shared with Acme Inc. in SUP and IT (counting…)',
	);
	expect(text('unknown')).toBe(
		'the requests shared with Acme Inc. in SUP and IT',
	);
	expect(sharedText('Acme', [], 'counting')).toBe(
		'the requests shared with Acme',
	);
});

test('requests are counted once for each organization, while its conflict is on screen', async () => {
	const asked: string[] = [];
	const services = createUiServices({
		async countShared(organization, projects) {
			asked.push(organization);
			return projects.map((key) => ({project: key, requests: 41}));
		},
	});
	const app = await startUiApp(usualSize, services);
	await walkUi(app, 'conflicts');
	await app.waitFor('shared     41 in IT');
	await app.press('enter', 'down');
	await app.waitFor('41 requests');
	await app.press('escape', 'down');
	await app.waitFor('❯ ? Bolt');
	await app.press('up');
	await app.waitFor('❯ ? Acme');
	expect(asked).toHaveLength(new Set(asked).size);
	expect(asked).toHaveLength(2);
	app.close();
});

test('deciding goes on while nothing is counted yet, and where it can’t be', async () => {
	const {promise, reject} = Promise.withResolvers<undefined>();
	const services = createUiServices({countShared: async () => promise});
	const app = await startUiApp(usualSize, services);
	await walkUi(app, 'conflicts');
	await app.waitFor('shared     counting…');
	await app.press('enter', 'down', 'enter');
	await app.waitFor('1 of 3 settled');
	reject(new Error('not allowed'));
	await app.press('up');
	await app.waitFor('✓ merged');
	expect(app.lines().join('\n')).not.toContain('not allowed');
	app.close();
});
