import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test, vi} from 'vitest';
import {type PracticeSite} from '../../source/practice/practice-sites.ts';
import {type Desk, atDesk} from '../helpers/command-desk.ts';
import {modeOf} from '../store/temporary-home.ts';

// Each test copies between two servers.
vi.setConfig({testTimeout: 60_000});

/** Runs a test after a copy of the first steps. */
async function afterCopy(scene: (desk: Desk) => Promise<void>): Promise<void> {
	await atDesk({scenario: 'first-steps'}, async (desk) => {
		const choices = ['--projects', 'IT', '--duplicates', 'rename'];
		const args = ['copy', ...desk.sites, ...choices, '--yes'];
		const {exitCode} = await desk.run(args);
		expect(exitCode).toBe(0);
		await scene(desk);
	});
}

function organizationOn({world}: PracticeSite, name: string) {
	return world.organizations.named(name, 'exact')[0]!;
}

function personOn({world}: PracticeSite, email: string): string {
	return world.people.withEmail(email)[0]!.accountId;
}

test('R16: verify says that everything is as the run left it', async () => {
	await afterCopy(async ({run, source}) => {
		source.resetCalls();
		const {exitCode, out} = await run(['verify']);
		expect(out).toContain(
			'All 7 chosen customers and 3 organizations are on Contoso; 0 unexplained.',
		);
		expect(exitCode).toBe(0);
		expect(source.calls().reads).toBe(0);
	});
});

test('R16: verify writes nothing', async () => {
	await afterCopy(async ({run, destination}) => {
		destination.resetCalls();
		await run(['verify']);
		expect(destination.calls().writes).toBe(0);
	});
});

test('R16: what changed since is told plainly', async () => {
	await afterCopy(async ({run, destination}) => {
		const {someoneElse} = destination;
		const initech = organizationOn(destination, 'Initech').facts.id;
		const acme = organizationOn(destination, 'Acme Inc. (Northwind)').facts.id;
		const globex = organizationOn(destination, 'Globex').facts.id;
		someoneElse.removeMembers(initech, [
			personOn(destination, 'bill@initech.example'),
		]);
		someoneElse.addMembers(initech, [
			personOn(destination, 'jwilson@acme.example'),
		]);
		someoneElse.renameOrganization(acme, 'Acme');
		someoneElse.deletePerson(personOn(destination, 'milton@initech.example'));
		someoneElse.unlinkOrganization('IT', globex);

		const {exitCode, out} = await run(['verify']);
		expect(exitCode).toBe(4);

		for (const line of [
			'- customer milton@initech.example: Is gone.',
			'- member bill@initech.example: Is not in Initech any more.',
			'+ member jwilson@acme.example: In Initech, but not by this run.',
			'! organization Acme Inc. (Northwind): Is called “Acme” now.',
			'- link Globex: Is not linked to IT any more.',
		]) {
			expect(out).toContain(`  ${line}\n`);
		}

		expect(out).toContain('6 and 3 are on Contoso, 1 gone since;');
	});
});

test('R16: in JSON, verifying ends in numbers and a verdict', async () => {
	await afterCopy(async ({run, destination}) => {
		const initech = organizationOn(destination, 'Initech').facts.id;
		destination.someoneElse.deleteOrganization(initech);
		const {exitCode, events} = await run(['verify', '--json']);
		expect(exitCode).toBe(4);
		expect(events.map(({type}) => type)).toEqual([
			'verify-started',
			'verified',
			'verify-finished',
		]);
		expect(events.at(-1)).toMatchObject({
			exitCode: 4,
			missing: 2,
			unexpected: 0,
			different: 0,
			verdict: expect.stringContaining('1 gone since') as unknown,
		});
	});
});

test('R16: every row can be exported', async () => {
	await afterCopy(async ({run, destination, home}) => {
		const initech = organizationOn(destination, 'Initech').facts.id;
		destination.someoneElse.removeMembers(initech, [
			personOn(destination, 'bill@initech.example'),
		]);
		const file = path.join(home, 'rows.txt');
		await run(['verify', '--out', file]);
		const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
		expect(lines).toContain('= customer bill@initech.example');
		expect(lines).toContain('= member milton@initech.example: Initech');
		expect(lines).toContain('= link Initech: IT');
		expect(lines.filter((line) => !line.startsWith('='))).toEqual([
			'- member bill@initech.example: Is not in Initech any more.',
		]);
		expect(modeOf(file)).toBe('600');
	});
});

test('R16: an unfinished run is verified as far as it came', async () => {
	await atDesk({scenario: 'first-steps'}, async ({run, sites, destination}) => {
		destination.scriptFault({
			fault: 'auth-lost',
			operation: 'POST /rest/servicedeskapi/customer',
			call: 2,
		});
		const choices = ['--projects', 'IT', '--duplicates', 'rename'];
		const copied = await run(['copy', ...sites, ...choices, '--yes']);
		expect(copied.exitCode).toBe(6);
		destination.restoreAccess();

		const {exitCode, out} = await run(['verify']);
		expect(exitCode).toBe(4);
		expect(out).toMatch(
			/^Broken off: \d of 7 chosen customers and \d of 3 organizations are on Contoso; a resume goes on from there\.$/mv,
		);

		const resumed = await run(['resume', '--yes']);
		expect(resumed.exitCode).toBe(0);
		const again = await run(['verify']);
		expect(again.exitCode).toBe(0);
	});
});

test('R16: verifying without a run, or an unknown one, is refused', async () => {
	await atDesk({scenario: 'first-steps'}, async ({run}) => {
		const none = await run(['verify']);
		expect(none.exitCode).toBe(2);
		expect(none.err).toContain('no runs yet');
	});
	await afterCopy(async ({run}) => {
		const unknown = await run(['verify', 'nonsense']);
		expect(unknown.exitCode).toBe(2);
		expect(unknown.err).toContain('"nonsense"');
	});
});

test('a destination that refuses the login ends in code 6', async () => {
	await afterCopy(async ({run, destination}) => {
		destination.scriptFault({fault: 'auth-lost'});
		const refused = await run(['verify']);
		expect(refused.exitCode).toBe(6);
	});
});
