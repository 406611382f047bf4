import {expect, test} from 'vitest';
import {
	destinationAccount,
	project,
	sourceAccount,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {type UiApp, startUiApp, usualSize} from '../helpers/ui-app.ts';
import {walkUi} from '../helpers/ui-journey.ts';
import {createUiServices} from '../helpers/ui-services.ts';

const ada = sourceAccount('ada', {email: 'ada@old.example'});
const ben = sourceAccount('ben', {email: 'ben@old.example'});
const hidden = sourceAccount('hilda', {type: 'atlassian', email: undefined});

async function startWithEmails() {
	const world = createSites({
		source: {
			projects: [project('IT')],
			accounts: [ada, ben, hidden],
			organizations: [
				sourceOrganization('Acme', {
					members: [ada, ben, hidden],
					projects: ['IT'],
				}),
			],
		},
		destination: {
			projects: [project('IT')],
			accounts: [
				destinationAccount('ada', {email: 'ada@new.example'}),
				destinationAccount('someone', {
					type: 'atlassian',
					email: 'hilda@new.example',
				}),
			],
		},
	});
	const services = createUiServices({}, world);
	const app = await startUiApp(usualSize, services);
	await walkUi(app, 'plan');
	return {app, services};
}

function fateOf(app: UiApp, id: string): string | undefined {
	return app.session
		.getSnapshot()
		.plan?.customers.find((customer) => customer.id === id)?.fate;
}

test('a domain is changed on the plan, planned anew at once, kept, and taken back', async () => {
	const {app, services} = await startWithEmails();
	await app.press('right', 'right', 'right');
	await app.waitFor('Email domain');
	expect(fateOf(app, ada.id)).toBe('create');

	await app.press('e');
	await app.waitFor('@old.example, 2 customers');
	await app.press('nonsense', 'enter');
	await app.waitFor('Type a domain');
	await app.press('ctrl+u', '@New.example');
	await app.waitFor('ada@old.example becomes ada@new.example.');
	await app.press('enter');
	await app.waitFor('new.example');
	expect(fateOf(app, ada.id)).toBe('link');
	expect(services.kept).toEqual(['chose {"old.example":"new.example"}']);

	await app.press('u');
	expect(fateOf(app, ada.id)).toBe('create');
	await app.press('u');
	await app.waitFor('This domain was not changed.');
	app.close();
});

test('a hidden email is given on the row of its customer', async () => {
	const {app} = await startWithEmails();
	await app.press('right');
	await app.waitFor('hidden');
	expect(fateOf(app, hidden.id)).toBe('attention');
	await app.press('/', 'hidden', 'enter', 'e');
	await app.waitFor('The email is hidden on');
	await app.press('ben@old.example');
	await app.waitFor('has this email too');
	await app.press('ctrl+u', 'hilda@new.example', 'enter');
	await app.waitFor('Nothing matches the filter.');
	expect(fateOf(app, hidden.id)).toBe('link');
	app.close();
});

test('Back leaves typing without a change', async () => {
	const {app, services} = await startWithEmails();
	await app.press('right', 'right', 'right', 'e', 'new.example', 'escape');
	await app.waitFor('Email domain');
	expect(app.session.getSnapshot().choices.emailDomains).toEqual({});
	expect(services.kept).toEqual([]);
	app.close();
});

test('what becomes of missing Atlassian accounts is changed later without another scan', async () => {
	const {app} = await startWithEmails();
	const before = app.session.getSnapshot().scan.attempt;
	await app.press('escape', 'escape');
	await app.waitFor('Which customers?');
	await app.press('m', 'enter');
	await app.waitFor('see the plan');
	const {scan, plan} = app.session.getSnapshot();
	expect(scan.attempt).toBe(before);
	expect(plan?.choices.missingAtlassian).toBe('create');
	app.close();
});

test('what to do about a hidden email is said in keys, on the plan and after the run', async () => {
	const {app} = await startWithEmails();
	await app.press('right', '/', 'hilda', 'enter', 'enter');
	await app.waitFor('Press e and type the email');
	expect(app.lines().join('\n')).not.toMatch(/--\p{Letter}/v);
	await app.press('escape', 'escape', 'left');
	await app.waitFor('[summary]');
	await app.press('enter');
	await app.waitFor('Confirm › into');
	await app.press('New', 'enter');
	await app.waitFor('Copied ›');
	await app.press('enter');
	await app.waitFor('[summary]');
	await app.press('n');
	await app.waitFor('Copy again, and on the plan press e');
	expect(app.lines().join('\n')).not.toMatch(/--\p{Letter}/v);
	app.close();
});
