import {expect, test} from 'vitest';
import {connectInvite} from '../../source/jira/connect.ts';
import {prepareInvite} from '../../source/commands/invite.ts';
import {type InviteBook} from '../../source/migration/invite-book.ts';
import {
	type InviteEvent,
	type InviteSummary,
} from '../../source/migration/invite-events.ts';
import {inviteCustomers} from '../../source/migration/invite.ts';
import {
	type InviteChoice,
	type InvitePlan,
} from '../../source/migration/plan-invite.ts';
import {type InviteSite} from '../../source/migration/ports.ts';
import {type ActScene, withActs} from '../helpers/act-scene.ts';
import {createEngineClock} from '../helpers/engine-clock.ts';
import {createListener, follow} from '../helpers/engine-copy.ts';
import {createProcess, killed} from '../helpers/engine-process.ts';

const everything = {duplicates: 'rename', customers: 'all'} as const;

const patience = 120_000;

type Inviting = {
	readonly choice?: InviteChoice;
	readonly signal?: AbortSignal;
	readonly site?: (site: InviteSite) => InviteSite;
	readonly book?: (book: InviteBook) => InviteBook;
	readonly onEvent?: (event: InviteEvent) => void;
};

type Invited = {
	readonly plan: InvitePlan;
	readonly events: readonly InviteEvent[];
	readonly summary: InviteSummary;
};

/** Invites the customers of the last run. */
async function invite(
	{destination: {url, email, token}, ledger, lastRun}: ActScene,
	{
		choice = {},
		signal = new AbortController().signal,
		site = (same) => same,
		book = (same) => same,
		onEvent,
	}: Inviting = {},
): Promise<Invited> {
	const clock = createEngineClock();
	const connection = await connectInvite({
		url,
		email,
		token,
		clock,
		random: () => 0.5,
	});
	const run = lastRun();
	const setting = {
		site: site(connection.site),
		book: book(ledger.act(run, 'invite')),
		clock,
	};
	const {heard, listen} = createListener<InviteEvent>();

	try {
		const plan = await prepareInvite(
			{...setting, run, ledger, choice},
			listen,
			signal,
		);
		const stream = inviteCustomers(plan, setting, signal);
		const summary = await follow(stream, (event) => {
			listen(event);
			onEvent?.(event);
		});
		return {plan, events: heard, summary};
	} finally {
		connection.close();
	}
}

/** Who was mailed, each as often as he was. */
function mailed({destination}: ActScene): readonly string[] {
	return destination
		.outbox()
		.map(({to}) => to)
		.toSorted();
}

test(
	'everyone the run created gets one mail, and nobody else gets any',
	async () => {
		await withActs({scenario: 'acme'}, async (scene) => {
			const {customers} = await scene.copy(everything);
			expect(mailed(scene)).toEqual([]);

			const {plan, summary} = await invite(scene, {choice: {toProject: 'IT'}});

			const revoked = scene
				.lastRun()
				.plan.customers.filter(({revoke}) => revoke === true).length;
			expect(plan.steps).toHaveLength(customers.created - revoked);
			expect(mailed(scene)).toEqual(
				plan.steps.map(({email}) => email).toSorted(),
			);
			expect(summary).toMatchObject({
				ending: 'finished',
				exitCode: 0,
				invited: plan.steps.length,
				unknown: 0,
				helpCenter: scene.destination.url,
			});
			expect(plan.knownBefore).toBeGreaterThan(0);
		});
	},
	patience,
);

test(
	'without a project each is invited to one of his own, and who has none is told of',
	async () => {
		await withActs({scenario: 'acme'}, async (scene) => {
			await scene.copy(everything);

			const {plan} = await invite(scene);

			expect(new Set(plan.steps.map(({project}) => project.key)).size).toBe(2);
			expect(plan.skipped.length).toBeGreaterThan(0);
			expect(new Set(plan.skipped.map(({reason}) => reason))).toEqual(
				new Set(['no-project']),
			);
			expect(mailed(scene)).toHaveLength(plan.steps.length);
		});
	},
	patience,
);

test(
	'an organization or a domain narrows whom to invite',
	async () => {
		await withActs({scenario: 'acme'}, async (scene) => {
			await scene.copy(everything);
			const toProject = 'IT';

			await invite(scene, {choice: {toProject, organization: ' INITECH '}});
			const members = mailed(scene);
			expect(members).toHaveLength(4);
			const domain = members[0]!.split('@', 2)[1]!.toUpperCase();
			await invite(scene, {choice: {toProject, domain}});

			expect(
				mailed(scene)
					.filter((email) => !members.includes(email))
					.every((email) => email.toUpperCase().endsWith(`@${domain}`)),
			).toBe(true);
			expect(new Set(mailed(scene)).size).toBe(mailed(scene).length);
		});
	},
	patience,
);

test(
	'inviting that is stopped and continued again and again mails each person once',
	async () => {
		await withActs({scenario: 'acme'}, async (scene) => {
			await scene.copy(everything);
			const choice = {toProject: 'IT'};
			let last: Invited | undefined;

			do {
				const stop = new AbortController();
				let sent = 0;
				last = await invite(scene, {
					choice,
					signal: stop.signal,
					onEvent({type}) {
						sent += Number(type === 'customer-invited');

						if (sent === 7) {
							stop.abort();
						}
					},
				});
				expect(last.summary.exitCode).toBe(
					last.summary.ending === 'stopped' ? 130 : 0,
				);
			} while (last.summary.ending === 'stopped');

			expect(new Set(mailed(scene)).size).toBe(mailed(scene).length);
			expect(last.summary.invited).toBe(mailed(scene).length);
		});
	},
	patience,
);

test(
	'inviting that is killed at any moment mails nobody twice, and tells whose mail is unknown',
	async () => {
		await withActs({scenario: 'first-steps'}, async (scene) => {
			await scene.copy(everything);
			let diesAt = 1;
			let last: Invited | undefined;

			while (last === undefined) {
				// Each life dies one moment later, so every moment of a step is among them.
				const process = createProcess(2 + (diesAt++ % 6));
				const during = <Result>(act: () => Result): Result => {
					process.pass();
					return act();
				};

				try {
					last = await invite(scene, {
						choice: {toProject: 'IT'},
						site: (site) => ({
							...site,
							async invite(customer, project) {
								process.pass();
								const answer = await site.invite(customer, project);
								process.pass();
								return answer;
							},
						}),
						book: (book) => ({
							...book,
							stepSent: (step) => during(() => book.stepSent(step)),
							stepAnswered(number, events) {
								during(() => {
									book.stepAnswered(number, events);
								});
							},
						}),
					});
				} catch (error) {
					expect(error).toHaveProperty('message', killed);
				}
			}

			const {summary} = last;
			expect(new Set(mailed(scene)).size).toBe(mailed(scene).length);
			expect(summary.unknown).toBeGreaterThan(0);
			expect(summary.exitCode).toBe(4);
			expect(mailed(scene).length).toBeGreaterThanOrEqual(summary.invited);
			expect(mailed(scene).length).toBeLessThanOrEqual(
				summary.invited + summary.unknown,
			);
		});
	},
	patience,
);

test(
	'an answer that is lost is told as unknown, and the mail is not sent again',
	async () => {
		await withActs({scenario: 'first-steps'}, async (scene) => {
			await scene.copy(everything);
			const {destination} = scene;

			for (const fault of ['drop-after', 'drop-before'] as const) {
				destination.scriptFault({
					fault,
					operation:
						'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer/invite',
					call: fault === 'drop-after' ? 1 : 2,
				});
			}

			const choice = {toProject: 'IT'};
			const first = await invite(scene, {choice});
			const again = await invite(scene, {choice});

			expect(first.summary).toMatchObject({exitCode: 4, unknown: 2});
			expect(again.plan.steps).toEqual([]);
			expect(again.plan.earlier.unknown).toBe(2);
			expect(mailed(scene)).toHaveLength(first.plan.steps.length - 1);
			expect(new Set(mailed(scene)).size).toBe(mailed(scene).length);
		});
	},
	patience,
);

test(
	'who was deleted since is not brought back by an invitation',
	async () => {
		await withActs({scenario: 'first-steps'}, async (scene) => {
			await scene.copy(everything);
			const {destination} = scene;
			const {plan} = await invite(scene, {choice: {domain: 'nobody.example'}});
			expect(plan.steps).toEqual([]);
			const created = [...scene.ledger.steps(scene.lastRun().id)]
				.flatMap(({events = []}) => events)
				.find((event) => event.type === 'customer-created');
			const {email, destinationId} = created!;
			destination.someoneElse.deletePerson(destinationId);

			const {events} = await invite(scene, {choice: {toProject: 'IT'}});

			expect(events).toContainEqual({
				type: 'invitation-skipped',
				customer: expect.any(String) as string,
				email,
				reason: 'account-gone',
			});
			expect(mailed(scene)).not.toContain(email);
			expect(destination.world.people.withEmail(email)).toEqual([]);
		});
	},
	patience,
);

test(
	'a site that refuses people it knows mails nobody, and the words say so',
	async () => {
		await withActs(
			{scenario: 'first-steps', habits: {inviteKnownRefused: true}},
			async (scene) => {
				await scene.copy(everything);

				const {summary, plan} = await invite(scene, {
					choice: {toProject: 'IT'},
				});

				expect(summary).toMatchObject({
					exitCode: 0,
					invited: 0,
					known: plan.steps.length,
				});
				expect(mailed(scene)).toEqual([]);
			},
		);
	},
	patience,
);

test(
	'R17: mails that are out are named when the run is undone',
	async () => {
		await withActs({scenario: 'first-steps'}, async (scene) => {
			await scene.copy(everything);
			await invite(scene, {choice: {toProject: 'IT'}});
			const invited = mailed(scene);

			const {summary} = await scene.undo({invited});

			expect(
				summary.kept
					.filter(({what}) => what === 'invitation')
					.map(({subject}) => subject)
					.toSorted(),
			).toEqual(invited);
		});
	},
	patience,
);
