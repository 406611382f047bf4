import {beforeAll, describe, expect, test} from 'vitest';
import {type Choices} from '../../source/migration/choices.ts';
import {
	type PracticeOptions,
	type PracticeSite,
} from '../../source/practice/practice-sites.ts';
import {type Person} from '../../source/practice/world/person.ts';
import {withSites} from '../helpers/jira-sites.ts';
import {MemoryLedger} from '../helpers/memory-ledger.ts';
import {practiceClient} from '../helpers/practice-client.ts';
import {
	type SiteCopy,
	accountsWith,
	copySites,
	customerOf,
	hasAccess,
	organizationsOf,
} from '../helpers/site-copy.ts';

/*
For each row of the fate table: from the scan of the scenario `mismatched` over the plan and the run to the destination, which was verified and is looked at from outside.
*/

const everybody = {customers: 'all', duplicates: 'merge'} as const;

/** What a copy left on the destination, kept after its sites have stopped. */
type Left = SiteCopy & {readonly destination: PracticeSite};

type Circumstances = {
	readonly choices?: Partial<Choices>;
	/** Emails the admin gives, by the name of the customer. */
	readonly emails?: Readonly<Record<string, string>>;
	readonly habits?: PracticeOptions['habits'];
	/** What happens before the copy. */
	readonly before?: (destination: PracticeSite) => Promise<void> | void;
};

async function copy({
	choices,
	emails = {},
	habits,
	before,
}: Circumstances = {}): Promise<Left> {
	let left: Left | undefined;
	await withSites({scenario: 'mismatched', habits}, async (sites) => {
		const {source, destination} = sites;
		await before?.(destination);
		const copied = await copySites(sites, {
			choices: {...everybody, ...choices, emails: byId(source, emails)},
		});
		left = {...copied, destination};
	});
	return left!;
}

function byId(
	{world: {people}}: PracticeSite,
	emails: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
	const everyone = people.page(0, people.size, 'oldest-first');
	return Object.fromEntries(
		Object.entries(emails).map(([name, email]) => {
			const person = everyone.find(({displayName}) => displayName === name);
			return [person!.accountId, email];
		}),
	);
}

/** The destination's administrator is no site administrator any more. */
async function giveUpSiteAdministration(site: PracticeSite): Promise<void> {
	const {groups, people} = site.world;
	const [administrator] = people.withEmail(site.email);
	const {groupId} = groups.named('site-admins')!;
	const {accountId} = administrator!;
	const query = new URLSearchParams({groupId, accountId}).toString();
	const {status} = await practiceClient(site).delete(
		`/rest/api/3/group/user?${query}`,
	);
	expect(status).toBe(200);
}

/** The only account of the destination with this email. */
function accountOf({destination}: Left, email: string): Person {
	const accounts = accountsWith(destination, email);
	expect(accounts).toHaveLength(1);
	return accounts[0]!;
}

function nobodyHas({destination}: Left, email: string): void {
	expect(accountsWith(destination, email)).toEqual([]);
}

describe('with the usual choices', () => {
	let left: Left;

	beforeAll(async () => {
		left = await copy();
	});

	test('the copy is verified, and every customer is accounted for', () => {
		const {summary} = left;
		expect(summary).toMatchObject({exitCode: 0, unexplained: 0});
		expect(summary.verdict).toContain('28 chosen customers');
		expect(summary.customers).toMatchObject({failed: 0, waiting: 0});
	});

	test('portal-only, absent there: created, never taken for somebody with a similar email', () => {
		expect(customerOf(left, 'Nora New')).toMatchObject({
			fate: 'create',
			outcome: 'created',
		});
		const account = accountOf(left, 'nora.new@merged.example');
		expect(account).toMatchObject({
			accountType: 'customer',
			displayName: 'Nora New',
			isActive: true,
		});
		expect(organizationsOf(left.destination, account.accountId)).toEqual([
			'Merged Group',
		]);
		expect(hasAccess(left.destination, 'IT', account.accountId)).toBe(true);
	});

	test('portal-only on both sites: linked, and nothing is asked of anybody', () => {
		const row = customerOf(left, 'Bo Both');
		expect(row).toMatchObject({fate: 'link', outcome: 'linked'});
		expect(row.problem).toBeUndefined();
		const {accountId} = accountOf(left, 'bo.both@merged.example');
		expect(row.destinationId).toBe(accountId);
	});

	test('emails differ in case only: linked', () => {
		expect(customerOf(left, 'Cap Capitals')).toMatchObject({
			outcome: 'linked',
			destinationId: accountOf(left, 'Cap.Capitals@Merged.example').accountId,
		});
	});

	test('portal-only, deactivated there: left alone, and told', () => {
		expect(customerOf(left, 'Rob Revoked')).toMatchObject({
			outcome: 'attention',
			problem: 'Deactivated on Contoso.',
			nextStep:
				'Grant access again on Contoso if the customer shall have it, then copy again.',
		});
		const account = accountOf(left, 'rob.revoked@merged.example');
		expect(account.isActive).toBe(false);
		expect(organizationsOf(left.destination, account.accountId)).toEqual([]);
	});

	test('portal-only here, Atlassian account there: linked with memberships and access, and needs the Customer role', () => {
		const row = customerOf(left, 'Uma Upgraded');
		expect(row).toMatchObject({
			outcome: 'attention',
			type: 'portal-only',
			destinationType: 'atlassian',
			problem: 'Portal-only on Northwind, Atlassian account on Contoso.',
			nextStep:
				'Give the account the Customer role of Jira Service Management on Contoso, or it can’t see its requests.',
		});
		const {accountId} = accountOf(left, 'uma.upgraded@merged.example');
		expect(organizationsOf(left.destination, accountId)).toEqual([
			'Merged Group',
		]);
		expect(hasAccess(left.destination, 'IT', accountId)).toBe(true);
	});

	test.for([
		['Sam Sameid', 'sam.sameid@merged.example'],
		['Hal Hidden', 'hal.hidden@merged.example'],
	] as const)(
		'Atlassian account on both sites: %s is linked by id, whether or not the email shows',
		([name, email]) => {
			const row = customerOf(left, name);
			expect(row).toMatchObject({outcome: 'linked', destinationId: row.id});
			expect(accountOf(left, email).accountId).toBe(row.id);
			expect(organizationsOf(left.destination, row.id)).toEqual([
				'Merged Group',
			]);
		},
	);

	test('Atlassian account here, portal-only there: linked, both accounts remain, an upgrade is needed', () => {
		expect(customerOf(left, 'Dee Downgraded')).toMatchObject({
			outcome: 'attention',
			type: 'atlassian',
			destinationType: 'portal-only',
			problem:
				'Atlassian account on Northwind, portal-only on Contoso; both accounts remain.',
			nextStep:
				'Upgrade the portal-only account: Contoso › Administration › Portal-only customers › Migrate to Atlassian account.',
		});
		const account = accountOf(left, 'dee.downgraded@merged.example');
		expect(account.accountType).toBe('customer');
		expect(hasAccess(left.destination, 'IT', account.accountId)).toBe(true);
	});

	test('Atlassian account, absent there: not created, and told what to do', () => {
		expect(customerOf(left, 'Abe Absent')).toMatchObject({
			outcome: 'attention',
			problem: 'Atlassian account that Contoso does not know.',
			nextStep: expect.stringContaining('--missing-atlassian create') as string,
		});
		nobodyHas(left, 'abe.absent@merged.example');
	});

	test('Atlassian account, deactivated there: left alone, and told', () => {
		expect(customerOf(left, 'Olaf Off')).toMatchObject({
			outcome: 'attention',
			problem: 'Deactivated on Contoso.',
		});
		const account = accountOf(left, 'olaf.off@merged.example');
		expect(account.isActive).toBe(false);
		expect(organizationsOf(left.destination, account.accountId)).toEqual([]);
	});

	test('R6: inactive here, absent there: created and revoked', () => {
		expect(customerOf(left, 'Ida Inactive')).toMatchObject({
			outcome: 'created',
			status: 'inactive',
		});
		const {summary} = left;
		expect(summary.unexplained).toBe(0);
		expect(accountOf(left, 'ida.inactive@merged.example').isActive).toBe(false);
	});

	test('R6: inactive on both sites: linked, and stays inactive', () => {
		expect(customerOf(left, 'Ian Inactive').outcome).toBe('linked');
		expect(accountOf(left, 'ian.inactive@merged.example').isActive).toBe(false);
	});

	test('inactive here, active there: linked, and keeps the access it has there', () => {
		expect(customerOf(left, 'Ola Off').outcome).toBe('linked');
		expect(accountOf(left, 'ola.off@merged.example').isActive).toBe(true);
	});

	test('hidden email, unknown id: not created, and the email is asked for', () => {
		expect(customerOf(left, 'Hope Hidden')).toMatchObject({
			outcome: 'attention',
			email: '',
			problem:
				'The email is hidden on Northwind, so the account can’t be found on Contoso.',
			nextStep: expect.stringContaining('--emails') as string,
		});
		nobodyHas(left, 'hope.hidden@merged.example');
	});

	test('malformed email: not created, and a valid one is asked for', () => {
		expect(customerOf(left, 'Mal Formed')).toMatchObject({
			outcome: 'attention',
			problem: 'Jira takes no such email.',
			nextStep: expect.stringContaining('--emails') as string,
		});
		nobodyHas(left, 'mal.formed@merged..example');
	});

	test('two accounts with one email: one account there with both sets of memberships', () => {
		const twins = left.plan.customers.filter(({name}) => name === 'Tim Twin');
		const rows = twins.map((twin) => left.report.customer(twin));
		expect(rows.map(({outcome}) => outcome).toSorted()).toEqual([
			'attention',
			'created',
		]);
		expect(rows.find(({type}) => type === 'atlassian')?.problem).toBe(
			'Atlassian account on Northwind, portal-only on Contoso; both accounts remain.',
		);
		const {accountId} = accountOf(left, 'tim.twin@merged.example');
		expect(organizationsOf(left.destination, accountId)).toEqual([
			'Merged Group',
			'Twins & Sons',
		]);
	});

	test('an email domain that joins an organization: the customer is named, with what to do', () => {
		const row = customerOf(left, 'Jo Joins');
		expect(row).toMatchObject({
			outcome: 'created',
			problem:
				'Became a member of “Joiners” on Contoso by itself: new customers with its email domain join there.',
			nextStep: expect.stringContaining('Remove the customer') as string,
		});
		const {accountId} = accountOf(left, 'jo.joins@autojoin.example');
		expect(organizationsOf(left.destination, accountId)).toEqual([
			'Joiners',
			'Merged Group',
		]);
		expect(left.events).toContainEqual(
			expect.objectContaining({
				type: 'verified',
				differences: [
					{
						sign: '+',
						what: 'member',
						subject: 'jo.joins@autojoin.example',
						place: 'Joiners',
						customer: row.id,
					},
				],
			}),
		);
	});

	test.for([
		'=1+1',
		'\u{1B}[31mRed\u{1B}[0m',
		'\u{202E}gnp.evil',
		'L'.repeat(200),
		'佐藤 美咲',
		'فاطمة الحسن',
		'👩‍💻 Ada 🇸🇪',
	])('a name of any kind arrives as it is: %j', (name) => {
		const row = customerOf(left, name);
		expect(row.outcome).toBe('created');
		expect(accountOf(left, row.email).displayName).toBe(name);
	});

	test('deleted accounts: listed with their content, never created', () => {
		const rows = left.report
			.leftOut()
			.filter(({kind}) => kind === 'deleted')
			.toArray();
		expect(rows).toHaveLength(2);
		expect(rows[0]).toMatchObject({
			problem: 'Deleted on Northwind: only a former user is left of it.',
		});
		expect(left.plan.deletedContent).toMatchObject([
			{project: 'IT', requests: 1, keys: ['IT-1']},
			{project: 'IT', requests: 1, keys: ['IT-2']},
		]);
		expect(left.events).toContainEqual({
			type: 'deleted-content-found',
			project: 'IT',
			accounts: 2,
			requests: 2,
			keys: ['IT-1', 'IT-2'],
		});
	});

	test('R3: agents and apps that are named: listed, never created', () => {
		const agents = left.plan.leftOut.agents.map(({name}) => name);
		expect(agents).toContain('Iris Agent');
		const words = left.report
			.leftOut()
			.filter(({kind}) => kind === 'agent')
			.map(({problem}) => problem)
			.toArray();
		expect(new Set(words)).toEqual(
			new Set(['An agent of Northwind, not a customer.']),
		);
		nobodyHas(left, 'iris@northwind.example');
	});
});

describe('with other choices', () => {
	test.for([
		[{}, 'customer'],
		[{atlassianAdopted: true}, 'atlassian'],
	] as const)(
		'--missing-atlassian create makes an account (uncertain habits: %j)',
		async ([habits, accountType]) => {
			const choices = {missingAtlassian: 'create'} as const;
			const left = await copy({choices, habits});
			expect(customerOf(left, 'Abe Absent')).toMatchObject({
				outcome: 'created',
			});
			expect(left.summary).toMatchObject({exitCode: 0, unexplained: 0});
			const account = accountOf(left, 'abe.absent@merged.example');
			expect(account).toMatchObject({accountType, isActive: true});
			expect(hasAccess(left.destination, 'IT', account.accountId)).toBe(true);
		},
	);

	test('--missing-atlassian create on a site that refuses it: failed, with words', async () => {
		const left = await copy({
			choices: {missingAtlassian: 'create'},
			habits: {atlassianConflicts: true},
		});
		expect(customerOf(left, 'Abe Absent')).toMatchObject({
			outcome: 'failed',
			problem: 'The destination knows the email, but shows no account with it.',
		});
		expect(left.summary).toMatchObject({exitCode: 4, unexplained: 0});
	});

	test('R6: --inactive skip leaves inactive customers out', async () => {
		const left = await copy({choices: {inactive: 'skip'}});
		for (const name of ['Ida Inactive', 'Ian Inactive', 'Ola Off']) {
			expect(customerOf(left, name).outcome).toBe('skipped');
		}

		nobodyHas(left, 'ida.inactive@merged.example');
	});

	test('R6: without the right to revoke nobody inactive is created', async () => {
		const left = await copy({before: giveUpSiteAdministration});
		expect(customerOf(left, 'Ida Inactive')).toMatchObject({
			outcome: 'attention',
			problem:
				'Inactive on Northwind, and this login may not revoke access on Contoso.',
		});
		nobodyHas(left, 'ida.inactive@merged.example');
	});

	test('an email that is given for a hidden one is matched and used', async () => {
		const left = await copy({
			choices: {missingAtlassian: 'create'},
			emails: {
				'Hope Hidden': 'hope.found@merged.example',
				'Mal Formed': 'mal.formed@merged.example',
			},
		});
		expect(customerOf(left, 'Hope Hidden').outcome).toBe('created');
		expect(accountOf(left, 'hope.found@merged.example').isActive).toBe(true);
		expect(customerOf(left, 'Mal Formed')).toMatchObject({
			outcome: 'created',
			email: 'mal.formed@merged.example',
			sourceEmail: 'mal.formed@merged..example',
		});
	});

	test('a changed domain: matched and created under the new one, both emails in the report', async () => {
		const left = await copy({
			choices: {emailDomains: {'old-name.example': 'new-name.example'}},
		});
		expect(customerOf(left, 'Mo Moved')).toMatchObject({
			outcome: 'linked',
			destinationId: accountOf(left, 'mo.moved@new-name.example').accountId,
		});
		expect(customerOf(left, 'Mona Moved')).toMatchObject({
			outcome: 'created',
			email: 'mona.moved@new-name.example',
			sourceEmail: 'mona.moved@old-name.example',
		});
		expect(accountOf(left, 'mona.moved@new-name.example').isActive).toBe(true);
		nobodyHas(left, 'mona.moved@old-name.example');
	});

	test('two people whom a mapping gives one email: shown, and one account with the memberships of both', async () => {
		const left = await copy({
			emails: {'佐藤 美咲': 'nora.new@merged.example'},
		});
		expect(customerOf(left, '佐藤 美咲')).toMatchObject({
			outcome: 'linked',
			problem:
				'Another customer of Northwind has the same email; both end in one account on Contoso, in the organizations of both.',
			nextStep: expect.stringContaining('--emails') as string,
		});
		const {accountId} = accountOf(left, 'nora.new@merged.example');
		expect(organizationsOf(left.destination, accountId)).toEqual([
			'Cafe\u{301} Union',
			'Merged Group',
		]);
		expect(left.summary.unexplained).toBe(0);
	});

	test('several accounts there with one email: nobody is guessed', async () => {
		const left = await copy({
			before({someoneElse}) {
				someoneElse.createCustomer('bo.both@merged.example', 'Bo');
			},
		});
		expect(customerOf(left, 'Bo Both')).toMatchObject({
			outcome: 'attention',
			problem: 'Several accounts on Contoso have this email.',
		});
		expect(
			accountsWith(left.destination, 'bo.both@merged.example'),
		).toHaveLength(2);
	});

	test('R13: a second copy creates nobody and links nothing anew', async () => {
		await withSites({scenario: 'mismatched'}, async (sites) => {
			const copying = {choices: everybody, ledger: new MemoryLedger()};
			const first = await copySites(sites, copying);
			const again = await copySites(sites, copying);
			expect(again.summary).toMatchObject({unexplained: 0, exitCode: 0});
			expect(again.summary.customers).toMatchObject({
				created: 0,
				linked: 0,
				there: first.summary.customers.there,
			});
		});
	});
});
