import {expect, test} from 'vitest';
import {prepareFollowUp} from '../../source/commands/follow-up.ts';
import {connectFollowUp} from '../../source/jira/connect.ts';
import {type FollowUpBook} from '../../source/migration/follow-up-state.ts';
import {followUpRun} from '../../source/migration/follow-up.ts';
import {type FollowUpSite} from '../../source/migration/ports.ts';
import {type ActScene, withActs} from '../helpers/act-scene.ts';
import {createEngineClock} from '../helpers/engine-clock.ts';
import {follow} from '../helpers/engine-copy.ts';
import {createProcess, killed} from '../helpers/engine-process.ts';
import {takePicture} from '../helpers/jira-picture.ts';

const everything = {duplicates: 'rename', customers: 'all'} as const;

const patience = 120_000;

const noSignal = new AbortController().signal;

type Changes = {
	readonly site?: (site: FollowUpSite) => FollowUpSite;
	readonly book?: (book: FollowUpBook) => FollowUpBook;
};

/** Follows the last run up. */
async function followUp(
	{destination: {url, email, token}, ledger, lastRun}: ActScene,
	{site = (same) => same, book = (same) => same}: Changes = {},
) {
	const clock = createEngineClock();
	const connection = await connectFollowUp({
		url,
		email,
		token,
		clock,
		random: () => 0.5,
	});
	const run = lastRun();
	const setting = {
		site: site(connection.site),
		book: book(ledger.act(run, 'follow-up')),
		clock,
	};
	const nobody = () => undefined;

	try {
		const {plan, items} = await prepareFollowUp(
			{...setting, run, ledger},
			nobody,
			noSignal,
		);
		const summary = await follow(followUpRun(plan, setting, noSignal));
		return {plan, items, summary};
	} finally {
		connection.close();
	}
}

/** Whom the last run linked to an Atlassian account, though portal-only on the source; some of them without the Customer role. */
function takeRole({destination, lastRun}: ActScene): readonly string[] {
	const accounts = lastRun()
		.plan.customers.filter(({problem}) => problem === 'atlassian-account-there')
		.map(({destinationId = ''}) => destinationId)
		.toSorted();
	destination.world.groups.named(roleGroup)!.members.remove([accounts[0]!]);
	return accounts;
}

const roleGroup = 'jira-servicemanagement-customers-contoso';

/** Names of the destination's groups with the ids of their members. */
function groupsOf({destination}: ActScene) {
	return Object.fromEntries(
		destination.world.groups.all.map(({name, members}) => [
			name,
			members.accountIds(),
		]),
	);
}

test(
	'R5: customers who are portal-only on the source and have an Atlassian account there get a group and the Customer role',
	async () => {
		await withActs({scenario: 'mismatched'}, async (scene) => {
			await scene.copy(everything);
			const expected = takeRole(scene);
			const before = groupsOf(scene);
			expect(expected.length).toBeGreaterThan(0);

			const {plan, items, summary} = await followUp(scene);

			const groups = groupsOf(scene);
			expect(groups['jsm-ferry-2026-11-23']).toEqual(expected);
			expect(before[roleGroup]).not.toContain(expected[0]);
			expect(groups[roleGroup]).toEqual(expect.arrayContaining([...expected]));
			expect(plan.byHand).toEqual([]);
			expect(summary).toMatchObject({
				ending: 'finished',
				exitCode: 0,
				collected: expected.length,
				givenRole: 1,
				failed: 0,
			});
			expect(items.length).toBeGreaterThan(0);
			expect(scene.destination.outbox()).toEqual([]);

			// Again, there is nothing left to do, and who was served is off the list.
			const again = await followUp(scene);
			expect(again.plan.newGroup).toBeUndefined();
			expect(again.plan.toCollect).toEqual([]);
			expect(again.plan.role?.people).toEqual([]);
			expect(again.items.length).toBe(items.length - summary.givenRole);

			// What was there before comes back with the undo of the run.
			const {summary: undone} = await scene.undo();
			expect(undone).toMatchObject({exitCode: 0, unexplained: 0});
			expect(groupsOf(scene)).toEqual(before);
			expect(await takePicture(scene.destination)).toEqual(scene.before);
		});
	},
	patience,
);

test(
	'R17: a group that others have filled since stays, with the reason',
	async () => {
		await withActs({scenario: 'mismatched'}, async (scene) => {
			await scene.copy(everything);
			const {summary} = await followUp(scene);
			const group = scene.destination.world.groups.find(
				summary.group?.id ?? '',
			);
			const admin = scene.destination.world.groups
				.named('site-admins')!
				.members.accountIds();
			group!.members.add(admin);

			const {summary: undone} = await scene.undo();

			expect(undone.kept).toMatchObject([
				{what: 'group', reason: {code: 'joined', count: 1}},
			]);
			expect(groupsOf(scene)[summary.group!.name]).toEqual(
				expect.arrayContaining(admin),
			);
		});
	},
	patience,
);

test(
	'without the right to change groups, the list says what to do by hand and where',
	async () => {
		await withActs({scenario: 'mismatched'}, async (scene) => {
			await scene.copy(everything);
			takeRole(scene);

			const {plan, items, summary} = await followUp(scene, {
				site: (site) => ({...site, canChangeGroups: async () => false}),
			});

			expect(plan.newGroup).toBeUndefined();
			expect(summary.collected + summary.givenRole).toBe(0);
			expect(items[0]).toMatchObject({
				id: 'customer-role',
				link: 'https://admin.atlassian.com',
				isDone: false,
			});
			expect(items[0]?.nextStep).toContain(roleGroup);
		});
	},
	patience,
);

test(
	'what is ticked off stays so with the run',
	async () => {
		await withActs({scenario: 'mismatched'}, async (scene) => {
			await scene.copy(everything);
			const {items} = await followUp(scene);
			const run = scene.lastRun().id;
			const item = items.at(-1)!.id;

			scene.ledger.tick({run, item, isDone: true});
			scene.ledger.tick({run, item, isDone: true});

			const ticked = async () => {
				const list = await followUp(scene);
				return list.items.filter(({isDone}) => isDone).map((one) => one.id);
			};

			expect(await ticked()).toEqual([item]);
			scene.ledger.tick({run, item, isDone: false});
			expect(await ticked()).toEqual([]);
		});
	},
	patience,
);

test(
	'R15: a follow-up killed at any moment and gone on with makes one group with everyone in it',
	async () => {
		await withActs({scenario: 'mismatched'}, async (scene) => {
			await scene.copy(everything);
			let lives = 0;
			let last: Awaited<ReturnType<typeof followUp>> | undefined;

			while (last === undefined) {
				// Each life dies one moment later, so every moment of a step is among them.
				const process = createProcess(2 + (lives++ % 6));
				const during = async <Result>(act: () => Promise<Result>) => {
					process.pass();
					const result = await act();
					process.pass();
					return result;
				};

				try {
					last = await followUp(scene, {
						site: (site) => ({
							...site,
							createGroup: async (name) =>
								during(async () => site.createGroup(name)),
							addToGroup: async (group, account) =>
								during(async () => site.addToGroup(group, account)),
						}),
						book: (book) => ({
							...book,
							stepSent(step) {
								process.pass();
								return book.stepSent(step);
							},
							stepAnswered(number, events) {
								process.pass();
								book.stepAnswered(number, events);
							},
						}),
					});
				} catch (error) {
					expect(error).toHaveProperty('message', killed);
				}
			}

			expect(lives).toBeGreaterThan(4);
			const groups = groupsOf(scene);
			expect(
				Object.keys(groups).filter((name) => name.startsWith('jsm-ferry')),
			).toEqual(['jsm-ferry-2026-11-23']);
			expect(groups['jsm-ferry-2026-11-23']).toHaveLength(
				last.plan.people.length,
			);
			expect(last.summary).toMatchObject({exitCode: 0, failed: 0});
		});
	},
	patience,
);
