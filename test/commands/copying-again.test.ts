import {rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test, vi} from 'vitest';
import {type Desk, type Finished, atDesk} from '../helpers/command-desk.ts';
import {pictureOf} from '../helpers/destination-picture.ts';

// Each test copies twice between two servers.
vi.setConfig({testTimeout: 60_000});

const choices = ['--projects', 'IT', '--duplicates', 'rename', '--yes'];

async function copy({run, sites}: Desk): Promise<Finished> {
	const finished = await run(['copy', ...sites, ...choices]);
	expect(finished.exitCode).toBe(0);
	return finished;
}

/** Forgets everything, as another machine does. */
function loseLedger({home}: Desk): void {
	for (const end of ['', '-wal', '-shm']) {
		rmSync(path.join(home, `ledger.sqlite${end}`), {force: true});
	}
}

test('R13: a second copy writes nothing, and says so', async () => {
	await atDesk({scenario: 'first-steps'}, async (desk) => {
		await copy(desk);
		const before = pictureOf(desk.destination);
		desk.destination.resetCalls();
		const {out} = await copy(desk);
		expect(out).toContain('0 writes');
		expect(out).not.toContain('No earlier copy');
		expect(desk.destination.calls().writes).toBe(0);
		expect(pictureOf(desk.destination)).toEqual(before);
	});
});

test('R13: with the ledger lost, the sites alone lead to the same result, and it is said', async () => {
	await atDesk({scenario: 'first-steps'}, async (desk) => {
		await copy(desk);
		const before = pictureOf(desk.destination);
		loseLedger(desk);
		const runs = await desk.run(['runs']);
		expect(runs.out).toContain('No runs yet.');
		desk.destination.resetCalls();
		const {out} = await copy(desk);
		expect(out).toContain(
			'No earlier copy between these sites is known on this machine',
		);
		expect(desk.destination.calls().writes).toBe(0);
		expect(pictureOf(desk.destination)).toEqual(before);
	});
});

test('R13: with the ledger lost, a renamed organization that changed since is asked about, and made only once', async () => {
	await atDesk({scenario: 'first-steps'}, async (desk) => {
		const {source, destination, home, run, sites} = desk;
		await copy(desk);
		loseLedger(desk);
		const [acme] = source.world.organizations.named('Acme Inc.', 'exact');
		const [bill] = source.world.people.withEmail('bill@initech.example');
		source.someoneElse.addMembers(acme!.facts.id, [bill!.accountId]);
		const before = pictureOf(destination);
		const asked = await run(['copy', ...sites, ...choices]);
		expect(asked.exitCode).toBe(3);
		expect(asked.out).toContain('perhaps an earlier copy');
		expect(pictureOf(destination)).toEqual(before);

		const [copied] = destination.world.organizations.named(
			'Acme Inc. (Northwind)',
			'exact',
		);
		const file = path.join(home, 'decisions.csv');
		writeFileSync(
			file,
			`kind,source_id,name,decision,new_name,destination_id\norganization,${acme!.facts.id},Acme Inc.,map,,${copied!.facts.id}\n`,
		);
		const args = ['copy', ...sites, ...choices, '--decisions', file];
		const decided = await run(args);
		expect(decided.exitCode).toBe(0);
		expect(copied!.members.size).toBe(3);
		expect(pictureOf(destination).organizations).toHaveLength(
			before.organizations.length,
		);
	});
});

test('R13: what left the source is told, and stays where it is', async () => {
	await atDesk({scenario: 'first-steps'}, async (desk) => {
		const {source, destination, run} = desk;
		await copy(desk);
		const before = pictureOf(destination);
		const {organizations, people} = source.world;
		const person = (email: string) => people.withEmail(email)[0]!.accountId;
		const organization = (name: string) =>
			organizations.named(name, 'exact')[0]!.facts.id;
		source.someoneElse.deletePerson(person('milton@initech.example'));
		source.someoneElse.removeMembers(organization('Initech'), [
			person('bill@initech.example'),
		]);
		source.someoneElse.deleteOrganization(organization('Globex'));

		const {out} = await copy(desk);
		expect(out).toContain(
			'Left Northwind since an earlier copy, and stay on Contoso: 1 customer, 1 organization, 1 membership.',
		);
		expect(out).toContain('customer milton@initech.example');
		expect(out).toContain('organization Globex');
		expect(out).toContain('member bill@initech.example of Initech');
		expect(pictureOf(destination)).toEqual(before);

		const {events} = await run([
			'plan',
			...desk.sites,
			'--projects',
			'IT',
			'--json',
		]);
		expect(events.at(-1)).toMatchObject({
			type: 'planned',
			leftSource: {
				customers: [{email: 'milton@initech.example'}],
				organizations: [{name: 'Globex'}],
				memberships: [{name: 'Initech', email: 'bill@initech.example'}],
			},
		});
		const report = await run(['report']);
		expect(report.out).toContain('Left Northwind since an earlier copy');
	});
});

test('R13: whoever is inactive by now has not left', async () => {
	await atDesk({scenario: 'first-steps'}, async (desk) => {
		const {source} = desk;
		await copy(desk);
		// The list of all accounts leaves him out; asked for by id, he is there.
		source.setHabits({revokedListed: false});
		const [bill] = source.world.people.withEmail('bill@initech.example');
		source.someoneElse.changePerson(bill!.accountId, {isActive: false});
		const {out} = await copy(desk);
		expect(out).not.toContain('Left Northwind');
	});
});

test('R13: decisions from a file are remembered, and not asked again', async () => {
	await atDesk({scenario: 'first-steps'}, async (desk) => {
		const {source, home, run, sites} = desk;
		const [acme] = source.world.organizations.named('Acme Inc.', 'exact');
		const file = path.join(home, 'decisions.csv');
		writeFileSync(
			file,
			`kind,source_id,name,decision,new_name,destination_id\norganization,${acme!.facts.id},Acme Inc.,skip,,\n`,
		);
		const args = ['copy', ...sites, '--projects', 'IT', '--yes'];
		const asked = await run(args);
		expect(asked.exitCode).toBe(3);
		const decided = await run([...args, '--decisions', file]);
		expect(decided.exitCode).toBe(0);
		const again = await run(args);
		expect(again.exitCode).toBe(0);
		expect(again.out).toContain('Duplicate “Acme Inc.”: skip');
	});
});
