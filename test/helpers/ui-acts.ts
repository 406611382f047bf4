import {type FollowUpPlan} from '../../source/migration/plan-follow-up.ts';
import {type InvitePlan} from '../../source/migration/plan-invite.ts';
import {type UndoPlan} from '../../source/migration/undo-plan.ts';
import {type Check} from '../../source/migration/verification.ts';
import {
	type ActEvent,
	type ActRequest,
	type ActSummary,
	type AppServices,
	type PreparedAct,
} from '../../source/ui/services.ts';
import {destinationSite, project, sourceSite} from './engine-people.ts';

type UiActs = Pick<
	AppServices,
	| 'savePlan'
	| 'prepareAct'
	| 'carryOutAct'
	| 'tickItem'
	| 'saveChecks'
	| 'checkSite'
	| 'keepCheckedToken'
	| 'renameSite'
>;

const calls = {reads: 1, writes: 1, throttled: 0, retried: 0};

/** What stands beside the journey, told without sites: the real ones are in the journeys. What is asked for is noted in words. */
export function createUiActs(kept: string[]): UiActs {
	return {
		async savePlan(plan) {
			kept.push(`plan of ${plan.customers.length} customers`);
			return '/plans/plan.json';
		},
		async *prepareAct(request) {
			yield {type: 'call-answered'};
			return preparedAct(request);
		},
		carryOutAct(act, signal) {
			kept.push(`${act.kind} of ${act.run}`);
			return tellAct(act, signal);
		},
		tickItem(_run, item, isDone) {
			kept.push(`${isDone ? 'ticked' : 'unticked'} ${item}`);
		},
		async saveChecks(run, checks) {
			kept.push(`${checks.length} rows`);
			return `/reports/${run}/verification.txt`;
		},
		async checkSite({name = 'Added', address, token}) {
			return {
				name,
				url: address,
				checks: {
					source: [
						{label: 'login', state: 'ok', detail: 'ada', isNeeded: true},
					],
					destination: [
						{
							label: 'Jira administrator',
							state: 'missing',
							detail: 'needed to create customers',
							isNeeded: true,
						},
					],
				},
				token: token === undefined ? 'practice' : 'asked',
				hasKeychain: true,
			};
		},
		async keepCheckedToken() {
			kept.push('token of the checked site');
			return true;
		},
		async renameSite(name, newName) {
			kept.push(`renamed ${name} to ${newName}`);
		},
	};
}

async function* tellAct(
	act: PreparedAct,
	signal: AbortSignal,
): AsyncGenerator<ActEvent, ActSummary, void> {
	const email = 'ben@acme.example';

	if (act.kind === 'undo') {
		yield {
			type: 'customer-deleted',
			customers: ['ben'],
			email,
			destinationId: 'there-ben',
		};
	} else {
		yield {type: 'customer-invited', customer: 'ben', email, project: 'IT'};
	}

	// Nothing more is sent until someone stops it or lets it go on.
	await new Promise((resolve) => {
		setImmediate(resolve);
	});
	return {
		run: act.run,
		ending: signal.aborted ? 'stopped' : 'finished',
		verdict: `${act.kind} on New: all done.`,
		exitCode: signal.aborted ? 130 : 0,
		takenBack: {
			'project-access': 0,
			'project-link': 0,
			membership: 0,
			customer: 1,
			organization: 0,
			group: 0,
			'group-membership': 0,
			'request-link': 0,
		},
		kept: [],
		failed: 0,
		calls,
		seconds: 2,
	};
}

export function preparedAct({kind, run, choice = {}}: ActRequest): PreparedAct {
	const about = {run, destination: destinationSite.name};

	switch (kind) {
		case 'verify': {
			return {
				...about,
				kind,
				checks: uiChecks,
				summary: {
					run,
					verdict: 'Copied to New: 1 of 2 customers, 1 missing.',
					exitCode: 4,
					equal: 2,
					missing: 1,
					unexpected: 1,
					different: 0,
					unexplained: 1,
					calls: {destination: calls},
					seconds: 1,
				},
			};
		}

		case 'undo': {
			return {...about, kind, plan: undoPlan(run)};
		}

		case 'invite': {
			return {
				...about,
				kind,
				plan: invitePlan(run, choice.domain),
				choice,
				options: {
					toProject: ['IT', 'HR'],
					organization: ['Acme', 'Bolt'],
					domain: ['acme.example', 'bolt.example'],
				},
			};
		}

		case 'follow-up': {
			return {
				...about,
				kind,
				plan: followUpPlan(run),
				items: [
					{
						id: 'customer dora',
						subject: 'dora@acme.example',
						problem: 'Her account is an Atlassian account there.',
						nextStep: 'Tell her to log in with it.',
						link: 'https://new.example/jira/people',
						isDone: false,
					},
					{
						id: 'customer gina',
						subject: 'gina@acme.example',
						problem: 'The destination does not know her.',
						nextStep: 'Invite her by hand.',
						isDone: true,
					},
				],
			};
		}
	}
}

const uiChecks: readonly Check[] = [
	{sign: '=', what: 'customer', subject: 'ben@acme.example'},
	{sign: '=', what: 'organization', subject: 'Acme'},
	{sign: '-', what: 'member', subject: 'ada@acme.example', place: 'Acme'},
	{sign: '+', what: 'member', subject: 'kim@acme.example', place: 'Acme'},
];

function undoPlan(run: string): UndoPlan {
	return {
		run,
		source: sourceSite,
		destination: destinationSite,
		steps: [
			{
				kind: 'delete-customer',
				customers: ['ben'],
				email: 'ben@acme.example',
				accountId: 'there-ben',
			},
			{
				kind: 'delete-organization',
				organizations: ['acme'],
				name: 'Acme',
				destinationId: 'there-acme',
			},
		],
		kept: [
			{
				what: 'customer',
				subject: 'ada@acme.example',
				reason: {code: 'on-request', example: 'IT-7'},
			},
			{
				what: 'invitation',
				subject: 'cleo@acme.example',
				reason: {code: 'mailed'},
			},
		],
		found: {customers: [], organizations: []},
	};
}

function invitePlan(run: string, domain?: string): InvitePlan {
	const names = ['ada', 'ben', 'cleo'].slice(0, domain === undefined ? 3 : 1);
	const {name, url} = destinationSite;
	return {
		run,
		destination: {name, url},
		steps: names.map((customer) => ({
			kind: 'invite-customer',
			customer,
			email: `${customer}@acme.example`,
			name: customer,
			accountId: `there-${customer}`,
			project: project('IT'),
		})),
		skipped: [
			{customer: 'dora', email: 'dora@acme.example', reason: 'account-gone'},
		],
		earlier: {invited: 1, known: 0, unknown: 0},
		knownBefore: 2,
		helpCenter: 'https://new.example/servicedesk/customer/portals',
	};
}

function followUpPlan(run: string): FollowUpPlan {
	const dora = {
		customer: 'dora',
		accountId: 'there-dora',
		label: 'dora@acme.example',
	};
	return {
		run,
		destination: destinationSite,
		people: [dora],
		newGroup: 'jsm-ferry-2026-11-25',
		toCollect: [dora],
		access: [],
		byHand: [],
	};
}
